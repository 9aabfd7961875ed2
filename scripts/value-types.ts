// Writes the TypeScript types of values that have the shape of a kind of file: its keys in camel case, its words as they are.
import type { JsonSchema } from "./json-schema.ts"

/** Returns one interface for the document and one for each map of keys that it is made of; `without` are left out at the top. */
export function typesOf(name: string, document: JsonSchema, without: ReadonlyArray<string>): ReadonlyArray<string> {
  const defs = document.$defs ?? {}
  const named = Object.entries(defs).filter(([, { properties }]) => properties !== undefined)
  const { properties = {}, ...rest } = document
  const top = Object.fromEntries(Object.entries(properties).filter(([key]) => !without.includes(key)))
  const all: ReadonlyArray<readonly [string, JsonSchema]> = [[name, { ...rest, properties: top }], ...named]
  return all.map(([title, schema]) => {
    const says = `/** ${capital(schema.title ?? "")}${title === name ? ", as a value of a program: its keys are in camel case" : ""}. */`
    return `${says}\n${title === name ? "export " : ""}interface ${title} ${keysOf(schema, defs)}`
  })
}

type Defs = Readonly<Record<string, JsonSchema>>

function keysOf({ properties = {}, required = [] }: JsonSchema, defs: Defs): string {
  const keys = Object.entries(properties).map(
    ([key, value]) =>
      `  /** ${value.description ?? ""} */\n  readonly ${camel(key)}${required.includes(key) ? "" : "?"}: ${typeOf(value, defs)}`
  )
  return `{\n${keys.join("\n")}\n}`
}

function typeOf(schema: JsonSchema, defs: Defs): string {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace("#/$defs/", "")
    if (name === "Share") return `\`\${number}%\``
    const named = defs[name]
    if (named === undefined) throw new Error(`no definition of ${name}`)
    return named.properties === undefined ? typeOf(named, defs) : name
  }
  if (schema.enum !== undefined)
    return union(schema.enum.filter((word) => isEnglish(String(word))).map((word) => JSON.stringify(word)))
  if (schema.anyOf !== undefined)
    return union(schema.anyOf.filter((branch) => !isOfHeirs(branch)).map((branch) => typeOf(branch, defs)))
  switch (schema.type) {
    case "array":
      return `ReadonlyArray<${typeOf(schema.items ?? {}, defs)}>`
    case "object": {
      if (schema.properties !== undefined) return keysOf(schema, defs)
      const [value] = [...Object.values(schema.patternProperties ?? {}), schema.additionalProperties]
      if (value === undefined || value === false) throw new Error("a map without a type of its values")
      return `Readonly<Record<string, ${typeOf(value, defs)}>>`
    }
    case "integer":
    case "number":
      return "number"
    case "boolean":
      return "boolean"
    default:
      return "string"
  }
}

/** What only a file that inherits something says. */
const isOfHeirs = ({ $ref, properties = {} }: JsonSchema): boolean =>
  $ref === "#/$defs/Removed" || Object.hasOwn(properties, "without")
/** Values of a program are in English. */
const isEnglish = (word: string): boolean => !/\p{Script=Han}/u.test(word)
/** A text takes every word there is. */
const union = (all: ReadonlyArray<string>): string => {
  const parts = [...new Set(all)]
  return parts.filter((part) => !(part.startsWith('"') && parts.includes("string"))).join(" | ")
}
const camel = (key: string): string => key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

// Writes the TypeScript types of values with the shape of a kind of file: its keys in camel case, its words unchanged.
import type { JsonSchema } from "./json-schema.ts"

/** Returns an interface for the document and for each map of keys in it; keys in `without` are left out at the top. */
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

/** Returns whether only a file that extends another one has this key. */
const isOfHeirs = ({ $ref, properties = {} }: JsonSchema): boolean =>
  $ref === "#/$defs/Removed" || Object.hasOwn(properties, "without")
/** Returns whether a word is English, as all words of programs are. */
const isEnglish = (word: string): boolean => !/\p{Script=Han}/u.test(word)
/** Returns a union of types; a text includes every word. */
const union = (all: ReadonlyArray<string>): string => {
  const parts = [...new Set(all)]
  return parts.filter((part) => !(part.startsWith('"') && parts.includes("string"))).join(" | ")
}
const camel = (key: string): string => key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

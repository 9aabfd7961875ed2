/** The forms of a shape: each has a name, and values with all of them can be made. */
import type { Json } from "../../src/port/Event.ts"
import type { EventShape } from "../../src/record/shape/Shape.ts"

type Words = readonly (string | number | boolean)[]

const bare = (name: string): string => name.replace(/[?~]$/u, "")
const isOptional = (name: string): boolean => name.endsWith("?")
const at = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`)

/**
 * Returns a name for every form of a shape: each optional field present and absent, each word, each alternative, a list
 * with items.
 */
export const formsOf = (shape: EventShape, path = ""): readonly string[] => {
  if (typeof shape === "string") return shape === "yes-no" ? [`${path} is true`, `${path} is false`] : []
  if ("is" in shape) return shape.is.map((word) => `${path} is ${word}`)
  if ("list" in shape) return [`${path} is empty`, `${path} has items`, ...formsOf(shape.list, at(path, "*"))]
  if ("map" in shape) return [`${path} is empty`, `${path} has items`, ...formsOf(shape.map, at(path, "*"))]
  if ("row" in shape) return shape.row.flatMap((one, n) => formsOf(one, at(path, String(n))))
  if ("any" in shape)
    return shape.any.flatMap((one, n) => [`${path} in form ${n + 1}`, ...formsOf(one, `${path}#${n + 1}`)])
  return Object.entries(shape.has).flatMap(([name, inner]) => [
    ...(isOptional(name) ? [`with ${at(path, bare(name))}`, `without ${at(path, bare(name))}`] : []),
    ...formsOf(inner, at(path, bare(name)))
  ])
}

/** Returns the names of the forms that a value has. */
export const formsShown = (shape: EventShape, value: Json | undefined, path = ""): readonly string[] => {
  if (value === undefined) return []
  if (typeof shape === "string") return shape === "yes-no" ? [`${path} is ${String(value)}`] : []
  if ("is" in shape) return [`${path} is ${String(value)}`]
  if ("list" in shape || "map" in shape) {
    const items = Object.values(value as object) as readonly Json[]
    const inner = "list" in shape ? shape.list : shape.map
    const shown = items.flatMap((item) => formsShown(inner, item, at(path, "*")))
    return [items.length === 0 ? `${path} is empty` : `${path} has items`, ...shown]
  }
  if ("row" in shape)
    return shape.row.flatMap((one, n) => formsShown(one, (value as readonly Json[])[n], at(path, String(n))))
  if ("any" in shape) {
    const n = shape.any.findIndex((one) => fits(one, value))
    const found = shape.any[n]
    return found === undefined ? [] : [`${path} in form ${n + 1}`, ...formsShown(found, value, `${path}#${n + 1}`)]
  }
  const body = value as { readonly [name: string]: Json }
  return Object.entries(shape.has).flatMap(([name, inner]) => {
    const part = body[bare(name)]
    const is = isOptional(name) ? [`${part === undefined ? "without" : "with"} ${at(path, bare(name))}`] : []
    return [...is, ...formsShown(inner, part, at(path, bare(name)))]
  })
}

/** Returns values that together have every form of a shape; the first has the fewest fields. */
export const variantsOf = (shape: EventShape): readonly Json[] => {
  if (typeof shape === "string") return primitives[shape]
  if ("is" in shape) return shape.is
  if ("list" in shape) return [[], variantsOf(shape.list)]
  if ("map" in shape) return [{}, Object.fromEntries(variantsOf(shape.map).map((value, n) => [`name-${n + 1}`, value]))]
  if ("any" in shape) return shape.any.flatMap(variantsOf)
  if ("row" in shape) return together(shape.row.map(variantsOf)).map((row) => row as readonly Json[])
  const fields = Object.entries(shape.has).map(([name, inner]) => [
    ...(isOptional(name) ? [undefined] : []),
    ...variantsOf(inner)
  ])
  const names = Object.keys(shape.has).map(bare)
  return together(fields).map((row) => {
    const body: Record<string, Json> = {}
    for (const [n, value] of row.entries()) if (value !== undefined) body[names[n] ?? ""] = value
    return body
  })
}

const primitives: Readonly<Record<Extract<EventShape, string>, readonly Json[]>> = {
  // An amount, since another text would be sealed.
  text: ["7"],
  number: [1],
  "yes-no": [true, false],
  nothing: [null]
}

/** Returns rows: the first of each list, the second of each …, as many as the longest has. */
const together = <T>(all: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.max(1, ...all.map(({ length }) => length)) }, (_, n) =>
    all.map((values) => values[Math.min(n, values.length - 1)] as T)
  )

/** Returns whether a value belongs to an alternative: by its kind, by its words, and by its names. */
const fits = (shape: EventShape, value: Json): boolean => {
  if (typeof shape === "string") return primitives[shape].some((one) => kindOf(one) === kindOf(value))
  if ("is" in shape) return (shape.is as Words).includes(value as string)
  if ("any" in shape) return shape.any.some((one) => fits(one, value))
  if ("list" in shape || "row" in shape) return Array.isArray(value)
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false
  if (!("has" in shape)) return true
  const body = value as { readonly [name: string]: Json }
  const known = Object.entries(shape.has)
  return (
    Object.keys(body).every((name) => known.some(([written]) => bare(written) === name)) &&
    known.every(([name, inner]) => {
      const part = body[bare(name)]
      return part === undefined ? !/^\w[\w-]*$/u.test(name) : fits(inner, part)
    })
  )
}

const kindOf = (value: Json): string => (value === null ? "null" : typeof value)

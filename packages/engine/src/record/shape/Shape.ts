/**
 * The shape of a stored value as data, and the check by it. `scripts/emit-events.ts` writes the shapes of events from
 * their types. A shape by which records were written never changes.
 */
import type { Json } from "../../port/Event.ts"

/** Shapes by name. A name with `?` at its end may be absent; one with `~` is absent if its seal cannot be opened. */
export type ShapeFields = Readonly<Record<string, EventShape>>

/** The shape of a stored value. */
export type EventShape =
  | "text"
  | "number"
  | "yes-no"
  | "nothing"
  /** One of these words. */
  | { readonly is: readonly (string | number | boolean)[] }
  | { readonly list: EventShape }
  /** Any names, each with such a value. */
  | { readonly map: EventShape }
  /** A list of so many. */
  | { readonly row: readonly EventShape[] }
  | { readonly has: ShapeFields }
  | { readonly any: readonly EventShape[] }

type Kind = "text" | "number" | "yes-no" | "nothing" | "list" | "object"

/** What a value should have been; `none`: no field of this name. */
export type ShapeExpectation =
  | { readonly be: Kind | "none" | "one of its forms" }
  | { readonly oneOf: readonly (string | number | boolean)[] }
  | { readonly length: number }

/** Where a value differs from its shape. The value itself is left out, since it may be personal. */
export interface Misfit {
  /** The path from the outside in; empty for the value itself. */
  readonly path: readonly string[]
  readonly expected: ShapeExpectation
  /** `absent`: there is no value. `another`: another value of the right kind. */
  readonly found: Kind | "absent" | "another"
}

/**
 * Returns how a value differs from its shape; undefined if it does not. `isSealed`: sealed fields cannot be opened and
 * may be absent.
 */
export type ShapeCheck = (value: Json | undefined, isSealed: boolean) => Misfit | undefined

type Body = { readonly [name: string]: Json }

/** Returns the function that checks values by a shape. */
export const checkOf = (shape: EventShape): ShapeCheck => {
  if (typeof shape === "string") return primitives[shape]
  if ("is" in shape) return checkOfWords(shape.is)
  if ("list" in shape) return checkOfList(checkOf(shape.list))
  if ("map" in shape) return checkOfMap(checkOf(shape.map))
  if ("row" in shape) return checkOfRow(shape.row.map(checkOf))
  return "has" in shape ? checkOfFields(shape.has) : checkOfForms(shape.any)
}

const kindOf = (value: Json | undefined): Kind | "absent" => {
  if (value === undefined) return "absent"
  if (value === null) return "nothing"
  if (typeof value === "string") return "text"
  if (typeof value === "number") return "number"
  if (typeof value === "boolean") return "yes-no"
  return Array.isArray(value) ? "list" : "object"
}

const misfit = (expected: ShapeExpectation, value: Json | undefined): Misfit => {
  const found = kindOf(value)
  return { path: [], expected, found: "be" in expected && found !== expected.be ? found : asAnother(found) }
}
const asAnother = (found: Kind | "absent"): Misfit["found"] => (found === "absent" ? found : "another")

const within = (name: string, { path, ...rest }: Misfit): Misfit => ({ path: [name, ...path], ...rest })

const be = (kind: Kind, fits: (value: Json | undefined) => boolean): ShapeCheck => {
  const expected = { be: kind } as const
  return (value) => (fits(value) ? undefined : misfit(expected, value))
}

type Primitive = Extract<EventShape, string>

const fitting: Readonly<Record<Primitive, (value: Json | undefined) => boolean>> = {
  text: (value) => typeof value === "string",
  number: Number.isFinite,
  "yes-no": (value) => typeof value === "boolean",
  nothing: (value) => value === null
}

const primitives: Readonly<Record<Primitive, ShapeCheck>> = {
  text: be("text", fitting.text),
  number: be("number", fitting.number),
  "yes-no": be("yes-no", fitting["yes-no"]),
  nothing: be("nothing", fitting.nothing)
}

const checkOfWords = (oneOf: Extract<EventShape, { is: unknown }>["is"]): ShapeCheck => {
  const words: ReadonlySet<unknown> = new Set(oneOf)
  return (value) => (words.has(value) ? undefined : misfit({ oneOf }, value))
}

const checkOfList =
  (check: ShapeCheck): ShapeCheck =>
  (value, isSealed) => {
    if (!Array.isArray(value)) return misfit({ be: "list" }, value)
    for (let place = 0; place < value.length; place++) {
      const found = check(value[place], isSealed)
      if (found !== undefined) return within(String(place), found)
    }
    return undefined
  }

const checkOfRow =
  (checks: readonly ShapeCheck[]): ShapeCheck =>
  (value, isSealed) => {
    if (!Array.isArray(value)) return misfit({ be: "list" }, value)
    if (value.length !== checks.length) return misfit({ length: checks.length }, value)
    for (const [place, check] of checks.entries()) {
      const found = check(value[place], isSealed)
      if (found !== undefined) return within(String(place), found)
    }
    return undefined
  }

const isObject = (value: Json | undefined): value is Body =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const checkOfMap =
  (check: ShapeCheck): ShapeCheck =>
  (value, isSealed) => {
    if (!isObject(value)) return misfit({ be: "object" }, value)
    for (const name of Object.keys(value)) {
      const found = check(value[name], isSealed)
      if (found !== undefined) return within(name, found)
    }
    return undefined
  }

interface Field {
  readonly name: string
  readonly check: ShapeCheck
  readonly may: "be there" | "be sealed" | "be absent"
}

const fieldOf = ([written, shape]: readonly [string, EventShape]): Field => {
  const mark = written.at(-1)
  const may = mark === "?" ? "be absent" : mark === "~" ? "be sealed" : "be there"
  return { name: may === "be there" ? written : written.slice(0, -1), check: checkOf(shape), may }
}

const mustBeThere = ({ may }: Field, isSealed: boolean): boolean =>
  may === "be there" || (may === "be sealed" && !isSealed)

/** Returns a check that reads only the fields that are there, which are few. A fault is then located by `misfitIn`. */
const checkOfFields = (shapes: ShapeFields): ShapeCheck => {
  const fields = Object.entries(shapes).map(fieldOf)
  const known = new Map(fields.map((field) => [field.name, field]))
  const needed = [true, false].map((isSealed) => fields.filter((field) => mustBeThere(field, isSealed)).length)
  return (value, isSealed) => {
    if (!isObject(value)) return misfit({ be: "object" }, value)
    let missing = needed[isSealed ? 0 : 1] as number
    for (const name in value) {
      const part = value[name]
      if (part === undefined) continue
      const field = known.get(name)
      if (field === undefined || field.check(part, isSealed) !== undefined) return misfitIn(fields, value, isSealed)
      if (mustBeThere(field, isSealed)) missing--
    }
    return missing === 0 ? undefined : misfitIn(fields, value, isSealed)
  }
}

/** Returns the first difference in the order of the fields, or a field that the shape does not have. */
const misfitIn = (fields: readonly Field[], value: Body, isSealed: boolean): Misfit | undefined => {
  for (const field of fields) {
    const part = value[field.name]
    if (part === undefined && !mustBeThere(field, isSealed)) continue
    const found = field.check(part, isSealed)
    if (found !== undefined) return within(field.name, found)
  }
  const known = new Set(fields.map(({ name }) => name))
  const stranger = Object.keys(value).find((name) => !known.has(name) && value[name] !== undefined) ?? ""
  return within(stranger, misfit({ be: "none" }, value[stranger]))
}

/** Returns the check of a union. Its forms are chosen by the word of one field, or the first that fits counts. */
const checkOfForms = (shapes: readonly EventShape[]): ShapeCheck => {
  const tag = tagOf(shapes)
  if (tag !== undefined) return checkByTag(tag, shapes)
  const fits = shapes.map((shape): ((value: Json | undefined, isSealed: boolean) => boolean) => {
    if (typeof shape === "string") return fitting[shape]
    const check = checkOf(shape)
    return (value, isSealed) => check(value, isSealed) === undefined
  })
  return (value, isSealed) =>
    fits.some((fit) => fit(value, isSealed)) ? undefined : misfit({ be: "one of its forms" }, value)
}

const wordsOf = (shape: EventShape, name: string): readonly (string | number | boolean)[] | undefined => {
  if (typeof shape === "string" || !("has" in shape)) return undefined
  const words = shape.has[name]
  return typeof words === "object" && "is" in words ? words.is : undefined
}

const tagOf = ([first, ...others]: readonly EventShape[]): string | undefined => {
  if (first === undefined || typeof first === "string" || !("has" in first)) return undefined
  return Object.keys(first.has).find((name) => [first, ...others].every((shape) => wordsOf(shape, name) !== undefined))
}

const checkByTag = (tag: string, shapes: readonly EventShape[]): ShapeCheck => {
  const byWord = new Map<unknown, ShapeCheck>()
  for (const shape of shapes) for (const word of wordsOf(shape, tag) ?? []) byWord.set(word, checkOf(shape))
  const oneOf = shapes.flatMap((shape) => wordsOf(shape, tag) ?? [])
  return (value, isSealed) => {
    if (!isObject(value)) return misfit({ be: "object" }, value)
    const check = byWord.get(value[tag])
    return check === undefined ? within(tag, misfit({ oneOf }, value[tag])) : check(value, isSealed)
  }
}

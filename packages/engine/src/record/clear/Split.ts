/** Splits a body into its clear and its sealed part, and joins both again. */
import { Text } from "@hearback/core"
import type { Json } from "../../port/Event.ts"
import type { AnyFields, AnyRule } from "./FieldRule.ts"
import type { PolicyWords } from "./PolicyWords.ts"

/** The body of an event as JSON. */
export type Body = { readonly [key: string]: Json }

/** Returns whether a value is a body. */
export const isBody = (value: Json | undefined): value is Body =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** A body in its clear and its sealed part. */
export interface Split {
  readonly clear: Body
  readonly secret: Body | undefined
}

/** The fields that every event may have beside its body: the path of a rule, and the policy of the rule. */
const everywhere: AnyFields = { why: "id", under: "id" }

/** Rules by name. A map is used, since names such as `constructor` have no rule. */
type Rules = ReadonlyMap<string, AnyRule>

const makeRulesOf = (more: AnyFields): ((fields: AnyFields) => Rules) => {
  const known = new WeakMap<AnyFields, Rules>()
  return (fields) => {
    const rules = known.get(fields) ?? new Map(Object.entries({ ...fields, ...more }))
    known.set(fields, rules)
    return rules
  }
}

const rulesOfEvent = makeRulesOf(everywhere)
const rulesOf = makeRulesOf({})

/**
 * Splits the body of an event by the rules of its fields; a field without a rule is sealed. `names`: the fields to
 * read, in the order in which they are written.
 */
export const split = (
  body: Body,
  fields: AnyFields,
  words: PolicyWords,
  names: readonly string[] = Object.keys(body)
): Split => {
  const rules = rulesOfEvent(fields)
  const clear: Record<string, Json> = {}
  let secret: Record<string, Json> | undefined
  for (let n = 0; n < names.length; n++) {
    const name = names[n] as string
    const value = body[name]
    if (value === undefined) continue
    const hidden = secretOf(value, rules.get(name), words)
    if (hidden !== undefined) {
      secret ??= {}
      put(secret, name, hidden)
    }
    putClear(clear, name, value, hidden)
  }
  return { clear, secret }
}

const reasons: ReadonlySet<string> = new Set(Text.known("because"))
const date = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/
const amount = /^[+-]?[\d,.]+ ?(?:[A-Z]{3}|%)?$/

const isClearText = (text: string, rule: AnyRule | undefined, words: PolicyWords): boolean => {
  switch (rule) {
    case "id":
    case "plain":
      return true
    case "name":
      return words.has(text)
    case "reason":
      return reasons.has(text)
    case "date":
      return date.test(text)
    case "amount":
      return amount.test(text)
    default:
      return false
  }
}

/**
 * Returns the part of a value that is sealed; undefined if all of it is clear. It is the value itself if nothing is
 * clear, else an object with the sealed parts by name, or by index in a list.
 */
const secretOf = (value: Json, rule: AnyRule | undefined, words: PolicyWords): Json | undefined => {
  if (rule === undefined || rule === "sealed") return value
  if (typeof value === "string") return isClearText(value, rule, words) ? undefined : value
  if (typeof value !== "object" || value === null) return rule === "plain" || rule === "amount" ? undefined : value
  if (rule === "plain") return undefined
  if (Array.isArray(value)) return typeof rule === "object" && "each" in rule ? ofItems(value, rule.each, words) : value
  if (rule === "facts")
    return ofMembers(value as Body, (name, fact) => (words.isClearFact(name, fact) ? "plain" : undefined), words)
  if (typeof rule === "string" || "each" in rule) return value
  if ("values" in rule) return ofMembers(value as Body, (name) => (words.has(name) ? rule.values : undefined), words)
  const rules = rulesOf(rule.members)
  return ofMembers(value as Body, (name) => rules.get(name), words)
}

const ofMembers = (
  body: Body,
  ruleOf: (name: string, value: Json) => AnyRule | undefined,
  words: PolicyWords
): Body | undefined => {
  let secret: Record<string, Json> | undefined
  for (const name in body) {
    const value = body[name]
    const hidden = value === undefined ? undefined : secretOf(value, ruleOf(name, value), words)
    if (hidden !== undefined) {
      secret ??= {}
      put(secret, name, hidden)
    }
  }
  return secret
}

/** Returns the sealed part of a list. A list of texts is sealed as a whole. */
const ofItems = (items: readonly Json[], rule: AnyRule, words: PolicyWords): Json | undefined => {
  let secret: Record<string, Json> | undefined
  for (let place = 0; place < items.length; place++) {
    const item = items[place] as Json
    const hidden = secretOf(item, rule, words)
    if (hidden === item) return items
    if (hidden !== undefined) {
      secret ??= {}
      secret[place] = hidden
    }
  }
  return secret
}

/** Returns the clear part as a new object, since an object with deleted members is slow to read. */
const without = (body: Body, secret: Body): Body => {
  const clear: Record<string, Json> = {}
  for (const name in body)
    putClear(clear, name, body[name] as Json, Object.hasOwn(secret, name) ? secret[name] : undefined)
  return clear
}

/** Adds the part of a value that is not sealed. */
const putClear = (into: Record<string, Json>, name: string, value: Json, hidden: Json | undefined): void => {
  if (hidden === undefined) put(into, name, value)
  else if (value !== hidden && isBody(hidden)) put(into, name, clearOf(value, hidden))
}

/** Adds a member. Setting `__proto__` would change the prototype instead. */
const put = (into: Record<string, Json>, name: string, value: Json): void => {
  if (name === "__proto__")
    Object.defineProperty(into, name, { value, enumerable: true, configurable: true, writable: true })
  else into[name] = value
}

const clearOf = (value: Json, secret: Body): Json => {
  if (!Array.isArray(value)) return without(value as Body, secret)
  return value.map((item: Json, place) => {
    const hidden = secret[place]
    return isBody(hidden) ? clearOf(item, hidden) : item
  })
}

/** Returns an event with its sealed fields. */
export const join = (clear: Body, secret: Body): Body => {
  const whole: Record<string, Json> = { ...clear }
  for (const [name, hidden] of Object.entries(secret)) whole[name] = joined(clear[name], hidden)
  return whole
}

const joined = (clear: Json | undefined, hidden: Json): Json => {
  if (!isBody(hidden)) return hidden
  if (Array.isArray(clear)) return clear.map((item: Json, place) => joinedItem(item, hidden[place]))
  return isBody(clear) ? join(clear, hidden) : hidden
}

const joinedItem = (item: Json, hidden: Json | undefined): Json => (hidden === undefined ? item : joined(item, hidden))

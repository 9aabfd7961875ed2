// Returns the shape of a TypeScript type as it is stored: without `event` and `at`, which have columns of their own.
import type { Node, Type } from "ts-morph"
import type { AnyFields, AnyRule } from "../../packages/engine/src/record/clear/FieldRule.ts"
import type { EventShape } from "../../packages/engine/src/record/shape/Shape.ts"

type Rule = AnyRule | undefined

interface ShapeReader {
  /** Returns the shape of a type under a rule of sealed fields. */
  readonly read: (type: Type, rule: Rule, place: string) => EventShape
  /** Shapes of named types; those that others are made of come first. */
  readonly names: Map<string, string>
}

/**
 * Returns whether a value may be sealed as a whole by a rule. For a list each item counts, since a list of texts is
 * sealed as a whole.
 */
const mayBeHidden = (rule: Rule): boolean => {
  if (rule === undefined) return true
  if (typeof rule === "object") return "each" in rule && mayBeHidden(rule.each)
  return rule !== "id" && rule !== "plain" && rule !== "facts"
}

const memberRule = (rule: Rule, name: string): Rule => {
  if (typeof rule !== "object") return rule === "facts" ? undefined : rule
  if ("members" in rule) return Object.hasOwn(rule.members, name) ? (rule.members as AnyFields)[name] : undefined
  return undefined
}
const itemRule = (rule: Rule): Rule => (typeof rule === "object" && "each" in rule ? rule.each : rule)
const valueRule = (rule: Rule): Rule => (typeof rule === "object" && "values" in rule ? rule.values : rule)

/** Makes a reader of shapes. */
export const makeShapeReader = (at: Node): ShapeReader => {
  const names = new Map<string, string>()

  const named = (type: Type, shape: EventShape): EventShape => {
    const name = (type.getAliasSymbol() ?? type.getSymbol())?.getName() ?? "__type"
    const isWorth = typeof shape !== "string" && !("list" in shape) && !("map" in shape)
    if (!isWorth || !/^[A-Z]/.test(name) || name === "Readonly" || name === "Omit") return shape
    const text = JSON.stringify(shape)
    if (names.has(text)) return shape
    const taken = new Set(names.values())
    let free = name
    for (let n = 2; taken.has(free); n++) free = `${name}${n}`
    names.set(text, free)
    return shape
  }

  const ofObject = (type: Type, rule: Rule, place: string): EventShape => {
    const map = type.getStringIndexType()
    if (map !== undefined) return { map: read(map, valueRule(rule), `${place}.*`) }
    const fields: Record<string, EventShape> = {}
    for (const property of propertiesOf(type, place)) {
      const name = property.getName()
      const inner = property.getTypeAtLocation(at)
      const isOptional =
        property.isOptional() || inner.isUndefined() || inner.getUnionTypes().some((one) => one.isUndefined())
      const its = memberRule(rule, name)
      const mark = isOptional ? "?" : mayBeHidden(its) ? "~" : ""
      fields[name + mark] = read(inner, its, `${place}.${name}`)
    }
    return named(type, { has: fields })
  }

  const ofUnion = (type: Type, rule: Rule, place: string): EventShape => {
    const parts = type.getUnionTypes().filter((one) => !one.isUndefined())
    const words = parts.filter((one) => one.isLiteral()).map(literal)
    const isYesNo = words.includes(true) && words.includes(false)
    // The compiler's order depends on what it read before, so words are sorted.
    const rest = (isYesNo ? words.filter((word) => typeof word !== "boolean") : words).sort()
    const shapes = [
      ...(rest.length > 0 ? [{ is: rest }] : []),
      ...(isYesNo ? ["yes-no" as const] : []),
      ...parts.filter((one) => !one.isLiteral()).map((one) => read(one, rule, place))
    ]
    const byText = new Map(shapes.map((shape) => [JSON.stringify(shape), shape]))
    const different = [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, shape]) => shape)
    const [only] = different
    return named(type, different.length === 1 && only !== undefined ? only : { any: different })
  }

  const read = (type: Type, rule: Rule, place: string): EventShape => {
    if (type.isString() || type.isTemplateLiteral()) return "text"
    if (type.isNumber()) return "number"
    if (type.isBoolean()) return "yes-no"
    if (type.isNull()) return "nothing"
    if (type.isLiteral()) return { is: [literal(type)] }
    if (type.isUnion()) return ofUnion(type, rule, place)
    if (type.isTuple()) return { row: type.getTupleElements().map((one) => read(one, itemRule(rule), place)) }
    const item = type.isArray() || type.isReadonlyArray() ? type.getArrayElementType() : undefined
    if (item !== undefined) return { list: read(item, itemRule(rule), `${place}.*`) }
    if (type.isObject() || type.isIntersection()) return ofObject(type, rule, place)
    throw new Error(`${place}: \`${type.getText(at)}\` has no shape in a store`)
  }

  return { read, names }
}

/** Returns the properties of a type. The instant of an event has a column of its own. */
const propertiesOf = (type: Type, place: string) =>
  type.getApparentProperties().filter((one) => place.includes(".") || one.getName() !== "at")

const literal = (type: Type): string | number | boolean => {
  if (type.isBooleanLiteral()) return type.getText() === "true"
  return type.getLiteralValueOrThrow() as string | number
}

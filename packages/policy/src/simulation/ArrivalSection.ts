/** Reads `arrivals` and `faults` of a simulation file. */
import { Bundle, defined } from "@hearback/core"
import type { NameKind } from "../diagnostic/catalogue/Name.ts"
import { unknownName } from "../diagnostic/UnknownWords.ts"
import { factOf, factsOf, known, type PeopleContext, spellOf } from "../people/Context.ts"
import { entriesOf, get, itemsOf, type Node, type NodeKey } from "../source/Node.ts"
import type { Companions } from "./Layout.ts"
import { textsOf, traceOf } from "./RecordedArrivals.ts"
import { amountOf, numberOf, numbersOf, shareOf, spreadOf, weightsOf, within } from "./Value.ts"

/** Makes a check that a key is one of some names; adds a finding if it is not. */
export const among =
  (context: PeopleContext, kind: NameKind, names: readonly string[]) =>
  ({ text, span }: NodeKey): boolean => {
    if (names.includes(text)) return true
    context.told.push(unknownName(kind, text, names, span))
    return false
  }

/** Returns the names of the policy's categories. */
export const categoriesOf = ({ bundle }: PeopleContext): readonly string[] =>
  bundle.dictionary.categories.map(({ name }) => name)

/** Reads the section `arrivals`. */
export const arrivalsOf = (context: PeopleContext, node: Node | undefined, companions: Companions) => {
  if (node === undefined) return undefined
  const recorded = traceOf(context, get(node, "trace"), companions)
  return defined({
    perDay: amountOf(context, get(node, "per-day")),
    factor: amountOf(context, get(node, "factor")),
    profile: profileOf(context, node),
    seasons: numbersOf(context, get(node, "months"), 12),
    campaigns: campaignsOf(context, get(node, "campaigns")),
    batch: spreadOf(context, get(node, "batch"), together),
    mix: mixOf(context, get(node, "mix")),
    texts: textsOf(context, get(node, "texts"), companions),
    trace: recorded?.trace,
    leftOut: recorded?.leftOut
  })
}

const together = (context: PeopleContext, node: Node | undefined): number | undefined =>
  within(context, node, numberOf(node), { limit: "batch", fits: (count) => count >= 1 })

/** Returns a weight for each hour of the week, from weights of hours and of days. */
const profileOf = (context: PeopleContext, node: Node): readonly number[] | undefined => {
  const [hours, days] = [numbersOf(context, get(node, "hours"), 24, 168), numbersOf(context, get(node, "days"), 7)]
  if (hours === undefined && days === undefined) return undefined
  return Array.from(
    { length: 168 },
    (_, hour) =>
      (days?.[Math.floor(hour / 24)] ?? 1) *
      (hours?.[hour % hours.length] ?? (hour % 24 >= 8 && hour % 24 < 22 ? 1 : 0))
  )
}

const campaignsOf = (context: PeopleContext, node: Node | undefined) =>
  node &&
  itemsOf(node).flatMap((item) => {
    const when = get(item, "when")
    const spell = when && spellOf(context, when)
    return spell === undefined ? [] : [{ ...spell, times: amountOf(context, get(item, "times")) ?? 1 }]
  })

const mixOf = (context: PeopleContext, node: Node | undefined) => {
  if (node === undefined) return undefined
  const { bundle } = context
  const channels = Object.keys(bundle.channels)
  const emotions = [...new Set(bundle.dictionary.emotions.map(({ level }) => level)), "unmoved"]
  const facts = get(node, "facts")
  return defined({
    categories: weightsOf(context, get(node, "categories"), among(context, "category", categoriesOf(context))),
    channels: weightsOf(context, get(node, "channels"), among(context, "channel", channels)),
    languages: weightsOf(context, get(node, "languages"), among(context, "language", Bundle.languages)),
    emotions: weightsOf(context, get(node, "emotions"), among(context, "emotion", emotions)),
    facts: facts && Object.fromEntries(entriesOf(facts).flatMap(({ key, value }) => factWeights(context, key, value)))
  })
}

const factWeights = (context: PeopleContext, key: NodeKey, node: Node) => {
  const { facts } = context.bundle
  const declared = Object.hasOwn(facts, key.text) ? facts[key.text] : undefined
  if (declared === undefined) {
    context.told.push(unknownName("fact", key.text, Object.keys(facts), key.span))
    return []
  }
  const isValue = ({ text, span }: NodeKey): boolean => {
    const value = declared.kind === "yes-no" ? (yesNo.get(text) ?? text) : isNumber(declared.kind) ? Number(text) : text
    const scalar: Node = { _tag: "Scalar", value, source: text, quoted: false, span }
    return factOf(context, key.text, declared, scalar) !== undefined
  }
  const found = weightsOf(context, node, isValue) ?? {}
  const named =
    declared.kind === "yes-no"
      ? Object.entries(found).map(([text, weight]) => [String(yesNo.get(text)), weight] as const)
      : Object.entries(found)
  return [[key.text, Object.fromEntries(named)] as const]
}

/** The words for yes and no as names of weights. */
const yesNo: ReadonlyMap<string, boolean> = new Map([
  ...["yes", "true", "是"].map((word) => [word, true] as const),
  ...["no", "false", "否"].map((word) => [word, false] as const)
])

const isNumber = (kind: string): boolean => kind === "number" || kind === "integer" || kind === "money"

/** Reads the shares of causes. */
export const causesOf = (context: PeopleContext, node: Node | undefined) =>
  node &&
  entriesOf(node).flatMap(({ key, value }) => {
    const every = spreadOf(context, get(value, "every"))
    const perDay = amountOf(context, get(value, "per-day"))
    const category = known(context, "category", get(value, "category"), categoriesOf(context))
    if (every === undefined || perDay === undefined || category === undefined) return []
    return [
      defined({
        name: key.text,
        every,
        perDay,
        category,
        facts: factsOf(context, get(value, "facts")),
        prevented: shareOf(context, get(value, "prevented")),
        lasts: spreadOf(context, get(value, "lasts")),
        seasons: numbersOf(context, get(value, "months"), 12)
      })
    ]
  })

/** Reads `work` and `customers` of a simulation file. */
import { type Bundle, Conclusion, defined, type errands, gateFacts } from "@hearback/core"
import type { NameKind } from "../diagnostic/catalogue/Name.ts"
import { diagnose } from "../diagnostic/Diagnostic.ts"
import { unknownName } from "../diagnostic/UnknownWords.ts"
import { known, knownAll, type PeopleContext, wordOf } from "../people/Context.ts"
import { entriesOf, get, itemsOf, type Node } from "../source/Node.ts"
import { among, categoriesOf } from "./ArrivalSection.ts"
import { amountOf, choiceOf, lengthOf, numberOf, shareOf, sharesOf, spreadOf, weightsOf, within } from "./Value.ts"

type Errand = (typeof errands)[number]

const gatesOf = ({ bundle }: PeopleContext): readonly string[] => [
  ...new Set(bundle.loops.flatMap((loop) => loop.gates.map(({ name }) => name)))
]

/** Returns the work of a simulation file. `skills`: the skills that somebody of the staff has. */
export const workOf = (context: PeopleContext, node: Node | undefined, skills: readonly string[]) => {
  if (node === undefined) return undefined
  const times = get(node, "times")
  return defined({
    times: times && timesOf(context, itemsOf(times)),
    factor: amountOf(context, get(node, "factor")),
    rework: within(context, get(node, "rework"), shareOf(context, get(node, "rework")), {
      limit: "rework",
      fits: (share) => share < 1
    }),
    needs: needsOf(context, get(node, "needs"), skills),
    handOver: shareOf(context, get(node, "hand-over")),
    denied: shareOf(context, get(node, "denied")),
    foundWrong: shareOf(context, get(node, "found-wrong")),
    systemic: shareOf(context, get(node, "systemic")),
    decisions: decisionsOf(context, get(node, "decisions")),
    compensation: compensationOf(context, get(node, "compensation")),
    pauses: pausesOf(context, get(node, "pauses")),
    extensions: extensionsOf(context, get(node, "extensions")),
    waivers: waiversOf(context, get(node, "waivers")),
    splits: shareOf(context, get(node, "splits"))
  })
}

const concludes = (kind: Bundle.GateKind): boolean => {
  const { required = [], optional = [] } = gateFacts[kind].evidence
  return [...required, ...optional].includes("decision")
}

/** Reads the weights of conclusions. Each must be offered by some decision, in the words of either language. */
const decisionsOf = (context: PeopleContext, node: Node | undefined) => {
  const gates = context.bundle.loops.flatMap((loop) => loop.gates.filter(({ kind }) => concludes(kind)))
  const names = [...new Set(gates.flatMap((gate) => Conclusion.offers(gate)))]
  const named = (text: string): string => (names.includes(text) ? text : (Conclusion.meaningOfWord(text) ?? text))
  const isOffered = among(context, "conclusion", names)
  const found = weightsOf(context, node, ({ text, span }) => isOffered({ text: named(text), span }))
  return found && Object.fromEntries(Object.entries(found).map(([text, weight]) => [named(text), weight] as const))
}

const namesOf = (context: PeopleContext, kind: NameKind, node: Node | undefined, names: readonly string[]) =>
  node && knownAll(context, kind, node, names)

/** Reads pauses by their reasons. A reason for which no clock pauses would be refused. */
const pausesOf = (context: PeopleContext, node: Node | undefined) => {
  if (node === undefined) return undefined
  const reasons = [...new Set(context.bundle.clocks.flatMap(({ pause }) => Object.keys(pause)))]
  return entriesOf(node).flatMap(({ key, value }) => {
    const share = shareOf(context, get(value, "share"))
    const lasts = spreadOf(context, get(value, "lasts"))
    const gates = namesOf(context, "gate", get(value, "gates"), gatesOf(context))
    const isKnown = among(context, "reason", reasons)(key)
    return !isKnown || share === undefined || lasts === undefined
      ? []
      : [{ reason: key.text, share, lasts, ...defined({ gates }) }]
  })
}

const extensionsOf = (context: PeopleContext, node: Node | undefined) => {
  const share = shareOf(context, get(node, "share"))
  const before = lengthOf(context, get(node, "before"))
  const names = [...new Set(context.bundle.clocks.map(({ name }) => name))]
  const clocks = namesOf(context, "clock", get(node, "clocks"), names)
  return share === undefined ? undefined : { share, ...defined({ before, clocks }) }
}

const waiversOf = (context: PeopleContext, node: Node | undefined) => {
  const share = shareOf(context, get(node, "share"))
  const gates = namesOf(context, "gate", get(node, "gates"), gatesOf(context))
  return share === undefined ? undefined : { share, ...defined({ gates }) }
}

/** Reports rows that are never reached, because the first matching row counts. */
const timesOf = (context: PeopleContext, items: readonly Node[]) => {
  const rows = items.map((item) => ({ item, row: timeOf(context, item) }))
  for (const [i, { item, row }] of rows.entries()) {
    if (row === undefined) continue
    const { time: _, ...own } = row
    const isBehind = rows.slice(0, i).some(({ row: before }) => {
      if (before === undefined) return false
      const { time: __, ...wider } = before
      return Object.entries(wider).every(([key, value]) => own[key as keyof typeof own] === value)
    })
    if (isBehind) context.told.push(diagnose("simulation/limit", { limit: "row" }, item.span))
  }
  return rows.flatMap(({ row }) => row ?? [])
}

const timeOf = (context: PeopleContext, node: Node) => {
  const levels = context.bundle.grading.flatMap((dimension) => dimension.levels)
  const time = spreadOf(context, get(node, "takes"))
  const gate = known(context, "gate", get(node, "gate"), gatesOf(context))
  const ofGate = context.bundle.loops.flatMap(({ gates }) =>
    gates.flatMap(({ name, kind }) => (name === gate ? kind : []))
  )
  const row = defined({
    gate,
    kind: within(context, get(node, "kind"), choiceOf<Bundle.GateKind>(get(node, "kind")), {
      limit: "kind",
      fits: (kind) => gate === undefined || ofGate.includes(kind)
    }),
    errand: choiceOf<Errand>(get(node, "errand")),
    grade: known(context, "level", get(node, "grade"), levels),
    category: known(context, "category", get(node, "category"), categoriesOf(context))
  })
  return time && { ...row, time }
}

/** Reports work with a skill that nobody has, because it would never be done. */
const needsOf = (context: PeopleContext, node: Node | undefined, skills: readonly string[]) => {
  if (node === undefined) return undefined
  const names = [...gatesOf(context), ...categoriesOf(context)]
  const found = entriesOf(node).flatMap(({ key, value }) => {
    const skill = skills.length === 0 ? wordOf(value) : known(context, "skill", value, skills)
    within(context, value, skill, { limit: "skill", fits: () => skills.length > 0 })
    if (!names.includes(key.text)) context.told.push(unknownName("gate", key.text, names, key.span))
    return skill === undefined ? [] : [[key.text, skill] as const]
  })
  return Object.fromEntries(found)
}

const compensationOf = (context: PeopleContext, node: Node | undefined) => {
  const share = shareOf(context, get(node, "share"))
  const amount = spreadOf(context, get(node, "amount"), amountOf)
  const named = get(node, "categories")
  const categories = named && knownAll(context, "category", named, categoriesOf(context))
  return share === undefined || amount === undefined ? undefined : defined({ share, amount, categories })
}

/** Reads the section `customers`. */
export const customersOf = (context: PeopleContext, node: Node | undefined) => {
  if (node === undefined) return undefined
  const [proposals, confirmations] = [get(node, "proposals"), get(node, "confirmations")]
  return defined({
    proposals:
      proposals &&
      defined({
        delay: spreadOf(context, get(proposals, "delay")),
        ...sharesOf(context, proposals, ["agree", "counter", "refuse", "silent"], true)
      }),
    confirmations:
      confirmations &&
      defined({
        delay: spreadOf(context, get(confirmations, "delay")),
        ...sharesOf(context, confirmations, ["satisfied", "dissatisfied", "silent"], true)
      }),
    patience: patienceOf(context, get(node, "patience")),
    words: spreadOf(context, get(node, "words")),
    otherChannel: shareOf(context, get(node, "other-channel")),
    dissatisfied: comeBackOf(context, get(node, "come-back"))
  })
}

const patienceOf = (context: PeopleContext, node: Node | undefined) => {
  const lasts = spreadOf(context, get(node, "lasts"))
  const until = choiceOf<"begun" | "answered">(get(node, "until"))
  if (lasts === undefined || until === undefined) return undefined
  // A customer who does none of these goes on waiting.
  const reaction = sharesOf(context, node, ["again", "escalates", "leaves"], false)
  return defined({ lasts, until, reaction, atMost: numberOf(get(node, "at-most")) })
}

const comeBackOf = (context: PeopleContext, node: Node | undefined) => {
  const share = shareOf(context, get(node, "share"))
  const after = spreadOf(context, get(node, "after"))
  return share === undefined || after === undefined ? undefined : { share, after }
}

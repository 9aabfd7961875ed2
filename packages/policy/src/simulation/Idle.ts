/** Finds settings of a simulation file that change nothing in the simulated time, and roles that its staff lacks. */
import { Instant, Zone } from "@hearback/core"
import type { Target } from "../bundle/Bundle.ts"
import type { IdleIn } from "../diagnostic/catalogue/Simulation.ts"
import { diagnose } from "../diagnostic/Diagnostic.ts"
import { type PeopleContext, spellOf, wordOf } from "../people/Context.ts"
import { unfilled } from "../people/Mentions.ts"
import { entriesOf, entryOf, get, itemsOf, type Node } from "../source/Node.ts"
import { lengthOf, numberOf, shareOf } from "./Value.ts"

/** Reports settings without effect in a file without errors. */
export const idle = ({ told, ...rest }: PeopleContext, tree: Node, roles: ReadonlySet<string> | undefined): void => {
  // Values are read again without findings, because their faults were already reported.
  const context: PeopleContext = { ...rest, told: [] }
  const tell = (node: Node | undefined, why: IdleIn): void => {
    if (node !== undefined) told.push(diagnose("simulation/idle", { why }, node.span))
  }
  const arrivals = get(tree, "arrivals")
  const [perDay, factor] = [get(arrivals, "per-day"), get(arrivals, "factor")]
  const isOther = get(arrivals, "trace") !== undefined || get(tree, "faults") !== undefined
  if (!isOther) tell(numberOf(perDay) === 0 ? perDay : numberOf(factor) === 0 ? factor : undefined, "arrivals")
  const weeks = numberOf(get(tree, "weeks"))
  if (weeks !== undefined) {
    const isBeyond = (node: Node | undefined): boolean => (leastOf(context, node) ?? 0) >= weeks * 7 * Instant.DAY
    const faults = entriesOf(get(tree, "faults")).map(({ value }) => get(value, "every"))
    const customers = get(tree, "customers")
    const waits = [get(get(customers, "patience"), "lasts"), get(get(customers, "come-back"), "after"), ...faults]
    for (const wait of waits) if (isBeyond(wait)) tell(wait, "beyond")
    outside(context, tree, weeks, tell)
  }
  const [work, comeBack] = [get(tree, "work"), get(get(tree, "customers"), "come-back")]
  const asked = [get(work, "extensions"), get(work, "waivers"), get(work, "compensation"), comeBack]
  for (const each of [...asked, ...entriesOf(get(work, "pauses")).map(({ value }) => value)])
    if (shareOf(context, get(each, "share")) === 0) tell(get(each, "share"), "share")
  for (const row of itemsOf(get(work, "times"))) if (isTooLate(context, row)) tell(get(row, "takes"), "late")
  const people = get(tree, "staff") === undefined ? undefined : entryOf(get(tree, "staff"), "people")
  if (people === undefined || roles === undefined) return
  for (const [role, paths] of unfilled(context.bundle, roles))
    told.push(diagnose("people/nobody-is", { role, paths }, people.key.span))
}

/** Reports absences and campaigns before the first day or after the last. */
const outside = (
  context: PeopleContext,
  tree: Node,
  weeks: number,
  tell: (node: Node | undefined, why: IdleIn) => void
): void => {
  const first = get(tree, "from")
  const day = first?._tag === "Scalar" ? Instant.parseDate(String(first.value)) : undefined
  if (day === undefined) return
  const [from, to] = [day, day + weeks * 7].map((each) => Zone.toInstant(each * Instant.DAY, context.zone))
  const spells = [
    ...entriesOf(get(get(tree, "staff"), "people")).flatMap(({ value }) => itemsOf(get(value, "away"))),
    ...itemsOf(get(get(tree, "arrivals"), "campaigns")).map((campaign) => get(campaign, "when"))
  ]
  for (const node of spells) {
    /** Returns whether half of the work of a row takes longer than every deadline of all its gates. */
    const spell = node && spellOf(context, node)
    if (spell !== undefined && from !== undefined && to !== undefined && (spell.to <= from || spell.from >= to))
      tell(node, "outside")
  }
}

/** Whether half of the work of a row takes longer than every deadline of every gate that it is about. */
const isTooLate = (context: PeopleContext, row: Node): boolean => {
  const [name, kind] = [wordOf(get(row, "gate")), wordOf(get(row, "kind"))]
  const least = leastOf(context, get(row, "takes"))
  const gates = context.bundle.loops.flatMap((loop) =>
    loop.gates.filter((gate) => (name ?? gate.name) === gate.name && (kind ?? gate.kind) === gate.kind)
  )
  if ((name ?? kind) === undefined || least === undefined || gates.length === 0) return false
  const longest = gates.map((gate) => {
    const clocks = context.bundle.clocks.filter(({ metBy }) => metBy.includes(`passed:${gate.name}`))
    return Math.max(...clocks.map(({ within }) => (within === undefined ? Infinity : mostOf(within.values))))
  })
  return longest.every((most) => Number.isFinite(most) && least > most)
}

/** Returns a time longer than any of these durations, with weekends and holidays on the way.  Units: ms. */
const mostOf = (lengths: readonly Target[]): number =>
  Math.max(
    ...lengths.map((length) => {
      if (length._tag === "Elapsed" || length._tag === "Working") return length.ms
      if (length._tag === "Civil") return (length.months * 31 + length.days + 1) * Instant.DAY
      return (length.days * 2 + 10) * Instant.DAY
    })
  )

/** Returns the least value of a distribution if it has one, else its median. */
const leastOf = (context: PeopleContext, node: Node | undefined): number | undefined => {
  if (node === undefined) return undefined
  if (node._tag === "Scalar") return lengthOf(context, node)
  if (node._tag === "Map") return lengthOf(context, get(node, "least") ?? get(node, "half-within"))
  const lengths = itemsOf(node).flatMap((item) => lengthOf(context, item) ?? [])
  return lengths.length === 0 ? undefined : Math.min(...lengths)
}

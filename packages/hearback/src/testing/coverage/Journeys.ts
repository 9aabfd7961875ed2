/** What may come to a thing that no scenario exercises: feedback that is likely to, and what people then do. */
import { Limits } from "@hearback/core"
import type { People } from "@hearback/policy"
import type { ScenarioStep } from "../law/Law.ts"
import type { Aim, Item, Part } from "./Item.ts"
import type { Subject } from "./Items.ts"
import { openingsFor, type Wanted } from "./Opening.ts"

/** A step that is left out where it is refused, or the refusal of which is what is wanted. */
export interface Attempt {
  readonly step: ScenarioStep
  readonly isRefused?: true
}

/** Returns what may be tried, the shortest first. */
export const journeysTo = (subject: Subject, people: People, item: Item): readonly (readonly Attempt[])[] => {
  const { aim, part } = item
  const openings = wantedBy(subject, aim).flatMap((wanted) => openingsFor(subject, people, wanted))
  const unique = [...new Map(openings.map((steps) => [JSON.stringify(steps), steps])).values()]
  return unique
    .slice(0, most)
    .flatMap((opening) =>
      after(subject, people, item, part).map((rest) => [...opening.map((step) => ({ step })), ...rest])
    )
}

/** More openings than this are not tried for one thing. */
const most = 6

/** What the case is to be like: what the thing asks, and what leads to its loop. */
const wantedBy = ({ tables, policy }: Subject, { loop, inputs }: Aim): readonly Wanted[] => {
  const choice = policy.bundle.loops.find(({ name }) => name === loop)?.when
  const watched = tables.find(({ table, isCondition }) => table === choice?.table && !isCondition)
  const own = inputs ?? new Map<number, number>()
  if (watched === undefined) return [own]
  return watched.reach.rows.map(({ witness = [] }) => {
    const into = new Map(
      watched.table.slots.flatMap((slot, n) => (witness[n] === undefined ? [] : [[slot, witness[n]]]))
    )
    return new Map([...into, ...own])
  })
}

const reason = "as found"

const after = (
  { policy }: Subject,
  people: People,
  { kind, aim }: Item,
  part: Part
): readonly (readonly Attempt[])[] => {
  const gates = policy.bundle.loops.find(({ name }) => name === aim.loop)?.gates.map(({ name }) => name) ?? []
  const at = gates.indexOf(aim.gate ?? "")
  const settled = (names: readonly string[]): readonly Attempt[] =>
    names.map((name) => ({ step: { at: "+1 hour", settle: `A.${name}` } }))
  const [before, all] = [settled(at < 0 ? [] : gates.slice(0, at)), settled(at < 0 ? gates : gates.slice(0, at + 1))]
  const wait: Attempt = { step: { at: "+150 days" } }
  const everybody = people.people.map(({ id }) => id)
  const each = (step: ScenarioStep): readonly Attempt[] =>
    everybody.map((by) => ({ step: { at: "+1 hour", ...step, by } }))
  switch (part) {
    case "opened":
    case "passed":
    case "started":
    case "met":
      return [all]
    case "waived":
    case "explained":
      return [[...before, ...each({ [part === "waived" ? "waive" : "explain"]: `A.${aim.gate}`, reason })]]
    case "refused":
      return [[{ step: { at: "+1 hour", pass: `A.${aim.gate}`, by: "customer" }, isRefused: true }]]
    case "missed":
    case "reminded":
    case "escalated":
      return [[...before, wait]]
    case "within":
    case "above":
      return aim.limit === undefined ? [] : [spending(aim.limit, part, policy, people)]
    case "sent":
      return [[wait]]
    case "decides":
    case "below":
    case "from":
    case "held":
    case "not-held":
      return kind === "rows" || kind === "bounds" || at < 0 ? [[], all] : [all]
  }
}

const spending = (
  { role, verb, most: limit }: NonNullable<Aim["limit"]>,
  part: "within" | "above",
  policy: Subject["policy"],
  people: People
): readonly Attempt[] => {
  const holder = people.people.find(({ roles }) => Limits.limitsOf(policy, roles)?.role === role)
  if (holder === undefined) return []
  const least = part === "above" ? limit + 1 : limit === 0 ? 1 : limit
  const digits = policy.bundle.currency?.digits ?? 2
  const amount = verb === "compensate" ? least / 10 ** digits : verb === "discount" ? `${least / 100}%` : least
  return [{ step: { at: "+1 hour", [verb]: "A", by: holder.id, amount, reason } }]
}

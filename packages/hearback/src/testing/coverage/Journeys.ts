/** Proposes ways to reach an item: feedback that is likely to reach it, and the commands that follow. */
import { type Bundle, Fact, Limits } from "@hearback/core"
import type { People } from "@hearback/policy"
import type { ScenarioStep } from "../law/Law.ts"
import type { Aim, CoveredPart, Item } from "./Item.ts"
import { type CoverageSubject, inputsFor } from "./Items.ts"
import { type CoverageOccasion, occasionsOf } from "./Occasions.ts"
import { factsOf, openingsFor, type Wanted } from "./Opening.ts"

/** A step of a proposal. It is omitted if it is refused, unless the refusal itself is wanted. */
export interface Attempt {
  readonly step: ScenarioStep
  readonly isRefused?: true
}

/** Returns the ways to try, the shortest first. */
export const journeysTo = (subject: CoverageSubject, people: People, item: Item): readonly (readonly Attempt[])[] =>
  item.aim.survey !== undefined
    ? answering(subject, people, item.aim, item.aim.survey)
    : item.message === undefined
      ? openingsOf(subject, people, item.aim).flatMap((opening) =>
          after(subject, people, item, item.part).map((rest) => [...attempts(opening), ...rest])
        )
      : occasionsOf(subject.policy, item.message).flatMap((occasion) => sending(subject, people, occasion))

const attempts = (steps: readonly ScenarioStep[]): readonly Attempt[] => steps.map((step) => ({ step }))

const openingsOf = (subject: CoverageSubject, people: People, aim: Aim): readonly (readonly ScenarioStep[])[] => {
  const openings = wantedBy(subject, aim).flatMap((wanted) => openingsFor(subject, people, wanted))
  return [...new Map(openings.map((steps) => [JSON.stringify(steps), steps])).values()].slice(0, most)
}

/** Returns the steps up to the sending of a message. */
const sending = (
  subject: CoverageSubject,
  people: People,
  occasion: CoverageOccasion
): readonly (readonly Attempt[])[] => {
  const { policy } = subject
  const { is, does, again, fromCustomer, isAbove, says } = occasion
  const aim = {
    ...occasion.aim,
    inputs: new Map([...(occasion.aim.inputs ?? []), ...inputsFor(subject.tables, occasion.when)])
  }
  const all = policy.bundle.loops.find(({ name }) => name === aim.loop)?.gates.map(({ name }) => name) ?? []
  const settled = all.slice(0, all.indexOf(aim.gate ?? "") + (is === "settled" ? 1 : 0)).map(settling)
  const asked = isAbove && aim.limit !== undefined ? spending(aim.limit, "above", policy, people) : []
  return openingsOf(subject, people, aim)
    .slice(0, 2)
    .map((opening) => {
      const spoken = opening.map((step) =>
        says !== undefined && "submit" in step ? { ...step, verbatim: says } : step
      )
      const begun = fromCustomer ? spoken.map(({ by: _, ...step }) => step) : spoken
      const [first = {}] = begun
      const more = again ? [{ ...first, at: "+5 hours", submit: "A1" }] : []
      return [
        ...attempts([...begun, ...more]),
        ...settled,
        ...asked,
        ...does.flatMap((step) => byAll(step, people)),
        // A message that waits for a digest is sent then.
        { step: { at: "+1 day" } }
      ]
    })
}

/** Returns answers to a survey: one by one, omitting questions that are not asked, or all at once. */
const answering = (
  subject: CoverageSubject,
  people: People,
  { inputs = new Map(), ...aim }: Aim,
  survey: string
): readonly (readonly Attempt[])[] => {
  const { policy } = subject
  const questions = policy.bundle.channels[survey]?.questions ?? []
  const wanted = new Map(inputs)
  const isWanted = (slot: number): boolean => (wanted.get(slot) ?? Fact.UNKNOWN) !== Fact.UNKNOWN
  // An answer that leads to a question is given before it.
  for (const { fact, when } of [...questions].reverse())
    for (const [slot, code] of isWanted(policy.slots.get(fact) ?? -1) ? inputsFor(subject.tables, when) : [])
      if (!isWanted(slot)) wanted.set(slot, code)
  const answers = new Map(factsOf(policy, wanted))
  const gates = policy.bundle.loops.find(({ name }) => name === aim.loop)?.gates.map(({ name }) => name) ?? []
  const before = gates.slice(0, gates.indexOf(aim.gate ?? "")).map(settling)
  const each = questions.flatMap(({ fact }) => (answers.has(fact) ? [{ [fact]: answers.get(fact) }] : []))
  // If no further answer is needed, the first one is the last.
  const ways = [each, [Object.assign({}, ...each)]].map((given) =>
    given.map((facts) => ({ at: "+1 hour", answer: `A.${aim.gate}`, facts, by: "customer" }) as ScenarioStep)
  )
  return openingsOf(subject, people, aim)
    .slice(0, 2)
    .flatMap((opening) => ways.map((way) => [...attempts(opening), ...before, ...attempts(way)]))
}

const settling = (gate: string): Attempt => ({ step: { at: "+1 hour", settle: `A.${gate}` } })

/** Returns the people who can do it, which only a trial shows; a case is handed over to each of the others. */
const byAll = (step: ScenarioStep, { people }: People): readonly Attempt[] => {
  if ("by" in step || Object.keys(step).every((key) => key === "at") || "event" in step)
    return [{ step: { at: "+1 hour", ...step } }]
  // The receiver comes last, because only they can withdraw their own request.
  return [...people.slice(1), ...people.slice(0, 1)].flatMap(({ id: by }) => {
    const own = { at: "+1 hour", ...step, by }
    if (!("hand-over" in step)) return [{ step: own }]
    return people.flatMap(({ id: to }) => (to === by ? [] : [{ step: { ...own, to } }]))
  })
}

/** The most openings that are tried for one item. */
const most = 6

/**
 * Returns the inputs that the case must have: those of the item, of its loop, and of the conditions of earlier gates.
 */
const wantedBy = ({ tables, policy }: CoverageSubject, { loop: name, gate, inputs }: Aim): readonly Wanted[] => {
  const loop = policy.bundle.loops.find((each) => each.name === name)
  const watched = tables.find(({ table, isCondition }) => table === loop?.when.table && !isCondition)
  const own = inputs ?? new Map<number, number>()
  if (watched === undefined || loop === undefined) return [own]
  const led = leadingTo(loop.gates, gate ?? "").flatMap((each) => [
    ...inputsFor(tables, loop.gates.find((one) => one.name === each)?.when)
  ])
  return watched.reach.rows.flatMap(({ witness = [] }) => {
    const into = watched.table.slots.flatMap((slot, index) =>
      witness[index] === undefined ? [] : [[slot, witness[index]] as const]
    )
    const whole = new Map([...into, ...led, ...own])
    return led.length === 0 ? [whole] : [whole, new Map([...into, ...own])]
  })
}

const reason = "as found"

const wait: Attempt = { step: { at: "+150 days" } }

const after = (
  { policy }: CoverageSubject,
  people: People,
  { kind, aim, rule }: Item,
  part: CoveredPart
): readonly (readonly Attempt[])[] => {
  const rules = policy.bundle.loops.find(({ name }) => name === aim.loop)?.gates ?? []
  const gates = rules.map(({ name }) => name)
  const at = gates.indexOf(aim.gate ?? "")
  const before = (at < 0 ? [] : gates.slice(0, at)).map(settling)
  const all = (at < 0 ? gates : gates.slice(0, at + 1)).map(settling)
  const own = at < 0 ? [] : [settling(aim.gate ?? "")]
  const led = leadingTo(rules, aim.gate ?? "").map(settling)
  // A gate that only time settles, such as an effectiveness check, is waited for.
  const inTime = (...then: readonly Attempt[]): readonly Attempt[] => [...led, wait, ...led, ...then]
  const explain = byAll({ explain: `A.${aim.gate}`, reason }, people)
  switch (part) {
    case "opened":
    case "passed":
    case "started":
    case "met":
      return [all, inTime(...own)]
    case "waived":
    case "explained": {
      const asked = part === "waived" ? byAll({ waive: `A.${aim.gate}`, reason }, people) : explain
      return [[...before, ...asked], inTime(...asked)]
    }
    case "refused":
      return [[{ step: { at: "+1 hour", pass: `A.${aim.gate}`, by: "customer" }, isRefused: true }]]
    case "missed":
    case "reminded":
    case "escalated":
      return [
        [...before, wait],
        [...led, wait]
      ]
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
      // A condition on the cause is read when somebody gives a cause.
      if (rule.endsWith(".or-explain.when"))
        return part === "held"
          ? [[...led, ...explain]]
          : [[...led, ...byAll({ set: "A", cause: "systemic", reason }, people), ...explain.map(refused)]]
      return kind === "rows" || kind === "bounds" || at < 0 ? [[], all] : [all, inTime(...own)]
  }
}

const refused = ({ step }: Attempt): Attempt => ({ step, isRefused: true })

/** Returns the gates that a gate waits for, each after those that it waits for itself. */
const leadingTo = (gates: readonly Bundle.GateRule[], name: string): readonly string[] => {
  const found = new Set<string>()
  const visit = (gate: string): void => {
    for (const earlier of gates.find((each) => each.name === gate)?.after ?? [])
      if (!found.has(earlier) && earlier !== name) {
        visit(earlier)
        found.add(earlier)
      }
  }
  visit(name)
  return [...found]
}

const spending = (
  { role, verb, most: limit }: NonNullable<Aim["limit"]>,
  part: "within" | "above",
  policy: CoverageSubject["policy"],
  people: People
): readonly Attempt[] => {
  const holder = people.people.find(({ roles }) => Limits.limitsOf(policy, roles)?.role === role)
  if (holder === undefined) return []
  const least = part === "above" ? limit + 1 : limit === 0 ? 1 : limit
  const digits = policy.bundle.currency?.digits ?? 2
  const amount = verb === "compensate" ? least / 10 ** digits : verb === "discount" ? `${least / 100}%` : least
  return [{ step: { at: "+1 hour", [verb]: "A", by: holder.id, amount, reason } }]
}

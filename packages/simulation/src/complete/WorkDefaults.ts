/** Completes the durations of work and the decisions of people with defaults. */
import { type Bundle, Instant, type Policy, type Work } from "@hearback/core"
import { type Assumption, assumption } from "../model/Assumption.ts"
import type { Duration, MoneyPlan, WorkerPlan, WorkPlan, WorkSubject } from "../model/Plan.ts"
import type { Money } from "../model/Simulation.ts"
import type { WorkModel as Given, WorkTime } from "../model/Work.ts"
import { chooser, type Distribution, meanOf, quantileOf } from "../random/Distribution.ts"
import { listed, percent, said, type TranslatedText } from "../text/TranslatedText.ts"
import { kindNamed, roleNamed } from "./Names.ts"

const { MINUTE } = Instant

/** The median duration of work at a gate, by the kind of gate.  Units: minutes. */
const ofKinds: Readonly<Record<Bundle.GateKind, number>> = {
  acknowledgement: 5,
  classification: 3,
  containment: 60,
  record: 5,
  findings: 60,
  approval: 10,
  correction: 30,
  "root-cause": 60,
  prevention: 60,
  effectiveness: 30,
  proposal: 20,
  decision: 30,
  result: 15,
  confirmation: 5
}

/**
 * The median duration of work that belongs to no gate; those that a simulation can set have a name.  Units: minutes.
 */
const ofErrands: Readonly<Record<Exclude<Work.OpenWork["as"], "gate">, number>> = {
  closing: 5,
  approval: 10,
  "spot-check": 10,
  handover: 5,
  "on-call": 5,
  review: 5,
  reopening: 10,
  part: 30,
  action: 60,
  signature: 10,
  ruling: 20
}

const longTail = 2.5

const usual = (minutes: number): Duration =>
  durationOf({ kind: "lognormal", median: minutes * MINUTE, p90: longTail * minutes * MINUTE })

const durationOf = (time: Distribution): Duration => ({ draw: quantileOf(time), mean: meanOf(time) })

const defaults: ReadonlyMap<string, Duration> = new Map(
  [...Object.entries(ofKinds), ...Object.entries(ofErrands)].map(([name, minutes]) => [name, usual(minutes)])
)

const systemicByDefault = 0.2
/** How long before a deadline its owner asks for more time. */
const nearByDefault = 4 * Instant.HOUR
/** The duration of other work, such as notes and messages. */
const unknown = usual(5)

const fits = (row: WorkTime, { errand, gate, kind, category, grades }: WorkSubject): boolean =>
  (row.gate === undefined || row.gate === gate) &&
  (row.kind === undefined || (row.kind === kind && errand === "gate")) &&
  (row.errand === undefined || row.errand === errand) &&
  (row.category === undefined || row.category === category) &&
  (row.grade === undefined || Object.values(grades).some(({ level }) => level === row.grade))

const timesOf = (rows: readonly WorkTime[]): WorkPlan["time"] => {
  const known = rows.map((row) => ({ row, duration: durationOf(row.time) }))
  return (subject) =>
    known.find(({ row }) => fits(row, subject))?.duration ??
    defaults.get(subject.errand === "gate" ? (subject.kind ?? "") : subject.errand) ??
    unknown
}

const scaled = (time: WorkPlan["time"], factor: number): WorkPlan["time"] =>
  factor === 1
    ? time
    : (subject) => {
        const { draw, mean } = time(subject)
        return { draw: (share) => factor * draw(share), mean: factor * mean }
      }

/** Returns the kinds of the policy's gates whose duration no row gives for all cases. */
const assumedKinds = ({ bundle }: Policy.Policy, rows: readonly WorkTime[]): readonly Bundle.GateKind[] => {
  const isSaid = ({ name, kind }: Bundle.GateRule): boolean =>
    rows.some(
      ({ time: _, errand = "gate", gate = name, kind: of = kind, ...narrower }) =>
        errand === "gate" && gate === name && of === kind && Object.keys(narrower).length === 0
    )
  const gates = bundle.loops.flatMap((loop) => loop.gates)
  return [...new Set(gates.filter((gate) => !isSaid(gate)).map(({ kind }) => kind))]
}

/** Returns the median of each kind.  Units: minutes. */
const assumedTimes = (kinds: readonly Bundle.GateKind[]): TranslatedText =>
  listed(
    kinds.map((kind) => {
      const called = kindNamed(kind)
      return said((t, language) => t.part.minutes(called[language], ofKinds[kind]))
    })
  )

/** Returns notes about acts that never happen, because their share is not given. */
const mishaps = ["rework", "handOver", "denied", "foundWrong", "splits"] as const satisfies readonly (keyof Given)[]

/** Returns notes about work at no gate whose duration no row gives for all cases. */
const assumedErrands = (rows: readonly WorkTime[]): readonly TranslatedText[] =>
  (Object.keys(ofErrands) as (keyof typeof ofErrands)[]).flatMap((name) => {
    const isSaid = rows.some(
      ({ time: _, errand = name, ...narrower }) => errand === name && Object.keys(narrower).length === 0
    )
    if (isSaid || name === "closing") return []
    return [said((t) => t.part.minutes(t.errand[name], ofErrands[name]))]
  })

/** Returns the plan of work, with the assumptions that were made. */
export const completeWork = (
  policy: Policy.Policy,
  given: Given
): { readonly plan: WorkPlan; readonly assumed: readonly Assumption[] } => {
  const { times = [], compensation, decisions, needs = {}, systemic = systemicByDefault } = given
  const { pauses = [], extensions, waivers, splits = 0 } = given
  const kinds = assumedKinds(policy, times)
  const errands = assumedErrands(times)
  const unsaid = mishaps.flatMap((name) => (given[name] === undefined ? [said((t) => t.mishap[name])] : []))
  const amount = compensation && quantileOf(compensation.amount)
  return {
    assumed: [
      ...(kinds.length === 0 ? [] : [assumption("times", { times: assumedTimes(kinds) })]),
      ...(errands.length === 0 ? [] : [assumption("errand-times", { times: listed(errands) })]),
      ...(decisions === undefined ? [assumption("decisions")] : []),
      ...(compensation === undefined ? [assumption("compensation")] : []),
      ...(pauses.length === 0 && extensions === undefined && waivers === undefined ? [assumption("deadlines")] : []),
      ...(given.systemic === undefined ? [assumption("systemic", { share: percent(systemic) })] : []),
      ...(unsaid.length === 0 ? [] : [assumption("smooth", { names: listed(unsaid) })])
    ],
    plan: {
      time: scaled(timesOf(times), given.factor ?? 1),
      rework: given.rework ?? 0,
      needs: (gate, category) => needs[gate ?? ""] ?? needs[category ?? ""],
      handOver: given.handOver ?? 0,
      denied: given.denied ?? 0,
      foundWrong: given.foundWrong ?? 0,
      systemic,
      decision: (offered, share) =>
        chooser(Object.fromEntries(offered.map((name) => [name, decisions?.[name] ?? (decisions ? 0 : 1)])))(share),
      compensation:
        compensation && amount
          ? {
              share: compensation.share,
              amount,
              concerns: (category) => compensation.categories?.includes(category ?? "") ?? true
            }
          : undefined,
      pauses: pauses.map(({ reason, share, lasts, gates }) => ({
        reason,
        share,
        lasts: quantileOf(lasts),
        concerns: (gate) => gates?.includes(gate) ?? true
      })),
      extensions: extensions && {
        share: extensions.share,
        before: extensions.before ?? nearByDefault,
        concerns: ({ name, extend }) => extensions.clocks?.includes(name) ?? extend !== undefined
      },
      waivers: { share: waivers?.share ?? 0, concerns: (gate) => waivers?.gates?.includes(gate) ?? true },
      splits
    }
  }
}

/** Returns the plan of costs, with the assumptions that were made. */
export const completeMoney = (
  policy: Policy.Policy,
  { hours, lostCustomer = 0 }: Money,
  workers: readonly WorkerPlan[]
): { readonly plan: MoneyPlan; readonly assumed: readonly Assumption[] } => {
  const { bundle } = policy
  // The most expensive role of a person counts.
  const unpaid = workers.filter(({ person }) => person.roles.every((role) => hours?.[role] === undefined))
  const free = [...new Set(unpaid.flatMap(({ person }) => person.roles))]
  const minor = 10 ** (bundle.currency?.digits ?? 0)
  return {
    assumed:
      hours === undefined
        ? [assumption("money")]
        : free.length === 0
          ? []
          : [assumption("money-of", { names: listed(free.map((role) => roleNamed(policy, role))) })],
    plan: {
      hourOf: (roles) => Math.max(0, ...roles.map((role) => hours?.[role] ?? 0)) * minor,
      lostCustomer: lostCustomer * minor
    }
  }
}

/** What figures can be about: the names that the policy and the staff have, and which figures each has. */
import { defined, errands, type Policy } from "@hearback/core"
import {
  type MetricDimension,
  type MetricGroup,
  metrics,
  prepare,
  type SimulationSubject,
  type Statistic
} from "@hearback/simulation"
import { type Place, placeOf } from "../answer/Place.ts"
import * as Shape from "../call/Shape.ts"

const ofCases = [
  "time-to-answer",
  "time-to-close",
  "customer-wait",
  "approval-wait",
  "pause-time",
  "hand-overs",
  "approvals"
] as const
const rates = [
  ...(["pauses", "extensions", "waivers", "splits", "escalations", "reopened", "contacts"] as const),
  ...(["silent", "dissatisfied", "lost", "refused", "stuck"] as const)
] as const
const ofCase = [...ofCases, ...rates, "unanswered"] as const
/** Figures of the cases of a group beside that. */
const ofGroup = [...ofCase, "in-hand", "open", "answered", "closed", "cost-of-compensation"] as const
const levels = ["in-hand", "open", "queue"] as const
const amounts = ["arrived", "answered", "closed", "cost-of-work", "cost-of-compensation"] as const

/** The figures that each subject has; `all` is everything. */
const figuresOf = {
  all: [...ofCase, ...levels, ...amounts, "cost-of-lost-customers", "utilisation"],
  clock: ["attainment"],
  gate: ["gate-time", "wait", "work", "customer-wait", "pause-time"],
  errand: ["wait", "work"],
  grade: ofGroup,
  category: ofGroup,
  channel: ofGroup,
  loop: ofGroup,
  person: [...ofGroup, "wait", "work", "utilisation", "cost-of-work"],
  role: ["wait", "work", "utilisation", "cost-of-work", "approvals", "approval-wait"],
  power: ["authority"]
} as const

/** What a figure of a simulation is about, such as a gate or a person; `all` is the whole simulation. */
export type FigureSubject = keyof typeof figuresOf
/** The metrics that figures of a subject have. */
export type MetricOf<T extends FigureSubject> = (typeof figuresOf)[T][number]
type Durations = {
  [M in keyof typeof metrics]: (typeof metrics)[M]["sort"] extends "duration" ? M : never
}[keyof typeof metrics]
/** The statistics of a metric: durations have quantiles, all others only the mean. */
export type StatisticOf<M> = M extends Durations ? Statistic : "mean"

const statistics: readonly Statistic[] = ["mean", "p50", "p90", "p95", "p99"]

/** Errors: `call/invalid` for a figure that the subject does not have. */
export const checkFigure = (of: FigureSubject, metric: string, statistic: string): void => {
  Shape.checkValue(`the figure of ${of === "all" ? "the report" : `a ${of}`}`, metric, Shape.oneOf(figuresOf[of]))
  const has = metrics[metric as keyof typeof metrics].sort === "duration" ? statistics : ["mean"]
  Shape.checkValue(`the statistic of ${metric}`, statistic, Shape.oneOf(has))
}

/** The names that figures can have in each dimension. */
export type FigureNames = Readonly<Record<MetricDimension, readonly string[]>>

/** Returns the names that figures of a policy and a staff can be about. Cases are grouped by the last dimension of grades. */
export const namesOf = (subject: SimulationSubject): FigureNames => {
  const { bundle } = subject.policy
  return {
    clock: [...new Set(bundle.clocks.map(({ name }) => name))],
    gate: [...new Set(bundle.loops.flatMap(({ gates }) => gates.map(({ name }) => name)))],
    errand: errands,
    grade: bundle.grading.at(-1)?.levels ?? [],
    category: bundle.dictionary.categories.map(({ name }) => name),
    channel: Object.keys(bundle.channels),
    loop: bundle.loops.map(({ name }) => name),
    role: Object.keys(bundle.roles),
    person: prepare(subject).plan.workers.map(({ person }) => person.id),
    power: ["compensated", "discounted", "resources-granted"]
  }
}

/** Throws for an unknown name. Errors: `call/invalid`, with the name that was probably meant. */
export const checkName = (names: FigureNames, dimension: MetricDimension, name: string): void =>
  Shape.checkValue(`the ${dimension}`, name, Shape.oneOf(names[dimension]))

/** Returns the line of the policy behind a clock, a gate or a power. */
export const lineOf = (policy: Policy.Policy, { clock, gate, power }: MetricGroup): Place | undefined => {
  const { clocks, loops } = policy.bundle
  const rules = clock === undefined ? loops.flatMap(({ gates }) => gates) : clocks
  const path = rules.find(({ name }) => name === (clock ?? gate))?.path
  return placeOf(policy, path ?? (power && "authority.limits"))
}

/** Returns what a figure is about in words, such as `agreed at P1`. */
export const titleOf = ({
  clock,
  gate,
  errand,
  role,
  person,
  power,
  grade,
  category,
  channel,
  loop
}: MetricGroup): string =>
  Object.values(
    defined({
      clock,
      gate,
      errand,
      power,
      role,
      person,
      grade: grade && `at ${grade}`,
      category: category && `of ${category}`,
      channel: channel && `by ${channel}`,
      loop: loop && `in ${loop}`
    })
  ).join(" ")

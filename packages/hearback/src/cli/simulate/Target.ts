/** Reads a figure by its name, such as `attainment.agreed` or `按时率.处理方案`, and its bound. */

import { Bundle } from "@hearback/core"
import { type KeyLanguage, keyLanguages, parseDuration } from "@hearback/policy"
import {
  dimensions,
  type FigureBound,
  type MetricDimension,
  type MetricGroup,
  type MetricName,
  metrics,
  metricWord,
  type SimulationSubject,
  type Statistic
} from "@hearback/simulation"
import type { CommandContext } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { notAmong, suggestionOf } from "../program/Suggestion.ts"
import { titlesOf } from "./Titles.ts"

const DAY = 86_400_000

const statistics: ReadonlySet<string> = new Set<Statistic>(["mean", "p50", "p90", "p95", "p99"])

const looksLikeStatistic = /^(?:p\d+|min|max|median|average|least|most)$/iu

/** The names of figures are keys in both key languages. */
const writtenIn = (keys: KeyLanguage, name: MetricName): string => (keys === "en" ? name : metricWord(name, keys))

/** A figure: its metric, its group, and its statistic. */
export type FigureName = Required<Pick<FigureBound, "metric" | "about" | "statistic">>

/** Returns the figure of a name. Errors: no such figure, no such clock, gate, role and so on. */
export const figureOf = (
  written: string,
  subject: SimulationSubject,
  flag: string,
  context: CommandContext
): FigureName => {
  const { texts } = context
  const [first = "", ...rest] = written.trim().split(".")
  const names = Object.keys(metrics) as MetricName[]
  const metric = names.find((name) => keyLanguages.some((keys) => writtenIn(keys, name) === first))
  if (metric === undefined) {
    const fault = { code: "usage/bad-figure", message: texts.simulate.noSuchFigure(flag, first) }
    const keys = Bundle.keyLanguageOf(context.language)
    return notAmong(
      fault,
      first,
      names.map((name) => writtenIn(keys, name)),
      texts.frame
    )
  }
  const last = rest.at(-1) ?? ""
  const statistic = statistics.has(last) ? (last as Statistic) : "mean"
  const about = aboutOf(statistics.has(last) ? rest.slice(0, -1) : rest, metric, subject, flag, context)
  return { metric, about, statistic }
}

/** Returns the dimension of a figure's first name; the other names are groups of cases. */
const firstOf: Readonly<Partial<Record<MetricName, readonly MetricDimension[]>>> = {
  attainment: ["clock"],
  wait: ["gate", "errand"],
  work: ["gate", "errand"],
  "gate-time": ["gate"],
  "customer-wait": ["gate"],
  utilisation: ["role", "person"],
  "cost-of-work": ["role", "person"],
  approvals: ["role"]
}

const groups: readonly MetricDimension[] = ["grade", "category", "channel", "loop", "person"]

const aboutOf = (
  names: readonly string[],
  metric: MetricName,
  subject: SimulationSubject,
  flag: string,
  context: CommandContext
): MetricGroup => {
  const known = namesOf(subject, context)
  let about: MetricGroup = {}
  for (const [i, name] of names.entries()) {
    const among = i === 0 ? [...(firstOf[metric] ?? []), ...groups] : groups
    const found = known.find((one) => among.includes(one.dimension) && (one.name === name || one.title === name))
    if (found === undefined) {
      const keys = Bundle.keyLanguageOf(context.language)
      const metricName = writtenIn(keys, metric)
      if (i === names.length - 1 && looksLikeStatistic.test(name))
        return notAmong(
          { code: "usage/bad-figure", message: context.texts.simulate.noSuchStatistic(flag, metricName, name) },
          name,
          [...statistics],
          context.texts.frame
        )
      const words = known.filter(({ dimension }) => among.slice(0, 1).includes(dimension))
      const shown = words.map(({ name: id, title }) => (keys === "en" ? id : title))
      const fault = {
        code: "usage/bad-figure",
        message: context.texts.simulate.noSuchPart(flag, metricName, name)
      }
      return notAmong(fault, name, [...new Set(shown)], context.texts.frame)
    }
    about = { ...about, [found.dimension]: found.name }
  }
  return about
}

interface Known {
  readonly dimension: MetricDimension
  readonly name: string
  readonly title: string
}

const namesOf = (subject: SimulationSubject, { language }: CommandContext): readonly Known[] => {
  const { bundle } = subject.policy
  const titles = titlesOf(subject, language)
  const of: Readonly<Partial<Record<MetricDimension, readonly string[]>>> = {
    clock: bundle.clocks.map(({ name }) => name),
    gate: bundle.loops.flatMap(({ gates }) => gates.map(({ name }) => name)),
    grade: bundle.grading.at(-1)?.levels ?? [],
    role: Object.keys(bundle.roles),
    person: (subject.simulation.staff?.people ?? []).map(({ id }) => id),
    category: bundle.dictionary.categories.map(({ name }) => name),
    channel: Object.keys(bundle.channels),
    loop: bundle.loops.map(({ name }) => name)
  }
  return dimensions.flatMap((dimension) =>
    (of[dimension] ?? []).map((name) => ({
      dimension,
      name,
      title: dimension === "grade" ? name : titles(dimension, name)
    }))
  )
}

/** Returns a figure with its bound: `attainment.agreed >= 95%`. Errors: no bound, or a bound with another unit. */
export const targetOf = (
  written: string,
  subject: SimulationSubject,
  flag: string,
  context: CommandContext
): FigureBound => {
  const { texts } = context
  const [, name, sign, bound] = /^(.*?)\s*(>=|<=|≥|≤)\s*(.+)$/u.exec(written.trim()) ?? []
  if (name === undefined || bound === undefined)
    return cannotRun({
      code: "usage/bad-target",
      message: texts.simulate.noBound(flag, written),
      expected: texts.simulate.boundExpected
    })
  const figure = figureOf(name, subject, flag, context)
  const value = boundOf(bound, figure.metric, subject.policy.bundle.currency?.digits)
  if (value === undefined)
    return cannotRun({
      code: "usage/bad-target",
      message: texts.simulate.badBound(flag, bound),
      expected: texts.simulate.boundOf[metrics[figure.metric].unit]
    })
  return { ...figure, ...(sign === ">=" || sign === "≥" ? { atLeast: value } : { atMost: value }) }
}

/** Returns an amount of money, written as in a policy, in minor units. */
const boundOf = (written: string, metric: MetricName, digits = 0): number | undefined => {
  const { unit } = metrics[metric]
  if (unit === "share") {
    const [, digits, percent] = /^(\d+(?:\.\d+)?)\s*([%％]?)$/u.exec(written) ?? []
    const share = Number(digits) / (percent === "" ? 1 : 100)
    return digits !== undefined && share <= 1 ? share : undefined
  }
  if (unit !== "ms") {
    const amount = written.trim() === "" ? Number.NaN : Number(written)
    return Number.isFinite(amount) ? amount * (unit === "money" ? 10 ** digits : 1) : undefined
  }
  const length = parseDuration(written)
  if (length?._tag === "Elapsed") return length.ms
  return length?._tag === "Civil" && length.months === 0 ? length.days * DAY : undefined
}

/** Returns the title of a figure: `按时率 · 处理方案 · P1`. */
export const figureText = (
  { metric, about, statistic }: FigureName,
  subject: SimulationSubject,
  { language, texts }: CommandContext
): string => {
  const titles = titlesOf(subject, language)
  const parts = (Object.entries(about) as [MetricDimension, string][]).map(([dimension, name]) =>
    titles(dimension, name)
  )
  return [metricWord(metric, language), ...parts, ...(statistic === "mean" ? [] : [statistic])].join(texts.word.pause)
}

/** Returns the role of a name. Errors: the policy has no such role, or nobody has it. */
export const roleOf = (written: string, subject: SimulationSubject, flag: string, context: CommandContext): string => {
  const { texts, language } = context
  const titles = titlesOf(subject, language)
  const roles = Object.keys(subject.policy.bundle.roles)
  const role = roles.find((name) => name === written || titles("role", name) === written)
  if (role !== undefined) return role
  return cannotRun({
    code: "usage/bad-choice",
    message: texts.frame.badChoice(flag, written),
    expected: texts.frame.oneOf(roles),
    help: suggestionOf(written, roles, texts.frame)
  })
}

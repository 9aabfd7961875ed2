/** The answer to a simulation, asked by the names of the policy. */
import type { MetricDimension, MetricGroup, MetricName, Report, Statistic } from "@hearback/simulation"
import { type FigureSource, figureOf, type SimulatedFigure } from "./Figure.ts"
import { checkFigure, checkName, type MetricOf, namesOf, type StatisticOf, type ToldOf } from "./KnownFigures.ts"

/** Of this, these figures are told. Errors: `call/invalid` for others. */
interface Told<T extends ToldOf> {
  readonly figure: <M extends MetricOf<T>>(metric: M, statistic?: StatisticOf<M>) => SimulatedFigure
}

/** The same of the cases of one group. */
interface Groups<A> {
  /** Of cases at this grade, a level of the policy's last dimension. */
  readonly at: (grade: string) => A
  readonly category: (name: string) => A
  readonly channel: (name: string) => A
  readonly loop: (name: string) => A
  /** Of cases that this person answers for. */
  readonly person: (id: string) => A
}

/** Each name is one of the policy or of the staff. Errors: `call/invalid`, with the name that was probably meant. */
export interface SimulationReport extends Told<"all"> {
  /** How often a deadline is met. */
  readonly clock: (name: string) => SimulatedFigure & Groups<SimulatedFigure>
  readonly gate: (name: string) => Told<"gate"> & Groups<Told<"gate">>
  /** Work that stands at no gate, such as `approval`. */
  readonly errand: (name: string) => Told<"errand"> & Groups<Told<"errand">>
  /** Of cases at this grade, a level of the policy's last dimension. */
  readonly at: (grade: string) => Told<"grade">
  readonly category: (name: string) => Told<"category">
  readonly channel: (name: string) => Told<"channel">
  readonly loop: (name: string) => Told<"loop">
  readonly role: (name: string) => Told<"role">
  readonly person: (id: string) => Told<"person">
  /** Authority that is used: `compensated`, `discounted` or `resources-granted`. */
  readonly power: (name: string) => {
    readonly role: (name: string) => Told<"power">
    readonly person: (id: string) => Told<"power">
  }
  /** Errors: `call/invalid` where there is no such name, with the one that was probably meant. */
  readonly checkName: (dimension: MetricDimension, name: string) => void
  /** Work piles up: the staff cannot keep up with what arrives. */
  readonly isUnstable: boolean
  /** What nobody said, in words. */
  readonly assumptions: readonly string[]
  /** Everything as plain JSON: lengths in milliseconds, money in minor units. */
  readonly plain: Report
}

export const reportFrom = (source: FigureSource): SimulationReport => {
  const names = namesOf(source.subject)
  const named = (about: MetricGroup, dimension: MetricDimension, name: string): MetricGroup => {
    checkName(names, dimension, name)
    return { ...about, [dimension]: name }
  }
  const read = (metric: MetricName, about: MetricGroup, statistic: Statistic = "mean"): SimulatedFigure =>
    figureOf(source, metric, about, statistic)
  const tell = <T extends ToldOf>(of: T, about: MetricGroup): Told<T> => ({
    figure: (metric, statistic) => {
      checkFigure(of, metric, statistic ?? "mean")
      return read(metric, about, statistic)
    }
  })
  const groups = <A>(about: MetricGroup, make: (about: MetricGroup) => A): Groups<A> => ({
    at: (grade) => make(named(about, "grade", grade)),
    category: (name) => make(named(about, "category", name)),
    channel: (name) => make(named(about, "channel", name)),
    loop: (name) => make(named(about, "loop", name)),
    person: (id) => make(named(about, "person", id))
  })
  const of = (dimension: "grade" | "category" | "channel" | "loop" | "role" | "person") => (name: string) =>
    tell(dimension, named({}, dimension, name))
  const grouped = <T extends "gate" | "errand">(dimension: T, name: string): Told<T> & Groups<Told<T>> => {
    const about = named({}, dimension, name)
    return { ...tell(dimension, about), ...groups(about, (one) => tell(dimension, one)) }
  }
  return {
    ...tell("all", {}),
    clock: (name: string) => {
      const about = named({}, "clock", name)
      const figure = (one: MetricGroup): SimulatedFigure => read("attainment", one)
      return { ...figure(about), ...groups(about, figure) }
    },
    gate: (name: string) => grouped("gate", name),
    errand: (name: string) => grouped("errand", name),
    at: of("grade"),
    category: of("category"),
    channel: of("channel"),
    loop: of("loop"),
    role: of("role"),
    person: of("person"),
    power: (name: string) => {
      const about = named({}, "power", name)
      return {
        role: (role: string) => tell("power", named(about, "role", role)),
        person: (id: string) => tell("power", named(about, "person", id))
      }
    },
    checkName: (dimension, name) => checkName(names, dimension, name),
    isUnstable: source.report.isUnstable,
    assumptions: source.report.assumptions.map(({ en }) => en),
    plain: source.report
  }
}

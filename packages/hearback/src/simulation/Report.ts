/** The report of a simulation, read by the names of the policy. */
import type { MetricDimension, MetricGroup, MetricName, Report, Statistic } from "@hearback/simulation"
import { type FigureSource, figureOf, type SimulatedFigure } from "./Figure.ts"
import { checkFigure, checkName, type FigureSubject, type MetricOf, namesOf, type StatisticOf } from "./KnownFigures.ts"

/** The figures of one subject. */
interface FiguresOf<T extends FigureSubject> {
  /**
   * Returns a figure with its interval. `statistic`: of a length of time, by default the mean.
   * Errors: `call/invalid` for a figure that the subject does not have.
   */
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

/**
 * The result of a simulation. Its methods take names of the policy or of the staff. Errors: `call/invalid` for an
 * unknown name, with the likely one.
 */
export interface SimulationReport extends FiguresOf<"all"> {
  /** Returns how often a deadline is met. */
  readonly clock: (name: string) => SimulatedFigure & Groups<SimulatedFigure>
  /** Returns the figures of a gate. */
  readonly gate: (name: string) => FiguresOf<"gate"> & Groups<FiguresOf<"gate">>
  /** Returns the figures of work outside gates, such as `approval`. */
  readonly errand: (name: string) => FiguresOf<"errand"> & Groups<FiguresOf<"errand">>
  /** Returns the figures of cases at a level of the policy's last dimension. */
  readonly at: (grade: string) => FiguresOf<"grade">
  /** Returns the figures of the cases of a category. */
  readonly category: (name: string) => FiguresOf<"category">
  /** Returns the figures of the cases of a channel. */
  readonly channel: (name: string) => FiguresOf<"channel">
  /** Returns the figures of the cases of a loop. */
  readonly loop: (name: string) => FiguresOf<"loop">
  /** Returns the figures of the people with a role. */
  readonly role: (name: string) => FiguresOf<"role">
  /** Returns the figures of a person. */
  readonly person: (id: string) => FiguresOf<"person">
  /** Returns how much authority is used: `compensated`, `discounted` or `resources-granted`. */
  readonly power: (name: string) => {
    readonly role: (name: string) => FiguresOf<"power">
    readonly person: (id: string) => FiguresOf<"power">
  }
  /** Checks that a name exists. Errors: `call/invalid` if it does not, with the likely one. */
  readonly checkName: (dimension: MetricDimension, name: string) => void
  /** Whether work piles up, because the staff cannot keep up with arrivals. */
  readonly isUnstable: boolean
  /** What nobody stated and the simulation assumed, in words. */
  readonly assumptions: readonly string[]
  /** The whole result as plain JSON.  Units: ms for lengths of time, minor units for money. */
  readonly plain: Report
}

/** Makes a report for tests. */
export const reportFrom = (source: FigureSource): SimulationReport => {
  const names = namesOf(source.subject)
  const named = (about: MetricGroup, dimension: MetricDimension, name: string): MetricGroup => {
    checkName(names, dimension, name)
    return { ...about, [dimension]: name }
  }
  const read = (metric: MetricName, about: MetricGroup, statistic: Statistic = "mean"): SimulatedFigure =>
    figureOf(source, metric, about, statistic)
  const tell = <T extends FigureSubject>(of: T, about: MetricGroup): FiguresOf<T> => ({
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
  const grouped = <T extends "gate" | "errand">(dimension: T, name: string): FiguresOf<T> & Groups<FiguresOf<T>> => {
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

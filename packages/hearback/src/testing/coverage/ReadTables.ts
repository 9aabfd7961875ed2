/**
 * The tables and conditions of a policy, each with the events at which it is evaluated and the state for which it is.
 */
import type { Bundle, Case, Policy, Table } from "@hearback/core"
import type { Aim } from "./Item.ts"

/** Returns the state before or after an event for which a table was evaluated; undefined if it was not. */
type Moment = (event: Case.CaseEvent, after: Case.Case) => "before" | "after" | undefined

/** A table or a condition that is observed. */
export interface Watched {
  readonly table: Table.Table
  readonly rule: Bundle.RuleId
  /** Whether it is a condition, which also matters if it does not hold. */
  readonly isCondition: boolean
  readonly moments: readonly Moment[]
  /** Whether its rows were made from points, so that nobody wrote the bounds of its cells. */
  readonly isLaidOut?: true
  /** Returns whether a refused command of this name, at this gate, evaluated it. */
  readonly refused?: (command: string, gate: string | undefined, state: Case.Case) => boolean
  readonly aim: Aim
}

/** Returns what is decided by tables, each once. Two clocks can share one table. */
export const watchedIn = (policy: Policy.Policy): readonly Watched[] => {
  const { bundle } = policy
  const all = [
    ...ofGrading(bundle),
    ...ofOwnership(bundle),
    ...ofLoops(bundle),
    ...ofClocks(policy),
    ...others(bundle),
    ...ofSurveys(bundle),
    ...ofMessages(bundle)
  ]
  const byId = new Map<string, Watched>()
  for (const one of all) {
    const id = `${one.table.id} ${one.isCondition}`
    const known = byId.get(id)
    byId.set(id, known === undefined ? one : { ...known, moments: [...known.moments, ...one.moments] })
  }
  return [...byId.values()]
}

const varying = ({ table }: Bundle.Varying<unknown>, moment: Moment, aim: Aim = {}): Watched => ({
  table,
  rule: table.id,
  isCondition: false,
  moments: [moment],
  aim
})

const condition = (
  when: Bundle.Condition | undefined,
  moment: Moment,
  more: Pick<Watched, "aim" | "refused"> = { aim: {} }
): readonly Watched[] =>
  when === undefined ? [] : [{ table: when.table, rule: when.rule, isCondition: true, moments: [moment], ...more }]

/** From the choice of a loop on, all inputs of a case are known. */
const anyTime =
  (loop?: string): Moment =>
  (_, { lifecycle }) =>
    lifecycle.loop !== undefined && (loop === undefined || lifecycle.loop === loop) ? "after" : undefined

const ofGrading = ({ grading }: Bundle.Bundle): readonly Watched[] =>
  grading.flatMap(({ name, table, points, lift }) => {
    const graded: Moment = ({ event }, { grades }) =>
      (event === "graded" || event === "regraded") && grades[name] !== undefined && grades[name].by === undefined
        ? "after"
        : undefined
    const levels = varying(table, graded)
    const counted = (points?.rows ?? []).flatMap(({ when }) => condition(when, graded))
    return [
      points === undefined ? levels : { ...levels, isLaidOut: true },
      ...counted,
      ...lift.flatMap(({ when }) => condition(when, graded))
    ]
  })

const ofOwnership = ({ ownership }: Bundle.Bundle): readonly Watched[] => {
  const { department, recuse, onCall, team } = ownership
  const graded: Moment = ({ event }) => (event === "graded" || event === "reclassified" ? "after" : undefined)
  return [
    ...(department === undefined ? [] : [varying(department, graded)]),
    ...[recuse?.when, onCall?.when, team?.when].flatMap((when) => condition(when, anyTime()))
  ]
}

const ofLoops = ({ loops }: Bundle.Bundle): readonly Watched[] =>
  loops.flatMap(({ name, when, gates, reopen }) => {
    const chosen: Moment = ({ event }) => (event === "loop-chosen" ? "before" : undefined)
    const choice = { table: when.table, rule: when.rule, isCondition: false, moments: [chosen], aim: { loop: name } }
    const causes = reopen.flatMap(({ when: asked, cause }) =>
      condition(asked, (event) => (event.event === "case-reopened" && event.cause === cause ? "before" : undefined), {
        aim: { loop: name },
        refused: (command, _, { lifecycle }) => command === "reopen" && lifecycle.loop === name
      })
    )
    return [choice, ...gates.flatMap((gate) => ofGate(name, gate)), ...causes]
  })

const ofGate = (loop: string, gate: Bundle.GateRule): readonly Watched[] => {
  const aim = { loop, gate: gate.name }
  const at =
    (...names: readonly Case.EventName[]): Moment =>
    (event, { lifecycle }) =>
      lifecycle.loop === loop && "gate" in event && event.gate === gate.name && names.includes(event.event)
        ? "before"
        : undefined
  const needed: Moment = (event, after) =>
    event.event === "gate-not-needed" && event.why !== gate.when?.rule
      ? undefined
      : at("gate-opened", "gate-not-needed")(event, after)
  const timed = [gate.onlyWithin, gate.observe].filter((each) => each !== undefined)
  return [
    ...condition(gate.when, needed, { aim }),
    ...condition(gate.orExplain?.when, at("explanation-given", "gate-explained"), {
      aim,
      refused: (command, named, { lifecycle }) =>
        command === "explain" && named === gate.name && lifecycle.loop === loop
    }),
    ...timed.map((table) => varying(table, at("gate-opened", "gate-passed"), aim))
  ]
}

const ofClocks = (policy: Policy.Policy): readonly Watched[] =>
  [...policy.loops].flatMap(([loop, { clocks }]) =>
    [...clocks.values()].flatMap(({ name, within, when, gate }) => {
      const aim = { loop, ...(gate !== undefined && { gate }) }
      const set: Moment = (event, { lifecycle }) =>
        lifecycle.loop === loop &&
        (event.event === "clock-started" || event.event === "deadline-moved") &&
        event.clock === name
          ? "before"
          : undefined
      return [...(within === undefined ? [] : [varying(within, set, aim)]), ...condition(when, anyTime(loop), { aim })]
    })
  )

const others = ({ alarms = [], problems, channels }: Bundle.Bundle): readonly Watched[] =>
  [
    ...alarms.map(({ when }) => when),
    problems.openWhen,
    ...Object.values(channels).map(({ askAfter, when }) => (askAfter === undefined ? undefined : when))
  ].flatMap((when) => condition(when, anyTime()))

/** The events at which the table of a survey is evaluated: each answer, and the opening of the gate. */
const ofSurveys = ({ channels, loops }: Bundle.Bundle): readonly Watched[] =>
  Object.entries(channels).flatMap(([channel, { questions = [], dissatisfied }]) => {
    const answered: Moment = (event) =>
      event.event === "facts-recorded" || (event.event === "survey-answered" && event.channel === channel)
        ? "after"
        : undefined
    const [asking = {}] = loops.flatMap(({ name, gates }) =>
      gates.flatMap((gate) => (gate.survey === channel ? [{ loop: name, gate: gate.name, survey: channel }] : []))
    )
    const aim: Aim = asking
    return [...questions.map(({ when }) => when), dissatisfied].flatMap((when) => condition(when, answered, { aim }))
  })

const ofMessages = ({ messages }: Bundle.Bundle): readonly Watched[] =>
  Object.values(messages).flatMap(({ name, variants }) =>
    variants === undefined
      ? []
      : [
          varying(variants, (event) =>
            event.event === "message-queued" && event.message === name ? "before" : undefined
          )
        ]
  )

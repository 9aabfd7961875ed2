/** Counts what happens in a replication, without any effect on it. */

import { Actor, type Case, Instant, Policy } from "@hearback/core"
import { type Figures, join, keyOf, makeFigures } from "../figure/Figures.ts"
import type { MetricName } from "../figure/Metric.ts"
import { figuresIn, type ReplicationOutcome } from "../figure/Outcome.ts"
import type { Plan } from "../model/Plan.ts"
import type { LiveCase, SimulatedWorker, Task } from "../world/Scene.ts"
import type { Observer, SimulatedWorld } from "../world/World.ts"
import { makeCaseLevels } from "./CaseLevels.ts"
import { type CountValue, observeClock } from "./Clocks.ts"
import { makeLevel } from "./CountOverTime.ts"
import { makeStaffTime, type Window } from "./StaffTime.ts"

const WEEK = 7 * Instant.DAY

/** An observation of a replication. */
export interface Observation {
  readonly observer: Observer
  readonly outcome: (world: SimulatedWorld, replication: number) => ReplicationOutcome
}

/** Counts the cases that are received in a window, and the time in it; for a terminating run the time to its end. */
export const makeObservation = (plan: Plan, window: Window): Observation => {
  const figures = makeFigures()
  const looked = plan.horizon === "terminating" ? { from: window.from, to: Number.POSITIVE_INFINITY } : window
  const dimension = plan.policy.bundle.grading.at(-1)?.name
  const groups = (live: LiveCase): readonly string[] => groupsOf(live, dimension)
  const levels = makeCaseLevels(plan, looked, groups)
  const queue = makeLevel(plan.from, looked)
  const staffTime = makeStaffTime(plan, looked)
  const weeks = (window.to - window.from) / WEEK
  let cases = 0

  const isCounted = ({ state }: LiveCase): boolean => {
    const at = state.feedback.receipt?.receivedAt ?? Number.NaN
    return window.from <= at && at < window.to
  }

  const isRoutine = ({ channel }: LiveCase): boolean => Policy.isRoutine(plan.policy, channel)

  const count: CountValue = (live, metric, about, value) => {
    if (isCounted(live)) figures.value(metric, about, groups(live), value)
  }

  /** Whether work is counted, and the people who did it. */
  const countWork = (task: Task, worker: SimulatedWorker | undefined, metric: "wait" | "work", value: number): void => {
    const { as, gate } = task.work
    count(task.live, metric, as === "gate" ? keyOf("gate", gate ?? "") : keyOf("errand", as), value)
    if (worker === undefined || !isCounted(task.live)) return
    figures.value(metric, keyOf("person", worker.id), [], value)
    for (const role of worker.actor.roles) figures.value(metric, keyOf("role", role), [], value)
  }

  /** Counts an event of a case, for figures for each case. */
  const happened = (live: LiveCase, metric: MetricName, about = ""): void => count(live, metric, about, 1)

  const onEvent = (live: LiveCase, event: Case.CaseEvent, now: number): void => {
    observeClock(live, event, plan.policy, count)
    // A routine is nobody's feedback: only its number, its deadlines and gates, and the time of the staff count.
    if (event.event !== "gate-passed" && isRoutine(live)) {
      if (event.event === "case-opened") count(live, "routines", "", 1)
      return
    }
    const received = live.state.feedback.receipt?.receivedAt ?? now
    switch (event.event) {
      case "case-opened":
        cases += isCounted(live) ? 1 : 0
        return
      case "customer-loop-closed":
        // What happens after a reopening is counted as a reopening.
        if (live.isAnswered) return
        count(live, "time-to-answer", "", event.at - received)
        count(live, "silent", "", event.outcome === "unconfirmed" ? 1 : 0)
        count(live, "dissatisfied", "", event.outcome === "dissatisfied" ? 1 : 0)
        return
      case "case-closed":
        if (live.wasClosed) return
        live.wasClosed = true
        return count(live, "time-to-close", "", event.at - received)
      case "gate-passed":
      case "gate-explained":
      case "gate-waived":
      case "gate-lapsed":
        if (event.event === "gate-waived") happened(live, "waivers")
        return count(
          live,
          "gate-time",
          keyOf("gate", event.gate),
          event.at - (live.state.gates[event.gate]?.openedAt ?? event.at)
        )
      case "handover-accepted":
        return happened(live, "hand-overs")
      case "feedback-joined":
        return happened(live, "contacts")
      case "clock-escalated":
        return happened(live, "escalations")
      case "case-reopened":
        return happened(live, "reopened")
      case "clock-extended":
        return happened(live, "extensions")
      case "case-split":
        return happened(live, "splits")
      case "approval-asked":
        live.asked.set(event.approval.id, { at: event.at, of: event.approval.from })
        happened(live, "approvals")
        return happened(live, "approvals", keyOf("role", event.approval.from))
      case "approved":
      case "denied":
      case "approval-lapsed":
      case "approval-ended": {
        const asked = live.asked.get(event.id)
        if (asked !== undefined)
          for (const about of ["", keyOf("role", asked.of)]) count(live, "approval-wait", about, event.at - asked.at)
        live.asked.delete(event.id)
        return
      }
      case "compensated":
      case "discounted":
      case "resources-granted":
        return usedAuthority(live, event)
    }
  }

  const usedAuthority = (
    live: LiveCase,
    event: Case.EventNamed<"compensated" | "discounted" | "resources-granted">
  ): void => {
    if (!isCounted(live)) return
    const by = event.approvedBy ?? event.by
    const power = keyOf("power", event.event)
    figures.sum("authority", join(power, keyOf("person", by)), event.amount, 0)
    const roles = plan.workers.find(({ person }) => person.id === by)?.person.roles ?? []
    for (const role of roles) figures.sum("authority", join(power, keyOf("role", role)), event.amount, 0)
    if (event.event === "compensated")
      for (const about of ["", ...groups(live)]) figures.sum("cost-of-compensation", about, event.amount, 0)
  }

  const observer: Observer = {
    decided: (live, _, __, now) => levels.look(live, now),
    event: onEvent,
    finished: levels.finished,
    began: (task, now) => {
      if (task.startedAt === task.firstStartedAt) countWork(task, task.worker, "wait", now - task.createdAt)
    },
    waits: (by, now) => queue.change(by, now),
    worked: (task, worker, spell) => {
      staffTime.worked(worker, spell)
      if (spell.isDone && task.duration !== undefined) countWork(task, worker, "work", task.duration)
    },
    refused: (task, reasons, isStuck) => {
      if (reasons.length > 0) happened(task.live, "refused")
      if (isStuck) happened(task.live, "stuck")
    },
    rejected: (live) => happened(live, "refused"),
    waited: (live, gate, length) => {
      happened(live, "pauses")
      for (const about of ["", keyOf("gate", gate)]) count(live, "pause-time", about, length)
    },
    replied: (live, gate, after) => {
      for (const about of ["", keyOf("gate", gate)]) count(live, "customer-wait", about, after)
    },
    lost: (live) => {
      happened(live, "lost")
      if (isCounted(live)) figures.sum("cost-of-lost-customers", "", plan.money.lostCustomer, 0)
    }
  }

  const outcome = (world: SimulatedWorld, replication: number): ReplicationOutcome => {
    const end = plan.horizon === "terminating" ? world.now : window.to
    queue.closeAt(Math.max(end, world.now))
    figures.sum("queue", "", queue.area(), end - window.from)
    const inHandByDay = levels.close(figures, end, world.now)
    for (const live of world.cases.values())
      if (!live.isAnswered && isCounted(live) && !isRoutine(live)) happened(live, "unanswered")
    for (const metric of perCase) overCases(figures, metric, cases)
    figures.sum("arrived", "", cases, weeks)
    for (const [metric, end] of Object.entries(ends))
      for (const [group, { of }] of figures.groupsOf(end, "")) figures.sum(metric as MetricName, group, of, weeks)
    const byHour = staffTime.close(figures, world.workers, end)
    // People on duty are paid for the whole window, and grants count for its arrivals.
    for (const metric of perWeek)
      overAll(figures, metric, metric === "cost-of-work" ? (end - window.from) / WEEK : weeks)
    return {
      replication,
      commands: world.commands,
      figures: figuresIn(figures),
      inHandByDay,
      ...byHour
    }
  }

  return { observer, outcome }
}

/** Figures of how often something happened for each case; if it never did, the value is 0 and not unknown. */
const perCase = [
  ...(["unanswered", "hand-overs", "approvals", "escalations", "reopened", "contacts", "lost"] as const),
  ...(["pauses", "extensions", "waivers", "splits", "refused", "stuck"] as const)
]
/** For each event, the figure that it counts. */
const ends = { answered: "time-to-answer", closed: "time-to-close" } as const
const perWeek = ["routines", "authority", "cost-of-work", "cost-of-compensation", "cost-of-lost-customers"] as const

/** Sets the denominator of a figure: all cases, or those of the same group that were answered. */
const overCases = (figures: Figures, metric: MetricName, cases: number): void => {
  figures.sum(metric, "", 0, 0)
  const answered = figures.groupsOf("time-to-answer", "")
  for (const groups of figures.all.get(metric)?.values() ?? [])
    for (const [group, one] of groups) one.of = group === "" ? cases : Math.max(one.of, answered.get(group)?.of ?? 0)
}

const overAll = (figures: Figures, metric: MetricName, of: number): void => {
  for (const groups of figures.all.get(metric)?.values() ?? []) for (const one of groups.values()) one.of = of
}

/**
 * Returns the groups of a case, found again when its grade in the last dimension, its reading or its owner changes.
 */
const groupsOf = (live: LiveCase, dimension: string | undefined): readonly string[] => {
  const { grades, feedback, lifecycle, ownership } = live.state
  const level = dimension === undefined ? undefined : grades[dimension]?.level
  const category = feedback.understanding?.category
  const { loop } = lifecycle
  const { owner } = ownership
  const by = live.groupedBy
  if (by?.level === level && by?.category === category && by?.loop === loop && by?.owner === owner) return live.groups
  live.groupedBy = { level, category, loop, owner }
  live.groups = [
    ...(level === undefined ? [] : [keyOf("grade", level)]),
    ...(category === undefined ? [] : [keyOf("category", category)]),
    keyOf("channel", live.channel),
    ...(loop === undefined ? [] : [keyOf("loop", loop)]),
    // The owner of a case is its group if it is a person.
    ...(Actor.isMachine(owner) ? [] : [keyOf("person", owner)])
  ]
  return live.groups
}

/** Counts what happens in a replication. It only looks on. */

import { Calendar, type Case, Instant, Zone } from "@hearback/core"
import { type Figures, join, keyOf, makeFigures } from "../figure/Figures.ts"
import type { MetricName } from "../figure/Metric.ts"
import { figuresIn, type Outcome } from "../figure/Outcome.ts"
import type { Plan } from "../model/Plan.ts"
import type { LiveCase, Worker } from "../run/Scene.ts"
import type { Observer, World } from "../run/World.ts"
import { type Count, observeClock } from "./Clocks.ts"
import { makeLevel } from "./Level.ts"

const { DAY, HOUR } = Instant
const WEEK = 7 * DAY

/** What is looked at: cases that are received, and time that passes, from `from` on and before `to`. */
export interface Window {
  readonly from: number
  readonly to: number
}

export interface Observation {
  readonly observer: Observer
  readonly outcome: (world: World, replication: number) => Outcome
}

export const makeObservation = (plan: Plan, window: Window): Observation => {
  const figures = makeFigures()
  const levels = {
    "in-hand": makeLevel(plan.from, window),
    open: makeLevel(plan.from, window),
    queue: makeLevel(plan.from, window)
  }
  const worked = new Map<Worker, number>()
  const busyByHour = new Array<number>(168).fill(0)
  const weeks = (window.to - window.from) / WEEK
  let cases = 0

  const isCounted = ({ state }: LiveCase): boolean => {
    const at = state.feedback.receipt?.receivedAt ?? Number.NaN
    return window.from <= at && at < window.to
  }

  const count: Count = (live, metric, about, value) => {
    if (!isCounted(live)) return
    figures.value(metric, about, value)
    for (const group of groupsOf(live, plan)) figures.value(metric, join(about, group), value)
  }

  /** A number of a case that is counted when the case is over: how often something happened. */
  const happened = (live: LiveCase, metric: MetricName, about = ""): void => {
    if (!isCounted(live)) return
    figures.sum(metric, about, 1, 0)
    for (const group of groupsOf(live, plan)) figures.sum(metric, join(about, group), 1, 0)
  }

  const setLevels = (live: LiveCase, now: number): void => {
    const { customerLoop, closedAt } = live.state.lifecycle
    const [isInHand, isOpen] = [customerLoop === undefined && closedAt === undefined, closedAt === undefined]
    if (isInHand !== live.isInHand) levels["in-hand"].change(isInHand ? 1 : -1, now)
    if (isOpen !== live.isOpen) levels.open.change(isOpen ? 1 : -1, now)
    live.isInHand = isInHand
    live.isOpen = isOpen
  }

  const onEvent = (live: LiveCase, event: Case.CaseEvent, now: number): void => {
    observeClock(live, event, plan.policy, count)
    const received = live.state.feedback.receipt?.receivedAt ?? now
    switch (event.event) {
      case "case-opened":
        cases += isCounted(live) ? 1 : 0
        return
      case "customer-loop-closed":
        count(live, "time-to-answer", "", event.at - received)
        count(live, "silent", "", event.outcome === "unconfirmed" ? 1 : 0)
        count(live, "dissatisfied", "", event.outcome === "dissatisfied" ? 1 : 0)
        return
      case "case-closed":
        return count(live, "time-to-close", "", event.at - received)
      case "gate-passed":
      case "gate-explained":
      case "gate-waived":
      case "gate-lapsed":
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
      case "approval-asked":
        live.asked.set(event.approval.id, event.at)
        happened(live, "approvals")
        return happened(live, "approvals", keyOf("role", event.approval.from))
      case "approved":
      case "denied":
      case "approval-lapsed":
      case "approval-ended": {
        const asked = live.asked.get(event.id)
        if (asked !== undefined) count(live, "approval-wait", "", event.at - asked)
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
    const roles = worldOf?.workers.find(({ id }) => id === by)?.actor.roles ?? []
    for (const role of roles) figures.sum("authority", join(power, keyOf("role", role)), event.amount, 0)
    if (event.event === "compensated") figures.sum("cost-of-compensation", "", event.amount, 0)
  }

  let worldOf: World | undefined

  const observer: Observer = {
    decided: (live, _, __, now) => setLevels(live, now),
    event: onEvent,
    began: (task, now) => {
      if (task.startedAt !== task.firstStartedAt) return
      const { as, gate } = task.work
      count(task.live, "wait", aboutWork(as, gate), now - task.createdAt)
    },
    waits: (by, now) => levels.queue.change(by, now),
    worked: (task, worker, { from, to, work, isDone }) => {
      const looked = within(worker, window, from, to, work)
      worked.set(worker, (worked.get(worker) ?? 0) + looked)
      if (looked > 0)
        spread(busyByHour, worker, { from: Math.max(from, window.from), to: Math.min(to, window.to) }, plan)
      if (isDone && task.duration !== undefined)
        count(task.live, "work", aboutWork(task.work.as, task.work.gate), task.duration)
    },
    refused: (task, reasons, isStuck) => {
      if (reasons.length > 0) happened(task.live, "refused")
      if (isStuck) happened(task.live, "stuck")
    },
    replied: (live, gate, after) => count(live, "customer-wait", keyOf("gate", gate), after),
    lost: (live) => {
      happened(live, "lost")
      if (isCounted(live)) figures.sum("cost-of-lost-customers", "", plan.money.lostCustomer, 0)
    }
  }

  const outcome = (world: World, replication: number): Outcome => {
    const end = plan.horizon === "terminating" ? world.now : window.to
    for (const level of Object.values(levels)) level.closeAt(Math.max(end, world.now))
    for (const [name, level] of Object.entries(levels))
      figures.sum(name as MetricName, "", level.area(), end - window.from)
    for (const metric of perCase) spreadOver(figures, metric, cases)
    for (const live of world.cases.values()) if (live.isInHand && isCounted(live)) figures.sum("unanswered", "", 1, 0)
    spreadOver(figures, "unanswered", cases)
    const answered = figures.all.get("time-to-answer")?.get("")?.of ?? 0
    const closed = figures.all.get("time-to-close")?.get("")?.of ?? 0
    figures.sum("arrived", "", cases, weeks)
    figures.sum("answered", "", answered, weeks)
    figures.sum("closed", "", closed, weeks)
    for (const metric of perWeek) for (const one of figures.all.get(metric)?.values() ?? []) one.of = weeks
    const onShiftByHour = new Array<number>(168).fill(0)
    for (const worker of world.workers) {
      countStaff(figures, plan, worker, { worked: worked.get(worker) ?? 0, window: { ...window, to: end }, weeks })
      spread(onShiftByHour, worker, { ...window, to: end }, plan)
    }
    return {
      replication,
      commands: world.commands,
      figures: figuresIn(figures),
      inHandByDay: levels["in-hand"].byDay().map((one) => one),
      busyByHour,
      onShiftByHour
    }
  }

  return {
    observer,
    outcome: (world, replication) => {
      worldOf = world
      return outcome(world, replication)
    }
  }
}

/** How often a case each of these happened; what never happened is 0 and not unknown. */
const perCase = ["hand-overs", "approvals", "escalations", "reopened", "contacts", "lost", "refused", "stuck"] as const
const perWeek = ["authority", "cost-of-compensation", "cost-of-lost-customers"] as const

/** Sets over how many cases something was counted: all, or those of the same group that were answered. */
const spreadOver = (figures: Figures, metric: MetricName, cases: number): void => {
  figures.sum(metric, "", 0, 0)
  const groups = figures.all.get("time-to-answer")
  for (const [about, one] of figures.all.get(metric) ?? [])
    one.of = about === "" ? cases : (groups?.get(about)?.of ?? cases)
}

const aboutWork = (as: string, gate: string | undefined): string =>
  as === "gate" ? keyOf("gate", gate ?? "") : keyOf("errand", as)

/** The groups of a case, found anew when it is graded or read otherwise. */
const groupsOf = (live: LiveCase, { policy }: Plan): readonly string[] => {
  const { grades, feedback, lifecycle } = live.state
  const dimension = policy.bundle.grading.at(-1)?.name
  const level = dimension === undefined ? undefined : grades[dimension]?.level
  const mark = `${level} ${feedback.understanding?.category} ${lifecycle.loop}`
  if (live.groupedBy !== mark) {
    const { category } = feedback.understanding ?? {}
    live.groupedBy = mark
    live.groups = [
      ...(level === undefined ? [] : [keyOf("grade", level)]),
      ...(category === undefined ? [] : [keyOf("category", category)]),
      keyOf("channel", live.channel),
      ...(lifecycle.loop === undefined ? [] : [keyOf("loop", lifecycle.loop)])
    ]
  }
  return live.groups
}

/** How much of the work of a spell lies in what is looked at. */
const within = (worker: Worker, window: Window, from: number, to: number, work: number): number => {
  if (from >= window.from && to <= window.to) return work
  return Math.min(work, Calendar.between(worker.calendar, Math.max(from, window.from), Math.min(to, window.to)))
}

/** Spreads working time over the hours of the week in which it lies. */
const spread = (hours: number[], { calendar }: Worker, spell: Window, { policy }: Plan): void => {
  for (const { from, to } of Calendar.intervals(calendar, spell.from, spell.to)) {
    for (let at = from; at < to; ) {
      const local = Zone.toLocal(at, policy.zone)
      const ends = Math.min(to, at + HOUR - (local % HOUR))
      const day = Math.floor(local / DAY)
      const hour = Instant.weekday(day) * 24 + Math.floor((local - day * DAY) / HOUR)
      hours[hour] = (hours[hour] ?? 0) + ends - at
      at = ends
    }
  }
}

const countStaff = (
  figures: Figures,
  plan: Plan,
  { id, actor, calendar, plan: { atOnce } }: Worker,
  { worked, window, weeks }: { readonly worked: number; readonly window: Window; readonly weeks: number }
): void => {
  const onShift = Calendar.between(calendar, window.from, window.to)
  const cost = (plan.money.hourOf(actor.roles) * onShift) / HOUR
  for (const about of ["", keyOf("person", id), ...actor.roles.map((role) => keyOf("role", role))]) {
    figures.sum("utilisation", about, worked, onShift * atOnce)
    figures.sum("cost-of-work", about, cost, 0)
  }
  for (const one of figures.all.get("cost-of-work")?.values() ?? []) one.of = weeks
}

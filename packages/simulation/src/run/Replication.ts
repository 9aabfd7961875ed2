/**
 * Runs one replication from the first day to the end, which depends only on its number and the seed. It runs in
 * turns.
 */

import { Actor, Case } from "@hearback/core"
import type { Turns } from "../kernel/Turns.ts"
import type { Plan } from "../model/Plan.ts"
import type { LiveCase } from "../world/Scene.ts"
import { endsAt, makeWorld, type Observer, type SimulatedWorld } from "../world/World.ts"
import { makeArriving } from "./ArrivalProcess.ts"
import { type Deciding, makeDeciding } from "./CaseDecisions.ts"
import { makeAnswering } from "./CustomerAnswers.ts"
import { makeBreaking } from "./Faults.ts"
import { makePolling } from "./PeriodicSurveys.ts"
import { makeRecurring } from "./Routines.ts"
import { makeStaffing } from "./StaffWork.ts"

const timer = Actor.system("timer")

/** The number of instants in a turn: some hundredths of a second, and even on a busy machine at most one second. */
const perTurn = 200

/** Runs a replication with an observer; returns the world at its end. */
export function* replicationOf(
  plan: Plan,
  replication: number,
  observer: Observer,
  isStopped: (now: number) => boolean = () => false
): Turns<SimulatedWorld> {
  const { world, isOver, next } = makeReplication(plan, replication, observer)
  const length = Math.max(1, world.until - plan.from)
  for (;;) {
    for (let n = 0; n < perTurn; n++) {
      if (isStopped(world.now) || isOver()) return world
      next()
    }
    yield Math.min(1, (world.now - plan.from) / length)
  }
}

interface Replication {
  readonly world: SimulatedWorld
  readonly isOver: () => boolean
  /** Runs the next event, and everything that follows from it at the same instant. */
  readonly next: () => void
}

const makeReplication = (plan: Plan, replication: number, observer: Observer): Replication => {
  const world = makeWorld(plan, replication, observer)
  const { events, cases } = world

  const deciding: Deciding = makeDeciding(world, (live, before, step) => {
    if (live.state.lifecycle.customerLoop !== undefined) settleDebt(live)
    for (const event of step.events) if (event.event === "gate-passed") breaking.passed(live, event)
    staffing.look(live, before, step)
    answering.hear(live, before, step)
    tellTime(live)
    over(live)
  })

  /** Counts the first answer to the customer of a counted case; a later reopening does not change it. */
  const settleDebt = (live: LiveCase): void => {
    if (live.isAnswered) return
    live.isAnswered = true
    if (live.isCounted) world.owed -= 1
  }

  /** Ticks when something is due. An earlier due instant is added; a later one is found when the old one comes. */
  const tellTime = (live: LiveCase): void => {
    const due = Case.due(live.state)
    if (due === null || due >= live.timerAt) return
    const at = Math.max(due, world.now)
    live.timerAt = at
    // Due instants change often, so an instant that is already in the queue is not added again.
    if (live.timers.has(at)) return
    live.timers.add(at)
    events.push(at, () => {
      live.timers.delete(at)
      if (live.timerAt !== at || cases.get(live.id) !== live) return
      live.timerAt = Number.POSITIVE_INFINITY
      const now = Case.due(live.state)
      if (now !== null && now <= world.now) deciding.give(live, { command: { do: "time" }, actor: timer })
      else tellTime(live)
    })
  }

  /** Drops a case to which nothing will happen: a closed one, or one without a loop. */
  const over = (live: LiveCase): void => {
    if (live.pending > 0 || live.tasks.length > 0 || cases.get(live.id) !== live) return
    const { closedAt, parked, loop } = live.state.lifecycle
    const isClosed = closedAt !== undefined && parked === undefined
    const isNobodys = live.state.version > 0 && loop === undefined && Case.due(live.state) === null
    if (!isClosed && !isNobodys) return
    settleDebt(live)
    observer.finished?.(live, world.now)
    deciding.drop(live)
  }

  const staffing = makeStaffing(world, () => deciding)
  const answering = makeAnswering(world, () => deciding, over)
  const polling = makePolling(world, deciding, answering.came)
  const arriving = makeArriving(world, deciding, (live) => {
    answering.came(live)
    polling.came(live)
  })
  const breaking = makeBreaking(world, () => arriving)
  const recurring = makeRecurring(world, deciding)

  /** Tells the cases of an owner who goes away or comes back, because the deputy acts meanwhile. */
  const watchAbsences = (): void => {
    for (const { id, spells } of world.workers)
      for (const at of spells.flatMap(({ from, to }) => [from, to]))
        if (at >= world.now)
          events.push(at, () => {
            for (const live of cases.values()) if (live.state.ownership.owner === id) staffing.lookAgain(live)
          })
  }

  /** Delivers messages and assigns work that follow at the same instant. */
  const settle = (): void => {
    while (deciding.deliver() || staffing.serve());
  }

  watchAbsences()
  arriving.begin()
  breaking.begin()
  recurring.begin()
  polling.begin()
  const end = endsAt(world)
  return {
    world,
    isOver: () => events.size === 0 || isDone(world) || events.nextAt() > end,
    next: () => {
      world.now = Math.max(world.now, events.nextAt())
      events.pop()?.()
      settle()
    }
  }
}

/**
 * Returns whether everything counted has arrived and is answered; a run to the last case continues until nothing is
 * left.
 */
const isDone = ({ plan, now, until, owed, cases }: SimulatedWorld): boolean =>
  now >= until && (plan.horizon === "steady" ? owed <= 0 : cases.size === 0)

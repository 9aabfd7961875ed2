/**
 * Simulates the staff: tasks are what core offers to do, are taken up by people who may do them, have their
 * durations, and end with ordinary commands.
 */

import { Actor, type Case, Clock, type Command, Permission, Situation, type Step, Work } from "@hearback/core"
import { nextDraw } from "../world/LiveCase.ts"
import type { LiveCase, SimulatedWorker, Task } from "../world/Scene.ts"
import { drawFor, type SimulatedWorld } from "../world/World.ts"
import type { Deciding } from "./CaseDecisions.ts"
import { commandFor, isLucky, isTelling } from "./Commands.ts"
import { wordsOf } from "./CustomerTexts.ts"
import { makeDesk } from "./Desk.ts"
import { makeBesideWork } from "./OtherActs.ts"

/** The work of the staff. */
export interface Staffing {
  /** Updates the tasks of a case after a step. */
  readonly look: (live: LiveCase, before: Case.Case, step: Step.Step) => void
  /** Updates the tasks of a case although nothing happened on it, because a person has come or gone. */
  readonly lookAgain: (live: LiveCase) => void
  readonly serve: () => boolean
}

/** Makes the work of the staff. */
export const makeStaffing = (world: SimulatedWorld, deciding: () => Deciding): Staffing => {
  const { plan, directory, observer } = world
  const { policy } = plan
  let sequence = 0

  const begin = (task: Task, worker: SimulatedWorker): number | undefined => {
    const { live } = task
    if (!mayDo(task, worker) && !takesUp(task, worker)) return excluded(task, worker)
    const { owner, takenUp } = live.state.ownership
    if (owner === worker.id && !takenUp) {
      // A person who begins takes the case up, and can find that it is another's.
      deciding().give(live, { command: { do: "take-up" }, actor: worker.actor })
      if (task.status === "working") beside.handOver(live, worker)
      if (task.status !== "working") return undefined
    }
    beside.before(task, worker)
    if (task.status !== "working") return undefined
    live.isBegun = true
    if (task.duration === undefined) {
      task.duration = live.prepared.has(task.key) ? 0 : lengthOf(task)
      return task.duration
    }
    return task.left
  }

  /** Lets a person who begins work on a case without an owner take it up; returns whether they may continue. */
  const takesUp = (task: Task, worker: SimulatedWorker): boolean => {
    if (!Actor.isMachine(task.live.state.ownership.owner)) return false
    deciding().give(task.live, { command: { do: "take-up" }, actor: worker.actor })
    return task.status === "working" && mayDo(task, worker)
  }

  /** Checks the permission before anybody begins, as a page would disable the button. */
  const mayDo = ({ live, work }: Task, { actor }: SimulatedWorker): boolean => {
    const { as: _, roles: __, people: ___, command, gate, action, approval } = work
    const about = { do: command, ...(gate && { gate }), ...(action && { action }), ...(approval && { approval }) }
    const gathered = deciding().gathered(live, about as Command.Command)
    const situation = Situation.situationOf(policy, live.state, { actor, at: world.now, gathered })
    const { standing, who, now } = Permission.against(situation, about as never)
    return standing.length + who.length + now.length === 0
  }

  const excluded = (task: Task, worker: SimulatedWorker, reasons: readonly string[] = []): undefined => {
    const all = (task.excluded ?? new Set<SimulatedWorker>()).add(worker)
    task.excluded = all
    const isStuck = task.post.workers.every((one) => all.has(one))
    observer.refused?.(task, reasons, isStuck)
    if (isStuck) task.status = "stuck"
    else desk.queue(task)
  }

  const lengthOf = ({ live, work }: Task): number => {
    const purpose = `work ${work.as} ${work.gate ?? ""} ${work.action ?? ""}`
    const { draw } = durationOf(live, work)
    let sum = 0
    do sum += draw(drawFor(world, live, purpose, nextDraw(live, purpose)))
    while (isLucky(world, live, `again ${purpose}`, plan.work.rework))
    return Math.max(0, Math.round(sum))
  }

  const durationOf = ({ state }: LiveCase, { as, gate }: Work.OpenWork) =>
    plan.work.time({
      errand: as,
      gate,
      kind: policy.loops.get(state.lifecycle.loop ?? "")?.gates.get(gate ?? "")?.kind,
      category: state.feedback.understanding?.category,
      grades: state.grades
    })

  const finish = (task: Task, worker: SimulatedWorker): void => {
    const { live } = task
    if (isPaidFirst(task, worker)) return
    const command = commandFor(world, task, worker)
    const step = command && deciding().give(live, { command, actor: worker.actor })
    if (step !== undefined && step.refusal === undefined) return settled(task)
    if (task.work.as === "reopening" && step !== undefined) {
      deciding().give(live, { command: { do: "close" }, actor: worker.actor })
      return settled(task)
    }
    if (task.status === "working") excluded(task, worker, codesOf(step))
  }

  /** A command without effect is not tried again until something else happens on the case. */
  const settled = (task: Task): void => {
    if (task.status !== "working") return
    task.status = "stuck"
    observer.refused?.(task, [], true)
  }

  /** Grants money before the customer is told; while it waits for approval, so does the customer. */
  const isPaidFirst = (task: Task, worker: SimulatedWorker): boolean => {
    const { live, work, key } = task
    const { compensation } = plan.work
    if (compensation === undefined || live.compensation === "decided" || work.as !== "gate") return false
    if (!isTelling(world, live, work.gate ?? "")) return false
    live.compensation = "decided"
    if (!compensation.concerns(live.state.feedback.understanding?.category)) return false
    if (drawFor(world, live, "compensated") >= compensation.share) return false
    const digits = policy.bundle.currency?.digits ?? 0
    const amount = Number(compensation.amount(drawFor(world, live, "compensation")).toFixed(digits))
    if (!(amount > 0)) return false
    beside.give(live, worker, { do: "compensate", amount, reason: wordsOf(policy)("compensate") })
    if (!isMoneyAsked(live.state)) return false
    live.prepared.add(key)
    return true
  }

  const desk = makeDesk(world, { begin, finish })

  const look = (live: LiveCase): void => {
    const { state } = live
    const people = directory.people(world.now)
    const isOver = state.lifecycle.closedAt !== undefined && state.authority.draws.length === 0
    const all =
      isOver && state.lifecycle.parked === undefined
        ? []
        : Work.work(policy, state, people, world.now).filter((work) => isWanted(live, work))
    if (all.length === 0 && live.tasks.length === 0) return
    const kept: Task[] = []
    for (const work of all) {
      const known = live.tasks.find((task) => isFor(task, work) && task.status !== "gone" && !kept.includes(task))
      kept.push(known === undefined ? make(live, work) : update(known, work))
    }
    for (const task of live.tasks) if (!kept.includes(task)) drop(task)
    live.tasks = kept
  }

  const drop = (task: Task): void => {
    observer.waits?.(-1, world.now)
    desk.remove(task)
  }

  const make = (live: LiveCase, work: Work.OpenWork): Task => {
    sequence += 1
    const { rounds, reopened } = roundOf(live.state, work)
    const task: Task = {
      key: keyOf(work, rounds, reopened),
      live,
      work,
      rounds,
      reopened,
      asked: work,
      createdAt: world.now,
      sequence,
      post: desk.postOf(work),
      rank: 0,
      status: "queued",
      ticket: 0,
      excluded: undefined,
      duration: undefined,
      left: 0,
      worker: undefined,
      startedAt: 0,
      firstStartedAt: undefined
    }
    task.rank = rankOf(task)
    observer.waits?.(1, world.now)
    desk.queue(task)
    return task
  }

  /** Updates the queue of a task, because other people can be asked now, and its urgency can differ. */
  const update = (task: Task, work: Work.OpenWork): Task => {
    if (task.status === "working") return task
    const post = isAskedAlike(task.asked, work) ? task.post : desk.postOf(work)
    const rank = rankOf(task)
    task.asked = work
    if (task.status === "queued" && post === task.post && rank === task.rank) return task
    task.excluded = undefined
    task.post = post
    task.rank = rank
    desk.queue(task)
    return task
  }

  const rankOf = ({ live, work, createdAt }: Task): number => {
    switch (plan.discipline) {
      case "fifo":
        return createdAt
      case "priority":
        return priorityOf(live.state)
      case "earliest-due":
        return dueOf(live.state, work.gate)
      case "least-slack":
        return dueOf(live.state, work.gate) - durationOf(live, work).mean
    }
  }

  const dimension = policy.bundle.grading.at(-1)

  /** Returns the rank of the level in the last dimension; 0 is the strongest. */
  const priorityOf = ({ grades }: Case.Case): number => {
    const at = dimension?.levels.indexOf(grades[dimension.name]?.level ?? "") ?? -1
    return at < 0 ? (dimension?.levels.length ?? 0) : at
  }

  /** Returns the due date of the clock that the gate meets, else the nearest of the case. */
  const dueOf = ({ clocks, lifecycle }: Case.Case, gate: string | undefined): number => {
    const rules = policy.loops.get(lifecycle.loop ?? "")?.clocks
    let [nearest, own] = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]
    for (const name in clocks) {
      const clock = clocks[name]
      if (!Clock.live(clock) || clock.timer !== undefined || clock.dueAt === null) continue
      nearest = Math.min(nearest, clock.dueAt)
      if (gate !== undefined && rules?.get(name)?.metByGates.includes(gate)) own = Math.min(own, clock.dueAt)
    }
    return own === Number.MAX_SAFE_INTEGER ? nearest : own
  }

  const beside = makeBesideWork(world, deciding, look)

  return {
    look: (live, before, step) => {
      if (live.state !== before && !isAlike(before, live.state)) look(live)
      beside.hear(live, before, step)
    },
    lookAgain: look,
    serve: desk.serve
  }
}

const codesOf = (step: Step.Step | undefined): readonly string[] => step?.refusal?.reasons.map(({ code }) => code) ?? []

/**
 * Returns whether work at a gate must wait. While an owner waits for an answer to a proposal, or for approval of
 * money, the customer is told nothing. No work is done at a gate that waits for somebody else, or that is to be
 * waived.
 */
const isWanted = ({ state, wait }: LiveCase, { as, gate = "" }: Work.OpenWork): boolean =>
  as !== "gate" ||
  (state.ownership.offer === undefined && !isMoneyAsked(state) && wait?.gate !== gate && !isWaiverAsked(state, gate))

const isWaiverAsked = ({ authority }: Case.Case, gate: string): boolean =>
  authority.approvals.some(({ command }) => command.do === "waive" && command.gate === gate)

const isMoneyAsked = ({ authority }: Case.Case): boolean =>
  authority.approvals.some(({ command }) => command.do === "compensate")

/** Returns how often the gate of a task has been sent back and opened again. */
const roundOf = ({ gates }: Case.Case, { gate = "" }: Work.OpenWork): Pick<Task, "rounds" | "reopened"> => {
  const at = gates[gate]
  return { rounds: at?.rounds.length ?? 0, reopened: at?.reopened ?? 0 }
}

/**
 * Returns whether two tasks are the same work. At a gate, other people can be asked later; other work of another
 * person is other work.
 */
const isAnybodys = ({ as }: Work.OpenWork): boolean => as === "gate" || as === "action"

/** Returns the key of a task, which changes when its gate is sent back. */
const keyOf = (work: Work.OpenWork, rounds: number, reopened: number): string => {
  const { as, gate = "", action = 0, approval = "", decision = "", people } = work
  const who = isAnybodys(work) ? "" : people.join()
  return `${as} ${gate} ${action} ${approval} ${decision} ${who} ${rounds} ${reopened}`
}

/** Returns whether a task is this work, and not the same one before it was sent back, which has the same key. */
const isFor = ({ work: own, live, rounds, reopened }: Task, work: Work.OpenWork): boolean => {
  if (own.as !== work.as || own.gate !== work.gate || own.action !== work.action) return false
  if (own.approval !== work.approval || own.decision !== work.decision) return false
  if (!isAnybodys(work) && !isAlikeIn(own.people, work.people)) return false
  const at = live.state.gates[work.gate ?? ""]
  return (at?.rounds.length ?? 0) === rounds && (at?.reopened ?? 0) === reopened
}

const isAskedAlike = (a: Work.AskedPeople, b: Work.AskedPeople): boolean =>
  isAlikeIn(a.roles, b.roles) && isAlikeIn(a.people, b.people)

const isAlikeIn = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i])

/** Returns whether nothing has changed on which work depends. */
const isAlike = (a: Case.Case, b: Case.Case): boolean =>
  a.gates === b.gates &&
  a.ownership === b.ownership &&
  a.authority === b.authority &&
  a.lifecycle === b.lifecycle &&
  a.feedback === b.feedback &&
  a.grades === b.grades &&
  a.record === b.record

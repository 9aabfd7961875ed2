/**
 * Acts of people on a case beside the work at its gates: they hand it over, split it, waive a gate, wait for somebody
 * else, and ask for more time. Each is an ordinary command; what the policy refuses is counted, and the work
 * continues.
 */
import { Calendar, type Case, Clock, type Command, type Policy, type Step } from "@hearback/core"
import { nextDraw } from "../world/LiveCase.ts"
import type { LiveCase, SimulatedWorker, Task, Wait } from "../world/Scene.ts"
import { isOnShift } from "../world/Worker.ts"
import { drawFor, type SimulatedWorld } from "../world/World.ts"
import type { Deciding } from "./CaseDecisions.ts"
import { isLucky } from "./Commands.ts"
import { wordsOf } from "./CustomerTexts.ts"

/** These acts. */
export interface BesideWork {
  /** Gives a command of a person; returns whether it was accepted. */
  readonly give: (live: LiveCase, worker: SimulatedWorker, command: Command.Command) => boolean
  /** Lets an owner who takes a case up sometimes hand it over to another person of their roles. */
  readonly handOver: (live: LiveCase, worker: SimulatedWorker) => void
  /** Lets a person who begins a task do something else first, after which the task may not be theirs any more. */
  readonly before: (task: Task, worker: SimulatedWorker) => void
  /** Called after a step, because a wait can end or a deadline can come near. */
  readonly hear: (live: LiveCase, before: Case.Case, step: Step.Step) => void
}

/** Makes these acts. */
export const makeBesideWork = (
  world: SimulatedWorld,
  deciding: () => Deciding,
  lookAgain: (live: LiveCase) => void
): BesideWork => {
  const { plan, events, observer, directory } = world
  const { policy, work } = plan
  const words = wordsOf(policy)

  const give: BesideWork["give"] = (live, { actor }, command) => {
    const { refusal } = deciding().give(live, { command, actor })
    if (refusal !== undefined)
      observer.rejected?.(
        live,
        command,
        refusal.reasons.map(({ code }) => code)
      )
    return refusal === undefined
  }

  const handOver: BesideWork["handOver"] = (live, worker) => {
    if (work.handOver <= 0 || drawFor(world, live, "hand over") >= work.handOver) return
    if (live.state.ownership.hops > 0 || live.state.ownership.offer !== undefined) return
    const others = directory
      .people(world.now)
      .filter(
        ({ id, roles, absence, onDuty }) =>
          id !== worker.id && onDuty && absence === undefined && roles.some((role) => worker.actor.roles.includes(role))
      )
    const to = others[Math.floor(drawFor(world, live, "hand over to") * others.length)]
    if (to !== undefined) give(live, worker, { do: "hand-over", to: to.id, reason: words("hand-over") })
  }

  /** Lets another matter continue in a case of its own, which is not split again. */
  const split = (live: LiveCase, worker: SimulatedWorker): void => {
    if (live.isPart || work.splits <= 0 || drawFor(world, live, "split") >= work.splits) return
    const category = plan.arrivals.category(drawFor(world, live, "split category"))
    const text = plan.arrivals.texts.of(category, undefined, drawFor(world, live, "split words"))
    give(live, worker, { do: "split", text, reason: words("split") })
  }

  const waive = (live: LiveCase, gate: string, worker: SimulatedWorker): void => {
    if (work.waivers.concerns(gate) && isLucky(world, live, `waive ${gate}`, work.waivers.share))
      give(live, worker, { do: "waive", gate, reason: words("waive") })
  }

  /** Pauses the clocks by the rules of the policy, and the work at this gate for the whole wait. */
  const pause = (live: LiveCase, gate: string, worker: SimulatedWorker): void => {
    if (live.wait !== undefined) return
    const found = work.pauses.find(
      ({ reason, share, concerns }) => concerns(gate) && isLucky(world, live, `pause ${reason} ${gate}`, share)
    )
    if (found === undefined || !give(live, worker, { do: "pause", reason: found.reason })) return
    const purpose = `pause for ${found.reason}`
    const ends = world.now + Math.round(found.lasts(drawFor(world, live, purpose, nextDraw(live, purpose))))
    const wait: Wait = { gate, worker, since: world.now }
    live.wait = wait
    events.push(ends, () => resume(live, wait, ends))
    lookAgain(live)
  }

  /** Lets the person who paused continue when they are on duty; the clocks run again from the end of the wait. */
  const resume = (live: LiveCase, wait: Wait, occurredAt: number): void => {
    if (live.wait !== wait || world.cases.get(live.id) !== live) return
    const { worker } = wait
    const next = isOnShift(worker, world.now) ? world.now : Calendar.nextOpen(worker.calendar, world.now)
    if (next > world.now && Number.isFinite(next)) return events.push(next, () => resume(live, wait, occurredAt))
    end(live, wait)
    if (Object.values(live.state.clocks).some(({ status }) => status === "paused"))
      deciding().give(live, { command: { do: "resume" }, actor: worker.actor, occurredAt })
    lookAgain(live)
  }

  const end = (live: LiveCase, wait: Wait): void => {
    live.wait = undefined
    observer.waited?.(live, wait.gate, world.now - wait.since)
  }

  const promises = ({ state }: LiveCase): ReadonlyMap<string, Policy.LoopClock> | undefined =>
    policy.loops.get(state.lifecycle.loop ?? "")?.clocks

  /** Checks every new due date of a clock once, shortly before it. */
  const watch = (live: LiveCase, before: number, concerns: (clock: Policy.LoopClock) => boolean): void => {
    for (const [name, rule] of promises(live) ?? []) {
      const clock = live.state.clocks[name]
      if (!Clock.live(clock) || clock.dueAt === null || !concerns(rule)) continue
      const { dueAt } = clock
      if (live.dues?.get(name) === dueAt) continue
      live.dues = (live.dues ?? new Map<string, number>()).set(name, dueAt)
      const middle = Math.round((clock.startedAt + dueAt) / 2)
      events.push(Math.max(world.now, dueAt - before, middle), () => comesNear(live, name, dueAt))
    }
  }

  /** Lets the owner ask for more time when they are on duty, as often as the policy allows. */
  const comesNear = (live: LiveCase, name: string, dueAt: number): void => {
    const clock = live.state.clocks[name]
    const { authority, ownership } = live.state
    if (world.cases.get(live.id) !== live || !Clock.live(clock) || clock.dueAt !== dueAt) return
    const times = promises(live)?.get(name)?.extend?.times
    if (times !== undefined && clock.extensions.length >= times) return
    if (authority.approvals.some(({ command }) => command.do === "extend" && command.clock === name)) return
    const owner = world.workers.find(({ id }) => id === ownership.owner)
    if (owner === undefined) return
    if (!isOnShift(owner, world.now)) {
      const next = Calendar.nextOpen(owner.calendar, world.now)
      if (next < dueAt) events.push(next, () => comesNear(live, name, dueAt))
    } else if (isLucky(world, live, `extend ${name}`, work.extensions?.share ?? 0))
      give(live, owner, { do: "extend", clock: name, reason: words("extend") })
  }

  return {
    give,
    handOver,
    before: (task, worker) => {
      const { live, key } = task
      const isTheirs = (): boolean => task.status === "working"
      if (live.considered?.has(key) === true) return
      live.considered = (live.considered ?? new Set<string>()).add(key)
      if (!live.isBegun) split(live, worker)
      const { as, gate = "" } = task.work
      if (as !== "gate") return
      if (isTheirs()) waive(live, gate, worker)
      if (isTheirs()) pause(live, gate, worker)
    },
    hear: (live, before, step) => {
      const { wait } = live
      if (wait !== undefined && step.events.some(({ event }) => event === "clock-resumed")) {
        end(live, wait)
        lookAgain(live)
      }
      const { extensions } = work
      if (extensions !== undefined && live.state.clocks !== before.clocks)
        watch(live, extensions.before, extensions.concerns)
    }
  }
}

/**
 * What people do with a case beside the work at its gates: they hand it over, split it, let a gate go, wait for somebody
 * else, and ask for more time. Each is a command like anybody's; what the policy refuses is counted, and the work goes on.
 */
import { Calendar, type Case, Clock, type Command, type Policy, type Step } from "@hearback/core"
import { nextDraw } from "../world/LiveCase.ts"
import type { LiveCase, SimulatedWorker, Task, Wait } from "../world/Scene.ts"
import { isOnShift } from "../world/Worker.ts"
import { drawFor, type SimulatedWorld } from "../world/World.ts"
import type { Deciding } from "./CaseDecisions.ts"
import { isLucky } from "./Commands.ts"
import { wordsOf } from "./CustomerTexts.ts"

export interface BesideWork {
  /** Gives a command of somebody; returns whether it was accepted. */
  readonly give: (live: LiveCase, worker: SimulatedWorker, command: Command.Command) => boolean
  /** Now and then an owner who takes a case up finds that it is for somebody else of their roles. */
  readonly handOver: (live: LiveCase, worker: SimulatedWorker) => void
  /** Whoever begins a task may do something else first, after which the task may be nobody's any more. */
  readonly before: (task: Task, worker: SimulatedWorker) => void
  /** Hears of a step: a wait may be over, a deadline may come near. */
  readonly hear: (live: LiveCase, before: Case.Case, step: Step.Step) => void
}

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

  /** Another matter in it goes on in a case of its own; that one is split no further. */
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

  /** The clocks wait as the policy has it, and the work at this gate for as long as it lasts. */
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

  /** Whoever paused goes on once they are there; the clocks run again from when the wait was over. */
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

  /** Every new due of a clock is looked at once, shortly before it. */
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

  /** The owner asks for more time as soon as they are there, as often as the policy lets them. */
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

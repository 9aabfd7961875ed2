/**
 * Simulates faults: each brings cases until it ends by itself, or until a prevention on one of its cases is in place
 * and works.
 */

import { type Case, gateFacts } from "@hearback/core"
import type { CausePlan } from "../model/Plan.ts"
import { entity } from "../random/Chance.ts"
import type { CauseUnderWay, LiveCase } from "../world/Scene.ts"
import type { SimulatedWorld } from "../world/World.ts"
import type { Arriving } from "./ArrivalProcess.ts"

/** The faults of a world. */
export interface Breaking {
  readonly begin: () => void
  /** Called when a gate of a case was passed, which can be the prevention of its fault. */
  readonly passed: (live: LiveCase, event: Case.EventNamed<"gate-passed">) => void
}

/** Makes the faults. */
export const makeBreaking = (world: SimulatedWorld, arriving: () => Arriving): Breaking => {
  const { plan, events, chance } = world

  const isOver = (): boolean => world.now >= world.until

  const breakAt = (cause: CausePlan, count: number): void => {
    const who = entity(`fault ${cause.name}`, count)
    events.push(world.now + Math.round(cause.every(chance.of(who, "every"))), () => {
      if (isOver()) return
      const fault: CauseUnderWay = { cause, entity: who, isLive: true }
      const known = { category: cause.category, facts: cause.facts, fault }
      arriving().stream(`${cause.name} ${count + 1}.`, cause.rate, known, () => !fault.isLive || isOver())
      if (cause.lasts !== undefined)
        events.push(world.now + Math.round(cause.lasts(chance.of(who, "lasts"))), () => end(fault, count))
    })
  }

  const end = (fault: CauseUnderWay, count: number): void => {
    if (!fault.isLive) return
    fault.isLive = false
    breakAt(fault.cause, count + 1)
  }

  return {
    begin: () => {
      for (const cause of plan.causes) breakAt(cause, 0)
    },
    passed: ({ fault, state, entity: who }, { gate, evidence }) => {
      // A prevention for several cases is drawn once.
      if (fault === undefined || !fault.isLive || evidence.proof !== undefined) return
      const kind = plan.policy.loops.get(state.lifecycle.loop ?? "")?.gates.get(gate)?.kind
      if (kind === undefined || gateFacts[kind].brings !== "live") return
      if (chance.of(who, "prevented", state.gates[gate]?.reopened) < fault.cause.prevented) end(fault, fault.entity.low)
    }
  }
}

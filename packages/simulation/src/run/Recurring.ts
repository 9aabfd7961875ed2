/** Routines that come at times of the day: each opens a case, as the policy's calendar has it. */
import { Actor, type Bundle, Routine } from "@hearback/core"
import { entity } from "../random/Chance.ts"
import type { World } from "../world/World.ts"
import type { Deciding } from "./Deciding.ts"

export interface Recurring {
  /** Begins to let routines come. */
  readonly begin: () => void
}

/** Nobody's feedback: it waits for no answer. */
const nobody = { id: "routine" }

export const makeRecurring = (world: World, deciding: Deciding): Recurring => {
  const { plan, events } = world
  const { policy } = plan

  const follow = (channel: string, rule: Bundle.ChannelRule, times: readonly number[], n: number): void => {
    const at = times[n]
    if (at === undefined) return
    events.push(at, () => {
      const id = `${channel} ${n + 1}`
      const text = Object.values(rule.question ?? {})[0] ?? channel
      const command = { do: "submit", case: id, channel, verbatim: text } as const
      const opening = { id, entity: entity(`routine ${channel}`, n), customer: nobody, text, channel, fault: undefined }
      deciding.open(opening, { command, actor: Actor.channel(channel) })
      follow(channel, rule, times, n + 1)
    })
  }

  return {
    begin: () => {
      for (const [channel, rule] of Object.entries(policy.bundle.channels))
        if (rule.every !== undefined)
          follow(channel, rule, Routine.times(policy, rule.every, world.now, world.until), 0)
    }
  }
}

/** Simulates routines: at each of their times a case opens by itself, linked to the one before it. */
import { Actor, inLanguage, Routine } from "@hearback/core"
import { entity } from "../random/Chance.ts"
import type { SimulatedWorld } from "../world/World.ts"
import type { Deciding } from "./CaseDecisions.ts"

/** The routines. */
export interface Recurring {
  /** Begins the routines. */
  readonly begin: () => void
}

/** The customer of a routine's case, who waits for no answer. */
const nobody = { id: "routine" }

/** Makes the routines. */
export const makeRecurring = (world: SimulatedWorld, deciding: Deciding): Recurring => {
  const { plan, events } = world
  const { policy } = plan

  const follow = (channel: string, text: string, times: readonly number[], count: number): void => {
    const at = times[count]
    if (at === undefined) return
    events.push(at, () => {
      const id = `${channel} ${count + 1}`
      const command = { do: "submit", case: id, channel, verbatim: text } as const
      const opening = {
        id,
        entity: entity(`routine ${channel}`, count),
        customer: nobody,
        text,
        channel,
        fault: undefined
      }
      const earlier = count === 0 ? [] : [`${channel} ${count}`]
      const given = { command, actor: Actor.channel(channel) }
      deciding.open(opening, given, { sameMatter: { contacts: 1, unanswered: 0, earlier } })
      follow(channel, text, times, count + 1)
    })
  }

  return {
    begin: () => {
      const { channels, language } = policy.bundle
      for (const [channel, rule] of Object.entries(channels)) {
        const text = inLanguage(rule.question, language, language) ?? channel
        follow(channel, text, Routine.openings(policy, rule, world.now, world.until), 0)
      }
    }
  }
}

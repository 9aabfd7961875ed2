import { eventsOf } from "../../case/Case.ts"
import { stepBy } from "../../decide/step.ts"
import type { Reaction } from "../../draft/Situation.ts"
import { last, reactions } from "../../follow/Reactions.ts"
import { wakingOf } from "../../follow/ReactionTriggers.ts"
import type { DeciderLaw } from "../History.ts"
import { difference, first, run } from "../History.ts"

const everything = Object.values(eventsOf).flat()

const sleepless = (one: Reaction): Reaction =>
  one.hears === undefined ? { ...one, after: everything } : { ...one, hears: everything }

const awake = wakingOf(reactions.map(sleepless), sleepless(last))

/** Law: a reaction that was not woken had nothing to do. If every reaction runs each time, each step is the same. */
export const wokenInTime: DeciderLaw = {
  name: "woken-in-time",
  violation: (decider, history) =>
    first(run(decider, history).decisions, ({ policy, before, command, meta, step }) => {
      const found = difference(stepBy(awake, policy, before, command, meta).events, step.events)
      return found === undefined ? undefined : `${command.do} where every reaction is awake: ${found}`
    })
}

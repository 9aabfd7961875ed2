import { stepBy } from "../../decide/step.ts"
import type { Reaction } from "../../draft/Situation.ts"
import { last, reactions } from "../../follow/Reactions.ts"
import { wakingOf } from "../../follow/ReactionTriggers.ts"
import { core } from "../World.ts"
import type { BrokenDecider } from "./Decider.ts"

const asleep = ({ name, hears, act }: Reaction): Reaction =>
  hears === undefined ? { name, act } : { name, hears: [], act }

const without = (sleeper: string) => {
  const put = (one: Reaction): Reaction => (one.name === sleeper ? asleep(one) : one)
  return wakingOf(reactions.map(put), put(last))
}

/** For each reaction a decider in which nothing wakes that reaction. */
export const sleepers: readonly BrokenDecider[] = [...reactions, last].map(({ name }) => {
  const waking = without(name)
  return {
    name: `nothing wakes “${name}”`,
    breaks: "woken-in-time",
    decider: { ...core, step: (...given) => stepBy(waking, ...given) }
  }
})

/**
 * What happens next on a case, if nothing comes between: a pure function of the seed and of what the case shows.
 * Nothing is remembered, so whoever starts again plans the same.
 */
import { Instant } from "@hearback/core"
import type { CaseView, Command } from "hearback"
import { answering } from "./Answering.ts"
import { asking } from "./Asking.ts"
import { chance } from "./Chance.ts"
import { improving } from "./Improving.ts"
import { managing } from "./Managing.ts"
import { customerOf, type Intent, type Situation, situation, type World } from "./Situation.ts"

/** One attempt at an intent, by one person at one moment. */
export interface Step {
  readonly at: number
  readonly by: string
  readonly key: string
  readonly needs: string
  readonly command: Command
}

/** While an offer or a question is open, the owner's own work waits. */
const intents = (x: Situation): readonly Intent[] => {
  const isPaused = x.view.clocks.some((clock) => clock.state === "paused")
  const isOffered = x.view.offer !== undefined
  const own = [...asking(x), ...managing(x), ...answering(x), ...improving(x)]
  return own.filter((intent) => {
    const isOwners = intent.by[0] === x.view.owner
    if (isPaused && isOwners) return intent.name === "resume"
    return !(isOffered && isOwners && intent.needs !== "write")
  })
}

/** The attempts of an intent from an instant on: one each working day. */
const attempt = (x: Situation, intent: Intent, from: number): Step | undefined => {
  for (let n = 0; n < intent.tries; n++) {
    const by = intent.by[n % intent.by.length] ?? intent.by[0]
    const isCustomer = by === customerOf(x)
    const minute =
      n === 0
        ? intent.at
        : isCustomer
          ? intent.at + n * Instant.DAY
          : x.hours.after(by, intent.at + n * Instant.DAY, Instant.MINUTE)
    // Somewhere within the minute: deadlines that were counted from other moments do not fall on this one.
    const at = minute - Math.ceil(59 * x.roll(`second ${intent.name} ${n}`)) * 1000
    if (at < from) continue
    const command = intent.command(n)
    return { at, by, key: keyOf(x, intent, at, by, command), needs: intent.needs, command }
  }
  return undefined
}

/** Same case, day, intent and words: the same command, given once. A gate sent back within a day may need others. */
const keyOf = (x: Situation, intent: Intent, at: number, by: string, command: Command): string => {
  const day = new Date(at).toISOString().slice(0, 10)
  const words = Math.floor(chance(by, JSON.stringify(command)) * 36 ** 6).toString(36)
  return `${x.seed}/${x.view.id}/${day}/${intent.name}/${words}`
}

/** Returns the first step at or after an instant, or undefined when nobody means to do anything any more. */
export const plan = (world: World, view: CaseView, from: number): Step | undefined => {
  if (view.state === "closed") return undefined
  const x = situation(world, view)
  let first: Step | undefined
  for (const intent of intents(x)) {
    const step = attempt(x, intent, from)
    if (step !== undefined && (first === undefined || step.at < first.at)) first = step
  }
  return first
}

/**
 * Plans what happens next on a case if nothing happens before it. The plan is a pure function of the seed and the
 * case's view. Nothing is remembered, so a restarted run makes the same plan.
 */
import { Instant } from "@hearback/core"
import type { CaseView, Command } from "hearback"
import { answering } from "./Answering.ts"
import { asking } from "./Asking.ts"
import { chance } from "./Chance.ts"
import { improving } from "./Improving.ts"
import { managing } from "./Managing.ts"
import { customerOf, type Intent, type Situation, situation, type World } from "./Situation.ts"

/** One attempt at an intent, by one person at one instant. */
export interface Step {
  readonly at: number
  readonly by: string
  readonly key: string
  readonly needs: string
  readonly command: Command
}

/** Returns the intents of a case. While an offer or a question is open, the owner's own work waits. */
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

/** Returns the next attempt at an intent at or after an instant; there is one attempt each working day. */
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
    // Moves the attempt within its minute, so that it never coincides with a deadline counted from another instant.
    const at = minute - Math.ceil(59 * x.roll(`second ${intent.name} ${n}`)) * 1000
    if (at < from) continue
    const command = intent.command(n)
    return { at, by, key: keyOf(x, intent, at, by, command), needs: intent.needs, command }
  }
  return undefined
}

/**
 * Returns the key of a command. The same case, day, intent and words give the same key, so the command is given once; a
 * gate that was sent back on the same day may need other words.
 */
const keyOf = (x: Situation, intent: Intent, at: number, by: string, command: Command): string => {
  const day = new Date(at).toISOString().slice(0, 10)
  const words = Math.floor(chance(by, JSON.stringify(command)) * 36 ** 6).toString(36)
  return `${x.seed}/${x.view.id}/${day}/${intent.name}/${words}`
}

/** Returns the first step at or after an instant, or undefined when nobody intends to do anything any more. */
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

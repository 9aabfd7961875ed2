/** Histories for the laws of the decider: a policy and the commands that are sent to a world under it. */
import type { CaseEvent } from "../case/Case.ts"
import type { PersonState } from "../people/Person.ts"
import type { Policy } from "../policy/Policy.ts"
import type { Instant } from "../time/Instant.ts"
import type { Decider, SentCommand, TestWorld } from "./World.ts"
import { core, send, world } from "./World.ts"

/** Commands in the order in which they were given; `at` never decreases. */
export interface CommandHistory {
  readonly policy: Policy
  readonly sent: readonly SentCommand[]
  /** The people of the directory; by default those of `Cast.ts`. */
  readonly people?: readonly PersonState[]
}

/** A law of the decider, which a test checks for many histories. */
export interface DeciderLaw {
  readonly name: string
  /** Returns how the law is violated; undefined if it holds. */
  readonly violation: (decider: Decider, history: CommandHistory) => string | undefined
  /** Returns how many commands the law gives, if that is not the number of the history. */
  readonly given?: (history: CommandHistory) => number
}

/**
 * Sends the commands of a history to a world without cases, and returns the world. `ticks`: whether due instants fire
 * at once, or only with the next command.
 */
export const run = (decider: Decider, history: CommandHistory, ticks: "prompt" | "none" = "prompt"): TestWorld => {
  if (decider !== core || ticks !== "prompt") return runAnew(decider, history, ticks)
  const known = rightly.get(history) ?? runAnew(decider, history, ticks)
  rightly.set(history, known)
  return known
}

/** The world that the real decider makes of each history. Many laws read it, and it never changes. */
const rightly = new WeakMap<CommandHistory, TestWorld>()

const runAnew = (decider: Decider, history: CommandHistory, ticks: "prompt" | "none"): TestWorld =>
  history.sent.reduce((w, one) => send(w, one, ticks).world, begin(decider, history))

/** Returns the world before the first command. */
export const begin = (decider: Decider, { policy, people }: CommandHistory): TestWorld => world(policy, decider, people)

/** Returns the instant of the last command. */
export const endOf = ({ sent }: CommandHistory): Instant => sent.at(-1)?.at ?? 0

/** Returns whether two plain values are equal; a member that is undefined counts as absent. */
export const same = (one: unknown, other: unknown): boolean => {
  if (Object.is(one, other)) return true
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [left, right] = [members(one), members(other)]
  return left.size === right.size && [...left].every(([key, value]) => right.has(key) && same(value, right.get(key)))
}

const members = (value: object): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(value).filter(([, inner]) => inner !== undefined))

/** Returns an event without the instant at which it was noticed. */
const noticedAnyTime = (event: CaseEvent): CaseEvent => {
  if (!("detectedAt" in event)) return event
  const { detectedAt: _, ...rest } = event
  return rest as CaseEvent
}

const ofProblem: ReadonlySet<string> = new Set(["problem-told", "problem-closed"])

/**
 * Returns whether an event reports what time has shown on another case. Its instant depends on when that case was told
 * the time.
 */
const isFromElsewhere = (event: CaseEvent): boolean =>
  event.event === "problem-closed" ||
  event.event === "customer-erased" ||
  (event.event === "problem-told" && event.by !== undefined) ||
  (event.event === "message-queued" && ofProblem.has(event.message))

/**
 * Returns what a case did by itself, without when it was noticed. Messages are compared by their words, not by number.
 */
export const ownEvents = (events: readonly CaseEvent[]): readonly CaseEvent[] =>
  events
    .filter((event) => !isFromElsewhere(event))
    .map((event) => noticedAnyTime(event.event === "message-queued" ? { ...event, id: "" } : event))

const isTold: ReadonlySet<string> = new Set(["case-linked", "case-unlinked", "problem-progressed"])

/**
 * Returns whether time alone moved a case to another problem or closed a problem. When other cases learn of it, and
 * when their grades change, then depends on when that case was told the time.
 */
export const isRecountedByTime = ({ events }: TestWorld): boolean =>
  [...events.values()].some((log) => {
    const isEnd = (event: CaseEvent): boolean =>
      event.event === "clock-met" && /^(?:override|observe):/.test(event.clock)
    const ended = new Set(log.filter(isEnd).map(({ at }) => at))
    return log.some(({ event, at }) => isTold.has(event) && ended.has(at))
  })

/** Returns the first difference of two logs as text; undefined if they are equal. */
export const difference = (one: readonly CaseEvent[], other: readonly CaseEvent[]): string | undefined => {
  for (let i = 0; i < Math.max(one.length, other.length); i++)
    if (!same(one[i], other[i])) return `event ${i + 1} is ${JSON.stringify(one[i])}, and ${JSON.stringify(other[i])}`
  return undefined
}

/** Returns the first violation that a test of the items finds. */
export const first = <T>(items: Iterable<T>, test: (item: T) => string | undefined): string | undefined => {
  for (const item of items) {
    const found = test(item)
    if (found !== undefined) return found
  }
  return undefined
}

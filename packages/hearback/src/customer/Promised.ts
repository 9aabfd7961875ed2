/** What a customer was promised on a case, and what they are asked. */
import {
  type AnyNames,
  type Bundle,
  type Case,
  Clock,
  defined,
  Gate,
  gateFacts,
  inLanguage,
  type Policy,
  type PolicyNames,
  Text
} from "@hearback/core"
import { dateOrNull } from "../call/Instant.ts"

export interface Promised {
  readonly title: string
  readonly state: "running" | "paused" | "kept" | "kept-late" | "missed" | "ended"
  readonly dueAt: Date | null
}

/** A gate that waits for the customer's answer: `{ do: "reply", gate, says }`. */
export interface Reply<N extends PolicyNames = AnyNames> {
  readonly gate: N["gate"]
  readonly title: string
  /** What they may say, with what that is called. */
  readonly says: readonly { readonly value: string; readonly title: string }[]
  /** What was proposed to them. */
  readonly proposal?: string
}

const states: Readonly<Record<ReturnType<typeof Clock.stateOf>, Promised["state"]>> = {
  "not-started": "ended",
  running: "running",
  paused: "paused",
  met: "kept",
  "met-late": "kept-late",
  missed: "missed",
  cancelled: "ended"
}

/** Returns the promises of a case, with what they are called in a language. */
export const promisedOf = (
  { loops, bundle }: Policy.Policy,
  { clocks, lifecycle }: Case.Case,
  language: Bundle.Language
): readonly Promised[] => {
  const loop = loops.get(lifecycle.loop ?? "")
  return Object.values(clocks).flatMap((clock) => {
    if (clock.timer !== undefined || loop?.clocks.get(clock.name)?.promise !== true) return []
    const title = inLanguage(loop.gates.get(clock.name)?.title, language, bundle.language) ?? clock.name
    return [{ title, state: states[Clock.stateOf(clock)], dueAt: dateOrNull(clock.dueAt) }]
  })
}

/** Returns what the customer is asked now. */
export const awaitedOf = (
  { loops, bundle }: Policy.Policy,
  { gates, lifecycle }: Case.Case,
  language: Bundle.Language
): readonly Reply[] =>
  [...(loops.get(lifecycle.loop ?? "")?.gates.values() ?? [])].flatMap((rule) => {
    const state = Gate.at(gates, rule.name)
    const { replies, awaitsReply } = gateFacts[rule.kind]
    if (replies === undefined || state.status !== "open" || awaitsReply?.(state) !== true) return []
    return [
      defined({
        gate: rule.name,
        title: inLanguage(rule.title, language, bundle.language) ?? rule.name,
        says: [...replies].map((value) => ({ value, title: Text.word("says", value, language) })),
        proposal: state.rounds.at(-1)?.text
      })
    ]
  })

/**
 * Everything that can be asked of a case, in the spelling that YAML, command line, HTTP and TypeScript share.
 *
 * *Reported* commands say what happened (placed at `occurredAt`, also in the past); *decided* ones happen when they
 * are recorded. Without the difference, back-dating would be a way around every clock and limit.
 */
import type { Instant } from "../time/Instant.ts"
import type { Evidence } from "./track/Evidence.ts"
import type { Facts, Origin, Submission } from "./track/Submission.ts"

export type { Evidence, PlannedAction } from "./track/Evidence.ts"
export type { Facts, Origin, Submission, Suggested } from "./track/Submission.ts"

export type Says = "agree" | "counter" | "refuse" | "satisfied" | "dissatisfied"

export type Reported =
  | ({ readonly do: "submit"; readonly case: string; readonly of?: Origin; readonly category?: string } & Submission)
  | {
      readonly do: "write"
      readonly text: string
      readonly channel?: string
      /** Written by a machine, such as an out-of-office notice: kept, and nothing follows from it. */
      readonly automatic?: boolean
    }
  /** The same thing said again; `again`: the very same message by another channel. */
  | ({
      readonly do: "join"
      readonly contacts: number
      readonly unanswered: number
      readonly again?: boolean
    } & Submission)
  | { readonly do: "event"; readonly name: string }
  | { readonly do: "reply"; readonly gate?: string; readonly says: Says; readonly text?: string }
  | { readonly do: "pause"; readonly reason: string }
  | { readonly do: "resume" }
  | { readonly do: "act-done"; readonly gate?: string; readonly action?: number; readonly evidence?: string }
  | { readonly do: "withdraw"; readonly reason?: string }
  | { readonly do: "note"; readonly text: string }

export type Decided =
  | ({ readonly do: "pass"; readonly gate: string } & Evidence)
  | { readonly do: "sign"; readonly gate: string }
  | { readonly do: "explain"; readonly gate: string; readonly reason: string; readonly fields?: Facts }
  | { readonly do: "waive"; readonly gate: string; readonly reason: string }
  | {
      readonly do: "set"
      readonly facts?: Facts
      readonly causeOf?: string
      readonly cause?: "incidental" | "systemic"
      readonly reason?: string
    }
  | { readonly do: "reclassify"; readonly category?: string; readonly kind?: string; readonly reason: string }
  | { readonly do: "regrade"; readonly to: string; readonly reason: string }
  | { readonly do: "compensate"; readonly amount: number | string; readonly reason: string }
  | { readonly do: "discount"; readonly amount: number | string; readonly reason: string }
  | { readonly do: "grant"; readonly amount: number | string; readonly reason: string }
  | { readonly do: "approve"; readonly approval?: string }
  | { readonly do: "deny"; readonly approval?: string; readonly reason?: string }
  | { readonly do: "hand-over"; readonly to: string; readonly reason: string }
  | { readonly do: "accept" }
  | { readonly do: "decline"; readonly reason?: string }
  | { readonly do: "take-up" }
  | {
      readonly do: "delegate"
      readonly to: string
      /** A date `2026-11-20`, that day included, or an instant; in the policy's zone. */
      readonly until: string
      readonly roles?: readonly string[]
      readonly reason?: string
    }
  | {
      readonly do: "extend"
      readonly clock: string
      /**
       * A date `2026-11-20`, that day included, or an instant; in the policy's zone. An earlier one than the due is a
       * promise of the owner's own; a later one is an extension, no further than one leads.
       */
      readonly until?: string
      readonly reason: string
    }
  | { readonly do: "forward"; readonly fields?: Facts; readonly reason?: string }
  | {
      readonly do: "spot-check"
      /** The id of the drawn decision; without it the first that nobody has looked at. */
      readonly decision?: string
      readonly finds: "right" | "wrong"
      readonly reason?: string
    }
  | { readonly do: "close" }
  | { readonly do: "reopen"; readonly because: "dissatisfied" | "recurrence" | string; readonly reason: string }
  | { readonly do: "merge"; readonly into: string; readonly reason?: string }
  | {
      readonly do: "split"
      /** What goes on in a case of its own. */
      readonly text: string
      readonly kind?: string
      readonly category?: string
      readonly facts?: Facts
      readonly reason?: string
    }

/** What the engine itself says to a case: time, the problem's count, the fate of a message, what belongs to it. */
export type Told =
  | { readonly do: "time" }
  /** Another case was merged into this one. */
  | { readonly do: "absorb"; readonly case: string }
  | {
      readonly do: "count"
      readonly problem: string
      readonly customers: number
      readonly cases: number
      readonly status: "watching" | "open"
    }
  /** Another case of the problem has shown that its cause is prevented. */
  | {
      readonly do: "progress"
      readonly problem: string
      readonly case: string
      readonly progress: "live" | "verified" | "failed"
    }
  /** To the version of the policy, or to the calendars, under which the command is decided. */
  | { readonly do: "move-policy"; readonly reason: string }
  | { readonly do: "move-calendar" }
  | { readonly do: "recurred"; readonly case: string; readonly reason: string; readonly receivedAt?: Instant }
  /** Prevention failed on a case of the same cause. */
  | { readonly do: "flag"; readonly case: string; readonly reason: string }
  /** The key of its customer was destroyed, or of another whose case was merged into it. */
  | { readonly do: "erase"; readonly reason: string; readonly customer?: string }
  | { readonly do: "delivered"; readonly message: string }
  | { readonly do: "bounced"; readonly message: string; readonly reason: string }

export type Command = Reported | Decided | Told
export type Verb = Command["do"]
export type CommandOf<V extends Verb> = Extract<Command, { readonly do: V }>

/** The verbs of what is reported, which stands at the instant it happened. */
export const reported: ReadonlySet<string> = new Set<Reported["do"]>([
  "submit",
  "write",
  "reply",
  "pause",
  "resume",
  "act-done",
  "withdraw",
  "note",
  "event",
  "join"
])

/** Returns the instant at which a command acts. */
export const actsAt = (command: Command, occurredAt: Instant, receivedAt: Instant): Instant =>
  reported.has(command.do) ? Math.min(occurredAt, receivedAt) : receivedAt

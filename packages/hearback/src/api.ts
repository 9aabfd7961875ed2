/**
 * What a host sees: one handle, one spelling for commands, values for every domain answer.
 *
 * A domain "no" is a value; failures of the world throw `HearbackError`.
 */

import type { Bundle, Command as Core } from "@hearback/core"
import type { Call, LoopEvent, Outcome } from "./answer.ts"
import type { Customers } from "./customer.ts"
import type { Instantish } from "./instant.ts"
import type { Learning } from "./learning.ts"
import type { Undelivered } from "./undelivered.ts"
import type { CaseQuery, CaseRow, CaseView, Explanation, Page } from "./views.ts"

export type { Call, LoopEvent, Outcome, Place, Rejection } from "./answer.ts"
export type { Instantish } from "./instant.ts"
export type { CaseQuery, CaseRow, CaseView, ClockView, Explanation, GateView, Page } from "./views.ts"

export interface Feedback {
  readonly channel: string
  readonly customer?:
    | string
    | {
        readonly id: string
        readonly name?: string
        readonly address?: string
        readonly language?: "zh-CN" | "en"
        readonly consent?: readonly string[]
      }
  /** The customer's own words. Without words and without a score the feedback is kept in quarantine. */
  readonly verbatim?: string
  readonly description?: string
  /** When the customer said it; default now. */
  readonly received?: Instantish
  readonly happenedAt?: string
  readonly where?: string
  readonly demand?: string
  readonly hopedForBy?: string
  readonly score?: number
  readonly kind?: string
  readonly attachments?: readonly string[]
  readonly facts?: Readonly<Record<string, string | number | boolean>>
  /** The case that the message names, as a reply does. Its own customer's word goes there; anybody else's does not. */
  readonly thread?: string
  /** Written by a machine (out of office, delivery report): kept, never answered, and no case is opened for it. */
  readonly automatic?: boolean
}

/** One piece of feedback of many, with the key that makes a second run harmless. */
export interface Keyed {
  readonly feedback: Feedback
  readonly key?: string
}

export type Receipt =
  | {
      readonly outcome: "opened" | "joined"
      readonly case: string
      readonly owner: string
      readonly key: string
      readonly replayed: boolean
    }
  | {
      readonly outcome: "quarantined"
      /** No case yet: the entry's id. A command on it is refused, since there is nothing to act on. */
      readonly case: string
      readonly id: string
      readonly reason: string
      readonly key: string
      readonly replayed: boolean
    }

/**
 * `{ do: "compensate", amount: "1200 CNY", reason: "…" }`: the verbs and arguments of the policy language, one type a
 * verb. What comes untyped, from JSON or a form, is checked when it arrives: a wrong shape is a rejection that names
 * each argument.
 */
export type Command = Exclude<Core.Reported | Core.Decided, { readonly do: "submit" }>

export interface Quarantined {
  readonly id: string
  readonly key: string
  readonly channel: string
  readonly receivedAt: Date
  readonly reason: string
  readonly owner?: string
  readonly raw: string
}

export interface Health {
  readonly live: boolean
  readonly store: boolean
  readonly policy: {
    readonly id: string
    readonly content: string
    readonly shape: string
    /** The version that comes into force later. */
    readonly next?: { readonly content: string; readonly effective: string }
    readonly lastReloadError?: string
  }
  readonly timers: { readonly oldestDueMs: number | null; readonly lastTickAt: Date | null }
  readonly outbox: { readonly waiting: number; readonly dead: number }
  readonly quarantine: number
}

export interface Desk {
  submit(feedback: Feedback, call?: Call): Promise<Receipt>
  execute(id: string, command: Command, call?: Call & { readonly ifVersion?: number }): Promise<Outcome>
  get(id: string): Promise<CaseView | undefined>
  list(query?: CaseQuery): Promise<Page<CaseRow>>
  count(query?: CaseQuery): Promise<{ readonly count: number; readonly capped: boolean }>
  explain(id: string, about?: "grade" | "owner" | { readonly clock: string }): Promise<Explanation>
  events(options?: {
    readonly after?: string
    readonly case?: string
    readonly signal?: AbortSignal
  }): AsyncIterable<LoopEvent>
  for(scope: { readonly actor: { readonly id: string } }): Desk
}

/** Which open cases are moved, and where to. Closed cases never change. */
export interface MovingCases {
  /** A version: its bundle, its content hash or the beginning of one. Default: the version in force. */
  readonly to?: string | Bundle.Bundle
  /** Only to the calendars of that version: holidays that were published since. */
  readonly only?: "calendars"
  /** Default: every open case. */
  readonly cases?: readonly string[]
}

/** What a move changes on a case. */
export interface MovedCase {
  readonly case: string
  /** Content hashes. */
  readonly from: string
  readonly to: string
  /** Clocks that run before or after; without `before` or `after` the clock does not run then, null is no due. */
  readonly clocks: readonly { readonly clock: string; readonly before?: Date | null; readonly after?: Date | null }[]
  readonly demanded: readonly string[]
  readonly notNeeded: readonly string[]
}

export interface PolicyVersions {
  /** What each case would come to; nothing is stored. */
  preview(moving?: MovingCases): Promise<readonly MovedCase[]>
  /** Moves them, one append a case, with who and why on record. The same `key` moves nothing twice. */
  move(
    moving: MovingCases & { readonly by: string; readonly reason: string; readonly key?: string }
  ): Promise<readonly MovedCase[]>
}

export interface Loop extends Desk, Customers, Learning, AsyncDisposable {
  readonly policy: PolicyVersions
  /** Takes many, in few transactions; receipts come in the order of the feedback. */
  submitMany(
    feedback: Iterable<Keyed> | AsyncIterable<Keyed>,
    options?: { readonly signal?: AbortSignal; readonly batch?: number }
  ): AsyncIterable<Receipt>
  /** Tells the engine the time: fires what is due, delivers what waits. */
  tick(options?: {
    readonly at?: Instantish
    readonly budgetMs?: number
  }): Promise<{ readonly fired: number; readonly sent: number; readonly nextDue?: Date; readonly more: boolean }>
  readonly quarantine: {
    list(): Promise<readonly Quarantined[]>
    /** Keeps what could not even be read, with its raw text and the reason. */
    put(arrival: {
      readonly key: string
      readonly channel: string
      readonly raw: string
      readonly reason: string
      readonly received?: Instantish
    }): Promise<Receipt>
    /** Opens the case with the original receipt time; what was missing comes with it. */
    release(id: string, feedback: Feedback, scope?: { readonly actor: { readonly id: string } }): Promise<Receipt>
  }
  readonly undelivered: Undelivered
  /** Walks the whole record and checks every hash chain. */
  verify(): Promise<{
    readonly ok: boolean
    readonly streams: number
    readonly events: number
    readonly breaks: readonly { readonly stream: string; readonly version: number; readonly problem: string }[]
  }>
  health(): Promise<Health>
  close(): Promise<void>
}

/**
 * What a host sees: one handle, one spelling for commands, values for every domain answer.
 *
 * A domain "no" is a value; failures of the world throw `HearbackError`.
 */

import type { Bundle, Command as Core } from "@hearback/core"
import type { Call, LoopEvent, Outcome, Place } from "./answer.ts"
import type { Customers, SaidAgain } from "./customer.ts"
import type { Instantish } from "./instant.ts"
import type { Learning } from "./learning.ts"
import type { Undelivered } from "./undelivered.ts"

export type { Call, LoopEvent, Outcome, Place, Rejection } from "./answer.ts"
export type { Instantish } from "./instant.ts"

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

export interface GateView {
  readonly name: string
  readonly title: string
  readonly kind: string
  readonly side: "customer-loop" | "system-loop"
  readonly state: string
  readonly openedAt?: Date
  /** How often it was sent back. */
  readonly reopened: number
  readonly by?: string
  readonly at?: Date
  /** The evidence is complete; while the gate is open, signatures are missing. */
  readonly shown: boolean
  readonly signatures: readonly string[]
  /** What was proposed to the customer, and the answer where there is one. */
  readonly rounds: readonly { readonly text: string; readonly reply?: "agree" | "counter" | "refuse" }[]
  readonly actions: readonly {
    readonly what: string
    readonly owner?: string
    readonly due?: string
    readonly doneAt?: Date
  }[]
  readonly place?: Place
}

export interface ClockView {
  readonly name: string
  readonly state: string
  readonly promise: boolean
  readonly startedAt: Date
  readonly dueAt: Date | null
  readonly provisional: boolean
  readonly missed?: { readonly dueAt: Date; readonly cause: string; readonly refuted: boolean }
  readonly place?: Place
}

export interface CaseView extends SaidAgain {
  readonly id: string
  readonly version: number
  readonly policy: { readonly id: string; readonly content: string }
  readonly state: "open" | "customer-loop-closed" | "closed" | "expired"
  readonly outcome?: string
  readonly loop?: string
  readonly kind?: string
  readonly category?: string
  readonly emotion?: string
  readonly review?: string
  readonly grades: Readonly<
    Record<
      string,
      {
        readonly level: string
        readonly place?: Place
        readonly lifted?: { readonly from: string; readonly place?: Place }
        readonly by?: string
      }
    >
  >
  readonly owner: string
  readonly department?: string
  readonly customer?: string
  readonly channel?: string
  readonly verbatim?: string
  readonly receivedAt: Date
  readonly facts: Readonly<Record<string, string | number | boolean>>
  readonly gates: readonly GateView[]
  readonly clocks: readonly ClockView[]
  /** What people are waited for, each by the name of its clock: `take-up`, `part:<department>`, `approval:<id>` … */
  readonly waits: readonly ClockView[]
  readonly approvals: readonly {
    readonly id: string
    readonly asked: string
    readonly amount: number
    readonly by: string
    readonly from: string
    readonly person: string
    readonly due: Date | null
    /** The limits that it exceeds. */
    readonly rules: readonly Place[]
  }[]
  readonly compensated: number
  /** In percent. */
  readonly discounted: number
  /** Units of resources. */
  readonly granted: number
  /** A handover that was offered and not answered yet. */
  readonly offer?: { readonly from: string; readonly to: string; readonly reason: string; readonly due: Date | null }
  /** Whoever works on it beside the owner: collaborators, and the members of its team. */
  readonly team: readonly string[]
  /** What each department of the team owes. */
  readonly parts: readonly {
    readonly department: string
    readonly contact?: string
    readonly due: Date | null
    readonly answered?: Date
  }[]
  readonly handovers: number
  readonly reopened: number
  readonly links: readonly string[]
  readonly problem?: {
    readonly id: string
    readonly customers: number
    readonly cases: number
    readonly open: boolean
    /** The prevention of its cause, shown on whichever of its cases: in place, or proved effective. */
    readonly progress?: "live" | "verified"
  }
  /** Of a closed case: when the time to keep its record is over. */
  readonly keptUntil?: Date
  /** When its customer was erased: what was personal cannot be read any more. */
  readonly erasedAt?: Date
  /** What the customer said came too often to reopen the case by itself: a person reopens it, or leaves it with `close`. */
  readonly parked?: { readonly at: Date; readonly cause: string; readonly place?: Place }
  /** What this desk's actor could do now. */
  readonly allowed: readonly string[]
}

/** One line of the worklist; written in the same append as the events, so it reads its own writes. */
export interface CaseRow {
  readonly id: string
  readonly kind: string
  readonly category?: string
  readonly grades: Readonly<Record<string, string>>
  readonly owner: string
  readonly customer?: string
  readonly channel: string
  readonly state: "open" | "customer-loop-closed" | "closed" | "expired"
  readonly outcome?: string
  readonly receivedAt: Date
  readonly dueAt: Date | null
  readonly promiseAt: Date | null
  readonly updatedAt: Date
  readonly review?: string
}

export interface CaseQuery {
  readonly owner?: string
  readonly state?: "open" | "customer-loop-closed" | "closed" | "expired"
  readonly kind?: string
  readonly category?: string
  readonly customer?: string
  readonly order?: "due" | "received"
  readonly after?: string
  readonly limit?: number
}

export interface Page<T> {
  readonly items: readonly T[]
  readonly next?: string
}

export interface Explanation {
  readonly case: string
  /** Every event of the case in order, each with the policy line that made it. */
  readonly lines: readonly {
    readonly at: Date
    readonly event: string
    readonly actor: string
    readonly message: string
    readonly place?: Place
  }[]
  readonly clock?: {
    readonly name: string
    readonly intervals: readonly {
      readonly from: Date
      readonly to: Date
      readonly counted: boolean
      readonly why: string
    }[]
  }
}

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

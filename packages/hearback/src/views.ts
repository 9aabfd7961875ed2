/** What a host reads: a case with its gates and clocks, a line of the worklist, and why things are as they are. */
import type { Case } from "@hearback/core"
import type { Place } from "./answer.ts"
import type { SaidAgain } from "./customer.ts"

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
  readonly state: Case.Standing
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
  readonly state: Case.Standing
  readonly outcome?: string
  readonly receivedAt: Date
  readonly dueAt: Date | null
  readonly promiseAt: Date | null
  readonly updatedAt: Date
  readonly review?: string
}

export interface CaseQuery {
  readonly owner?: string
  readonly state?: Case.Standing
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

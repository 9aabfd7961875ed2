/** The parts of a bundle about who owns a case and who works on it. */

import type { Target } from "../time/Target.ts"
import type { Condition, Varying, Who } from "./Rule.ts"

/** Who owns a case, and what happens when the owner is away or must not act. */
export interface OwnershipRule {
  readonly firstOwner: readonly Who[]
  /**
   * Whether a case waits in a queue if nobody on the list has room for it; absent: the last one on the list gets it.
   */
  readonly queue?: true
  readonly takeUp?: Target
  readonly handover: {
    readonly acceptWithin: Target
    readonly atMost: number
    readonly arbiter: string
    readonly outsideDepartment?: "never"
  }
  /** Who acts for an absent owner, in order; `deputy` is the owner's own deputy. */
  readonly absent?: readonly Who[]
  /** When the owner must not act, and who gets the case. The former owner then has no say in it any more. */
  readonly recuse?: { readonly when: Condition; readonly to: readonly Who[] }
  /** Who is asked, in order, while the owner is off duty. They are accountable only once they accept. */
  readonly onCall?: { readonly when?: Condition; readonly to: readonly Who[]; readonly acceptWithin: Target }
  /** Whoever owns this many open cases gets no new one. */
  readonly atMostOpen?: number
  /** The department that must act. */
  readonly department?: Varying<{ readonly department: string } | { readonly input: "category.department" }>
  readonly team?: TeamRule
}

/** Who works on a case with its owner: departments, each with a part and a due of its own. */
export interface TeamRule {
  readonly when?: Condition
  /** `departments` and `department` stand for departments with parts; others are members who are notified. */
  readonly members: readonly Who[]
  readonly answerWithin?: Target
  /** Who is notified of an overdue part. `head` is the head of the department that owes it. */
  readonly overdue: readonly Who[]
}

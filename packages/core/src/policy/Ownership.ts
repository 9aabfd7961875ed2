/** Who answers for a case and who works on it: a part of the bundle. */

import type { Target } from "../time/Target.ts"
import type { Condition, Varying, Who } from "./Rule.ts"

export interface OwnershipRule {
  readonly firstOwner: readonly Who[]
  /** Whom nobody on the list has room for waits for whoever takes it up; else the last on the list takes it all the same. */
  readonly queue?: true
  readonly takeUp?: Target
  readonly handover: {
    readonly acceptWithin: Target
    readonly atMost: number
    readonly arbiter: string
    readonly outsideDepartment?: "never"
  }
  /** Who acts for an owner who is away, in order; `deputy` is the owner's own. */
  readonly absent?: readonly Who[]
  /** When the owner must not act, and who takes it; the old owner then loses every say in the case. */
  readonly recuse?: { readonly when: Condition; readonly to: readonly Who[] }
  /** Who is asked, in order, while the owner is off duty; accountable only once they accept. */
  readonly onCall?: { readonly when?: Condition; readonly to: readonly Who[]; readonly acceptWithin: Target }
  /** Whoever owns this many open cases is passed over when a case gets its first owner. */
  readonly atMostOpen?: number
  /** The department that must act. */
  readonly department?: Varying<{ readonly department: string } | { readonly input: "category.department" }>
  readonly team?: TeamRule
}

/** Who works on a case together with its owner: each department with a part and a due of its own. */
export interface TeamRule {
  readonly when?: Condition
  /** `departments` and `department` stand for parts; anybody else is a member who hears of it. */
  readonly members: readonly Who[]
  readonly answerWithin?: Target
  /** Who hears of a part that is overdue; `head` is that of the department which owes it. */
  readonly overdue: readonly Who[]
}

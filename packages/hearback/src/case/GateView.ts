/** The gates of a case: what each demands, and how far it is. */
import type { Bundle, Case, Policy } from "@hearback/core"
import { defined, Gate } from "@hearback/core"
import { type Place, placeOf } from "../answer/Place.ts"
import { dateOf } from "../call/Instant.ts"

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

const text = (policy: Policy.Policy, title: Bundle.Text | undefined, fallback: string): string =>
  title?.[policy.bundle.language] ?? Object.values(title ?? {})[0] ?? fallback

/** Returns the gates of the loop that a case is in. */
export const gatesOf = (policy: Policy.Policy, { gates, lifecycle }: Case.Case): readonly GateView[] =>
  (policy.loops.get(lifecycle.loop ?? "")?.rule.gates ?? []).map((rule) => {
    const state = Gate.at(gates, rule.name)
    return defined({
      name: rule.name,
      title: text(policy, rule.title, rule.name),
      kind: rule.kind,
      side: rule.side,
      state: state.status,
      reopened: state.reopened,
      shown: state.evidence !== undefined,
      signatures: state.signatures,
      rounds: state.rounds,
      actions: state.actions.map(({ what, owner, due, doneAt }) =>
        defined({ what, owner, due, doneAt: dateOf(doneAt) })
      ),
      openedAt: dateOf(state.openedAt),
      by: state.by,
      at: dateOf(state.settledAt),
      place: placeOf(policy, rule.path)
    })
  })

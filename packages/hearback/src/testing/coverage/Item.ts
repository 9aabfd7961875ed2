/** The items of a policy that scenarios can exercise, each with its line. */
import type { Bundle } from "@hearback/core"

/** The kinds of items. */
export const kinds = ["rows", "bounds", "conditions", "gates", "clocks", "escalations", "limits", "messages"] as const
/** The kind of an item. */
export type CoverageKind = (typeof kinds)[number]

/** What must happen to the item. */
export type CoveredPart =
  | "decides"
  | "below"
  | "from"
  | "held"
  | "not-held"
  | "opened"
  | "passed"
  | "explained"
  | "waived"
  | "refused"
  | "started"
  | "met"
  | "missed"
  | "reminded"
  | "escalated"
  | "within"
  | "above"
  | "sent"

/** How a scenario can reach an item. */
export interface Aim {
  readonly loop?: string
  readonly gate?: string
  /** The channel of a survey that the gate asks; its inputs are answers. */
  readonly survey?: string
  /** Codes of inputs, by slot. */
  readonly inputs?: ReadonlyMap<number, number>
  readonly limit?: { readonly role: string; readonly verb: "compensate" | "discount" | "grant"; readonly most: number }
}

/** An item of a policy. */
export interface Item {
  /** The key, which is the same for the same item in every scenario. */
  readonly key: string
  readonly kind: CoverageKind
  readonly part: CoveredPart
  readonly rule: Bundle.RuleId
  /** The name of one of several items in the same line: `amount 1000.00 CNY`, `agreed remind.1`. */
  readonly about?: string
  /** Of a bound: the value of the input at which it lies. */
  readonly bound?: { readonly input: Bundle.Input; readonly code: number }
  readonly aim: Aim
  /** The name of a message. */
  readonly message?: string
}

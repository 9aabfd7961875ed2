/** What of a policy scenarios may exercise, one thing each, with the line that it stands in. */
import type { Bundle } from "@hearback/core"

export const kinds = ["rows", "bounds", "conditions", "gates", "clocks", "escalations", "limits", "messages"] as const
export type CoverageKind = (typeof kinds)[number]

/** What has to happen to it. */
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

/** How a scenario may come to it. */
export interface Aim {
  readonly loop?: string
  readonly gate?: string
  /** The channel of a survey that the gate asks: its inputs are answers. */
  readonly survey?: string
  /** Codes of inputs by slot. */
  readonly inputs?: ReadonlyMap<number, number>
  readonly limit?: { readonly role: string; readonly verb: "compensate" | "discount" | "grant"; readonly most: number }
}

export interface Item {
  /** The same for the same thing, whatever scenario is asked. */
  readonly key: string
  readonly kind: CoverageKind
  readonly part: CoveredPart
  readonly rule: Bundle.RuleId
  /** Which one of several in the same line: `amount 1000.00 CNY`, `agreed remind.1`. */
  readonly about?: string
  readonly aim: Aim
  /** Of a message: its name. */
  readonly message?: string
}

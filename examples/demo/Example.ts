/** Lists the examples that the demo runs, with what the demo needs to know besides the files of each example. */
import { join } from "node:path"
import { Instant } from "@hearback/core"

/** What a person decided about a row: its category and, where the person named one, its kind. */
export interface Reading {
  readonly kind?: string
  readonly category: string
}

/** One example that the demo runs: its folder, its data file and how its rows become cases. */
export interface Example {
  readonly name: string
  readonly folder: string
  /** Language in which staff and customers of this example write. */
  readonly language: "zh-CN" | "en"
  /**
   * Name of the dimension by which the report groups cases; `urgency` names the dimension that shortens waiting times.
   */
  readonly priority: string
  readonly urgency: string
  /** Name of the calendar for people who have no calendar of their own. */
  readonly calendar: string
  readonly data: string
  readonly labels?: string
  /** Maximal number of rows to read; without it, all rows are read. */
  readonly most?: number
  /**
   * What happens to rows without text: a row whose customer did not consent to publication was never a message
   * ("left-out"); otherwise the row is an error ("quarantined").
   */
  readonly wordless: "left-out" | "quarantined"
  /** Time span in which rows without an instant arrive. Units: ms. */
  readonly undated?: { readonly from: number; readonly length: number }
  /** How long the staff continues to work after the last arrival. Units: ms. */
  readonly after: number
  /** Amounts that staff compensates: within an agent's limit, above it, and above a supervisor's limit. */
  readonly amounts: {
    readonly small: readonly number[]
    readonly middle: readonly number[]
    readonly large: readonly number[]
  }
}

const root = join(import.meta.dirname, "..")
const week = 7 * Instant.DAY

/** Every example that the demo runs. */
export const examples: readonly Example[] = [
  {
    name: "itr-service",
    folder: join(root, "itr-service"),
    language: "zh-CN",
    priority: "优先级",
    urgency: "紧急度",
    calendar: "办公",
    data: "data/feedback.ndjson",
    wordless: "quarantined",
    after: 9 * Instant.DAY,
    amounts: { small: [100, 150, 200, 300, 500], middle: [800, 1200, 2000, 3500], large: [6000, 8000, 12000] }
  },
  {
    name: "consumer-finance",
    folder: join(root, "consumer-finance"),
    language: "en",
    priority: "priority",
    urgency: "urgency",
    calendar: "business",
    data: "data/complaints.csv",
    labels: "data/labels.csv",
    wordless: "left-out",
    after: 2 * week,
    amounts: { small: [10, 20, 25, 40, 50], middle: [75, 120, 250, 600], large: [1500, 2400] }
  },
  {
    name: "dining-reviews",
    folder: join(root, "dining-reviews"),
    language: "zh-CN",
    priority: "priority",
    urgency: "urgency",
    calendar: "open",
    data: "data/reviews.csv",
    wordless: "quarantined",
    undated: { from: Date.UTC(2026, 9, 5), length: 4 * week },
    after: 5 * Instant.DAY,
    amounts: { small: [20, 38, 50, 68, 100], middle: [128, 200, 388], large: [888, 1200] }
  }
]

/** Returns the path of an example's policy file. */
export const policyOf = (example: Example): string => join(example.folder, `${example.name}.policy.yaml`)

/** Returns the name of the dimension by which the report groups the cases of an example. */
export const priorityOf = (name: string): string => examples.find((one) => one.name === name)?.priority ?? ""

/** The examples that the demo runs, and what it must know of each beyond its own files. */
import { join } from "node:path"
import { Instant } from "@hearback/core"

/** Reads what a person found in a row, where the example says so. */
export interface Reading {
  readonly kind?: string
  readonly category: string
}

export interface Example {
  readonly name: string
  readonly folder: string
  /** The words that staff and customers of this example use. */
  readonly language: "zh-CN" | "en"
  /** The dimension by which its cases are told apart, and the one that says who waits least. */
  readonly priority: string
  readonly urgency: string
  /** Calendar of people who have none of their own. */
  readonly calendar: string
  readonly data: string
  readonly labels?: string
  /** How many rows are read; all unless it is said. */
  readonly most?: number
  /** A table is published without the words of those who did not consent: such rows never were messages to us. */
  readonly wordless: "left-out" | "quarantined"
  /** Where rows say no instant, they come in this span. Units: ms. */
  readonly undated?: { readonly from: number; readonly length: number }
  /** How long the staff works on after the last arrival. Units: ms. */
  readonly after: number
  /** Amounts that staff gives: within an agent's limit, above it, above a supervisor's. */
  readonly amounts: {
    readonly small: readonly number[]
    readonly middle: readonly number[]
    readonly large: readonly number[]
  }
}

const root = join(import.meta.dirname, "..")
const week = 7 * Instant.DAY

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

/** Returns the policy file of an example. */
export const policyOf = (example: Example): string => join(example.folder, `${example.name}.policy.yaml`)

/** Returns the dimension by which the cases of an example are told apart. */
export const priorityOf = (name: string): string => examples.find((one) => one.name === name)?.priority ?? ""

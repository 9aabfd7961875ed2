/** A complete simulation that is ready to run: one replication is made from it. */
import type { Calendar, Case, Fact, Gathered, Person, Policy } from "@hearback/core"
import type { Quantile } from "../random/Distribution.ts"
import type { Traced } from "./Arrivals.ts"
import type { Assumption } from "./Assumption.ts"
import type { Discipline, Sickness } from "./Staff.ts"

type Choice = (share: number) => string | undefined

/** A complete simulation. */
export interface Plan {
  readonly policy: Policy.Policy
  readonly from: number
  /** Arrivals before it are counted. */
  readonly until: number
  readonly horizon: "steady" | "terminating"
  readonly seed: number
  readonly arrivals: ArrivalPlan
  readonly workers: readonly WorkerPlan[]
  readonly discipline: Discipline
  readonly preemptive: boolean
  readonly work: WorkPlan
  readonly customers: CustomerPlan
  readonly causes: readonly CausePlan[]
  readonly money: MoneyPlan
  readonly assumptions: readonly Assumption[]
}

/** A rate of arrivals, and its maximum.  Units: per millisecond. */
export interface ArrivalRate {
  readonly at: (instant: number) => number
  readonly most: number
}

/** The plan of arrivals. */
export interface ArrivalPlan {
  readonly rate: ArrivalRate
  readonly batch: Quantile
  readonly trace: readonly Traced[] | undefined
  /** A factor on recorded arrivals. */
  readonly factor: number
  readonly channel: Choice
  readonly language: Choice
  readonly category: Choice
  readonly emotion: Choice
  readonly facts: readonly { readonly name: string; readonly value: (share: number) => Fact.FactValue }[]
  readonly texts: TextPlan
}

/** The texts of customers. */
export interface TextPlan {
  /** Returns a text of a category, and of an emotion if there is one. */
  readonly of: (category: string | undefined, emotion: string | undefined, share: number) => string
  /** Returns what the policy's dictionary reads in a text; each text is read once. */
  readonly read: (text: string) => Gathered.WordsRead
}

/** The plan of one person. */
export interface WorkerPlan {
  /** What the policy knows of them, without what changes with time. */
  readonly person: Omit<Person.PersonState, "onDuty" | "openCases" | "absence">
  /** When they work, without sickness; undefined means at any time. */
  readonly rule: Calendar.CalendarRule
  readonly away: readonly { readonly from: number; readonly to: number }[]
  readonly sickness: (Omit<Sickness, "lasts"> & { readonly lasts: Quantile }) | undefined
  readonly atOnce: number
  readonly skills: ReadonlySet<string>
}

/** What a piece of work is about, as far as its duration depends on it. */
export interface WorkSubject {
  readonly errand: string
  readonly gate: string | undefined
  readonly kind: string | undefined
  readonly category: string | undefined
  readonly grades: Case.Case["grades"]
}

/** The duration of a piece of work: a random draw, and the mean. */
export interface Duration {
  readonly draw: Quantile
  readonly mean: number
}

/** The plan of work. */
export interface WorkPlan {
  readonly time: (subject: WorkSubject) => Duration
  readonly rework: number
  readonly needs: (gate: string | undefined, category: string | undefined) => string | undefined
  readonly handOver: number
  readonly denied: number
  readonly foundWrong: number
  readonly systemic: number
  readonly decision: (offered: readonly string[], share: number) => string | undefined
  readonly compensation:
    | {
        readonly share: number
        readonly amount: Quantile
        readonly concerns: (category: string | undefined) => boolean
      }
    | undefined
  readonly pauses: readonly {
    readonly reason: string
    readonly share: number
    readonly lasts: Quantile
    readonly concerns: (gate: string) => boolean
  }[]
  readonly extensions:
    | { readonly share: number; readonly before: number; readonly concerns: (clock: Policy.LoopClock) => boolean }
    | undefined
  readonly waivers: { readonly share: number; readonly concerns: (gate: string) => boolean }
  readonly splits: number
}

/** The plan of customers. */
export interface CustomerPlan {
  readonly proposals: { readonly delay: Quantile; readonly says: Choice }
  readonly confirmations: { readonly delay: Quantile; readonly says: Choice }
  readonly patience:
    | {
        readonly lasts: Quantile
        readonly until: "begun" | "answered"
        readonly atMost: number
        readonly reaction: Choice
      }
    | undefined
  readonly words: Quantile | undefined
  readonly otherChannel: number
  readonly dissatisfied: { readonly share: number; readonly after: Quantile } | undefined
}

/** The plan of a fault. */
export interface CausePlan {
  readonly name: string
  readonly every: Quantile
  readonly rate: ArrivalRate
  readonly category: string
  readonly facts: Readonly<Record<string, Fact.FactValue>>
  readonly prevented: number
  readonly lasts: Quantile | undefined
}

/** The plan of costs. */
export interface MoneyPlan {
  /** Returns what an hour of a person costs, in minor units of the policy's currency. */
  readonly hourOf: (roles: readonly string[]) => number
  readonly lostCustomer: number
}

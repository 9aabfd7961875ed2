/** A simulation with everything filled in and made ready to run: what one replication is made from. */
import type { Calendar, Case, Fact, Gathered, Person, Policy } from "@hearback/core"
import type { Quantile } from "../random/Distribution.ts"
import type { Traced } from "./Arrivals.ts"
import type { Assumption } from "./Assumption.ts"
import type { Discipline, Sickness } from "./Staff.ts"

type Choice = (share: number) => string | undefined

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

/** How likely something comes at an instant, and at most.  Units: per millisecond. */
export interface ArrivalRate {
  readonly at: (instant: number) => number
  readonly most: number
}

export interface ArrivalPlan {
  readonly rate: ArrivalRate
  readonly batch: Quantile
  readonly trace: readonly Traced[] | undefined
  /** How many times as much comes as was recorded. */
  readonly factor: number
  readonly channel: Choice
  readonly language: Choice
  readonly category: Choice
  readonly emotion: Choice
  readonly facts: readonly { readonly name: string; readonly value: (share: number) => Fact.FactValue }[]
  readonly texts: TextPlan
}

export interface TextPlan {
  /** Returns words of a category, and whichever shows the emotion. */
  readonly of: (category: string | undefined, emotion: string | undefined, share: number) => string
  /** Returns what the policy's dictionary reads in words; read once for each. */
  readonly read: (text: string) => Gathered.WordsRead
}

export interface WorkerPlan {
  /** As the policy knows them, apart from what changes with time. */
  readonly person: Omit<Person.PersonState, "onDuty" | "openCases" | "absence">
  /** When they work, but for sickness; undefined = at any time. */
  readonly rule: Calendar.CalendarRule
  readonly away: readonly { readonly from: number; readonly to: number }[]
  readonly sickness: (Omit<Sickness, "lasts"> & { readonly lasts: Quantile }) | undefined
  readonly atOnce: number
  readonly skills: ReadonlySet<string>
}

/** What work is about, as far as its length depends on it. */
export interface WorkSubject {
  readonly errand: string
  readonly gate: string | undefined
  readonly kind: string | undefined
  readonly category: string | undefined
  readonly grades: Case.Case["grades"]
}

/** The length of a piece of work: a random draw, and the mean. */
export interface Duration {
  readonly draw: Quantile
  readonly mean: number
}

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

export interface CausePlan {
  readonly name: string
  readonly every: Quantile
  readonly rate: ArrivalRate
  readonly category: string
  readonly facts: Readonly<Record<string, Fact.FactValue>>
  readonly prevented: number
  readonly lasts: Quantile | undefined
}

export interface MoneyPlan {
  /** What an hour of a person costs, in minor units of the policy's currency. */
  readonly hourOf: (roles: readonly string[]) => number
  readonly lostCustomer: number
}

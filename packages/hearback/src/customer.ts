/** What a host sees of customers rather than of cases: events, consents, questions, and the forms they fill in. */
import type { Bundle, Case } from "@hearback/core"
import type { Call, Outcome } from "./answer.ts"

/** What a customer agreed to, whether they refuse to be asked, and which questions left to them. */
export interface CustomerView {
  readonly id: string
  /** Until when each consent holds; null = for good. */
  readonly consents: Readonly<Record<string, Date | null>>
  readonly refusesQuestions: boolean
  readonly questions: readonly { readonly channel: string; readonly at: Date; readonly case?: string }[]
}

/** One field of a channel's form, as a page shows it. */
export interface FormField {
  readonly name: string
  readonly title: string
  /** What is entered: `text`, `number`, `money`, `yes-no`, `date`, `one-of` … as facts are declared. */
  readonly type: Bundle.FactDeclaration["kind"]
  readonly required: boolean
  /** The host fills it in. */
  readonly prefilled: boolean
  /** Why a personal datum is asked; to be shown beside it. */
  readonly purpose?: string
  /** Values to choose from, each with what it is called where the language has a word for it. */
  readonly values?: readonly { readonly value: string; readonly title: string }[]
}

/** What a channel asks for. */
export interface FormView {
  readonly channel: string
  /** What the channel is called. */
  readonly title: string
  readonly fields: readonly FormField[]
  readonly questions: Readonly<Record<string, string>>
  /** What the customer may agree to, by the names that `consent` of a submission takes; none where we ask them. */
  readonly consents: readonly { readonly name: string; readonly ask: string }[]
  /** The one question of an active channel, with its lowest and highest score. */
  readonly question?: string
  readonly scale?: readonly [number, number]
}

/** A word that decided.  Units: UTF-16 offsets, half-open, through everything that the customer said, a saying a line. */
export interface DecidingWord {
  readonly word: string
  readonly start: number
  readonly end: number
  /** What it speaks for, and which of these: category `billing`, emotion `upset`. */
  readonly for: "kind" | "category" | "emotion" | "signal"
  readonly of: string
  /** The word that moved the emotion one level. */
  readonly movedBy?: string
}

/** How the words were read. */
export interface ReadingView {
  /** `words`, `score`, `host`, or the person who set it. */
  readonly by: string
  /** Share, 0 to 1. */
  readonly confidence: number
  readonly sure: boolean
  /** What a classifier of your own came to, where there is one. */
  readonly classifier?: "decided" | "unsure" | "late" | "failed" | "no-category"
  readonly words: readonly DecidingWord[]
  readonly second?: { readonly category: string; readonly confidence: number }
}

/** What a case shows of its feedback, and of how often, where and how clearly its customer spoke. */
export interface SaidAgain {
  readonly reading?: ReadingView
  readonly description?: string
  readonly demand?: string
  readonly hopedForBy?: string
  readonly happenedAt?: string
  readonly where?: string
  readonly score?: number
  readonly attachments?: readonly string[]
  /** Where the same feedback came in, the first channel first. */
  readonly channels: readonly string[]
  /** How often this customer has spoken of it, and how often before nobody had answered. */
  readonly contacts: { readonly contacts: number; readonly unanswered: number }
  /** The case that this one was merged into. */
  readonly mergedInto?: string
  /** What the dictionary hesitated between, each with the words that show it. */
  readonly candidates?: readonly { readonly category: string; readonly words: readonly string[] }[]
}

export type Erased =
  | { readonly erased: true; readonly cases: readonly string[] }
  | {
      readonly erased: false
      readonly kept: readonly {
        readonly id: string
        readonly state: Case.Standing | "quarantined"
        /** When it need not be kept any longer; null where that is not known yet, or never. */
        readonly until: Date | null
      }[]
    }

export interface Customers {
  /**
   * Reports an event of the host's own, declared in `events`: about a case, whose clocks, reopening and questions
   * follow it, or about a customer, who is then asked by channels with that `ask-after`.
   */
  signal(event: string, about: { readonly case: string } | { readonly customer: string }, call?: Call): Promise<Outcome>
  readonly customers: {
    get(id: string): Promise<CustomerView>
    /** Customers may withdraw what they agreed to, and refuse questions, never answers. */
    set(
      id: string,
      wish: {
        readonly give?: readonly string[]
        readonly withdraw?: readonly string[]
        readonly questions?: "refused" | "welcome"
      },
      call?: Call
    ): Promise<Outcome>
    /**
     * Makes what is personal of a customer unreadable for good, in every copy; the record stays whole. Refused, with
     * what stands against it, while a case is open, to be kept by `retention`, or in quarantine, unless `evenIfKept`.
     */
    erase(
      id: string,
      order: { readonly by: string; readonly reason: string; readonly evenIfKept?: boolean },
      call?: Call
    ): Promise<Erased>
  }
  /** What a channel's form asks for, in the reader's language; undefined for a channel that the policy has not. */
  form(channel: string, language?: "zh-CN" | "en"): FormView | undefined
}

/** What the sentences of a language are made with: its own words and forms, and the reader's view of a case. */
import type { Power } from "../../case/track/Authority.ts"
import type { Spoken } from "../../case/track/StatementSource.ts"
import type { EventOf } from "../../case/track/Track.ts"
import type { Language, RuleId } from "../../policy/Rule.ts"
import type { Instant } from "../../time/Instant.ts"
import type { Target } from "../../time/Target.ts"
import type { words } from "../en/word/Words.ts"
import type { Form } from "./Form.ts"
import type { LineContext, TitledKind } from "./View.ts"

/** A field of the domain whose names have words: `gate-kind`, `outcome` … */
export type Area = keyof typeof words

/** The words and lists of a language. */
export interface Wording {
  readonly language: Language
  readonly form: Form
  /** What a name is called; a name that is not ours comes back as it is. */
  readonly word: (area: Area, name: string) => string
  /** Lists words that are already said. */
  readonly list: (items: readonly string[], last?: "and" | "or") => string
  /** Lists names between backticks. */
  readonly names: (list: readonly string[], last?: "and" | "or") => string
  /** A date or a deadline, `2019-03-04 17:00`, as a letter says it. */
  readonly date: (date: string) => string
  /** Says who is meant by a who-word, a role, a department or an id. */
  readonly called: (name: string) => string
  /** Says a list of who, any of whom may; where the owner is known they are named beside the word for them. */
  readonly anyOf: (list: readonly string[], last?: "and" | "or", owner?: string) => string
}

/** What events are told with. */
export interface Voice extends Wording {
  readonly view: LineContext
  /** A person, or the engine itself. */
  readonly who: (id: string) => string
  readonly gate: (name: string) => string
  readonly title: (of: TitledKind, name: string) => string
  /** A who-word in plain words, a role by its title. */
  readonly role: (who: string) => string
  /** A message by what it is for; the owner's own by its name. */
  readonly message: (name: string) => string
  /** The value of a fact, as people say it. */
  readonly value: (fact: string, value: unknown) => string
  /** A promise is called as its gate, a timer by what it waits for. */
  readonly clock: (name: string) => string
  /** An instant as seen from another: the time alone on the same day. */
  readonly when: (at: Instant, from: Instant) => string
  /** A deadline; one that ends a day is that day, without a time. */
  readonly due: (at: Instant | null, from: Instant) => string
  readonly length: (target: Target) => string
  /** A person's own reason, or the words for the engine's. */
  readonly because: (reason: string) => string
  /** A reason after a colon, or nothing. */
  readonly why: (reason: string | undefined) => string
  /** Who entered a word of the customer's on their behalf, or nothing. */
  readonly said: (word: Spoken) => string
  /** An amount in the units of its power. */
  readonly amount: (power: Power, value: number) => string
  readonly place: (rule: RuleId | undefined) => string | undefined
}

/** One line for each event of a table of bodies. */
export type EventLines<Bodies> = { readonly [T in keyof Bodies]: (event: EventOf<Bodies, T>, wording: Voice) => string }

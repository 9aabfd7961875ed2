/** What a decision may need and core may not fetch: the envelope of a command. */
import type { DictionaryClassification } from "../language/Classification.ts"
import type { Meant } from "../language/Meaning.ts"
import type { Actor } from "../people/Actor.ts"
import type { PersonState } from "../people/Person.ts"
import type { AuthorityRule, Language } from "../policy/Bundle.ts"
import type { Policy } from "../policy/Policy.ts"
import type { FactValue } from "../table/Fact.ts"
import type { Instant } from "../time/Instant.ts"
import type { Zone } from "../time/Zone.ts"
import type { Case } from "./Case.ts"

/** One use of authority, as the stream `authority/<actor>` holds it. Amount in minor units of the policy's currency. */
export interface LedgerEntry {
  readonly case: string
  readonly power: "compensate" | "discount" | "grant"
  readonly amount: number
  readonly at: Instant
}

/** Contacts of one customer about one matter. */
export interface SameMatter {
  /** This one included. */
  readonly contacts: number
  /** Those before it that nobody has answered. */
  readonly unanswered: number
  /** Closed cases about it: it may have come back. */
  readonly earlier?: readonly string[]
  /** A case that the feedback names and that is not this customer's: a hint for staff, never told. */
  readonly mentions?: string
  /** The case of a routine in which it was found, and the channel by which that one opened. */
  readonly foundIn?: { readonly case: string; readonly channel: string }
}

/** What the words of feedback say by the dictionary of one version of the policy. */
export interface WordsRead {
  readonly text: string
  /** Content hash of the policy whose dictionary it is. */
  readonly dictionary: string
  readonly found: DictionaryClassification
  /** Each text by itself: what is said next is read with it, and it is not read again. */
  readonly texts?: readonly Meant[]
}

/** What one unit of a currency is worth in the policy's, as the host knows it at the decision. */
export interface ExchangeRate {
  /** A decimal, such as 7.8123; as text where its digits matter beyond what a number keeps. */
  readonly rate: number | string
  /** Of which day or source, in the host's words. */
  readonly of?: string
}

export interface Gathered {
  /** Everyone who has a role in the policy. */
  readonly people: readonly PersonState[]
  /** Uses of authority by actor; complete for the actor of the command. */
  readonly ledgers: Readonly<Record<string, readonly LedgerEntry[]>>
  /** Uses of authority on the cases linked to this one, directly or through others, by anybody. */
  readonly linked?: readonly Pick<LedgerEntry, "case" | "power" | "amount">[]
  /** By ISO 4217 code. */
  readonly rates?: Readonly<Record<string, ExchangeRate>>
  /**
   * Where another version of the policy is in force than the case is pinned to: its authority, its zone and its content
   * hash.
   */
  readonly authority?: { readonly content: string; readonly rule: AuthorityRule; readonly zone?: Zone }
  /** The version that the case leaves, where the step runs on another. */
  readonly leaves?: Policy
  /** The words of this feedback, where they were read to find out which case it concerns. */
  readonly words?: WordsRead
  /** What this customer said before about the same matter. */
  readonly sameMatter?: SameMatter
  /** The other case of a command that concerns two: the target of a merge, the source of what is taken in. */
  readonly other?: Case
  /** The version of the policy that it is pinned to. */
  readonly otherUnder?: Policy
  /** An id that no case has yet, for one that the command may open. */
  readonly fresh?: string
  readonly customer?: {
    readonly name?: string
    readonly language?: Language
    readonly facts?: Readonly<Record<string, FactValue>>
  }
}

export const nothingGathered: Gathered = { people: [], ledgers: {} }

/** The envelope of a command: who gives it, when, and under which id.  Units: instants in ms since 1970. `occurredAt` ≤ `receivedAt`; what is decided happens at `receivedAt`. */
export interface Meta {
  /** The command's id; approvals and offers that it asks for are known by it. */
  readonly id: string
  readonly occurredAt: Instant
  readonly receivedAt: Instant
  readonly actor: Actor
  /** A number in [0, 1) that nobody who gives commands can foresee: chance comes from the shell. */
  readonly draw: number
  readonly gathered: Gathered
}

/** The envelope of a command: data that a decision may need and that the core cannot read by itself. */
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

/**
 * One use of authority, as the stream `authority/<actor>` records it. `amount` is in minor units of the policy's
 * currency.
 */
export interface LedgerEntry {
  readonly case: string
  readonly power: "compensate" | "discount" | "grant"
  readonly amount: number
  readonly at: Instant
}

/** How often one customer has contacted us about one matter. */
export interface SameMatter {
  /** The number of contacts, with this one. */
  readonly contacts: number
  /** How many of the contacts before this one nobody has answered. */
  readonly unanswered: number
  /** Closed cases about the same matter, since the matter may have come back. */
  readonly earlier?: readonly string[]
  /** A case of another customer that the feedback names: a hint for staff that customers are never told. */
  readonly mentions?: string
  /** The case of a routine in which the feedback was found, and the channel by which that case was opened. */
  readonly foundIn?: { readonly case: string; readonly channel: string }
}

/** How the dictionary of one version of the policy reads the words of some feedback. */
export interface WordsRead {
  readonly text: string
  /** Content hash of the policy that holds the dictionary. */
  readonly dictionary: string
  readonly found: DictionaryClassification
  /** The reading of each text. A later text is read together with these, which are not read again. */
  readonly texts?: readonly Meant[]
}

/** The exchange rate of a currency at the time of a decision, as the host knows it. */
export interface ExchangeRate {
  /**
   * How much of the policy's currency one unit buys: a decimal such as 7.8123, as text if it has more digits than a
   * number keeps.
   */
  readonly rate: number | string
  /** The day or the source of the rate, in the host's words. */
  readonly of?: string
}

/** What the host or the engine has read for a decision: people, uses of authority, rates, other cases. */
export interface Gathered {
  /** Everyone who has a role in the policy. */
  readonly people: readonly PersonState[]
  /** Uses of authority, by actor. The list of the command's actor is complete. */
  readonly ledgers: Readonly<Record<string, readonly LedgerEntry[]>>
  /** Uses of authority by anybody on the cases that are linked to this one, directly or through others. */
  readonly linked?: readonly Pick<LedgerEntry, "case" | "power" | "amount">[]
  /** Exchange rates, by ISO 4217 code. */
  readonly rates?: Readonly<Record<string, ExchangeRate>>
  /**
   * The authority, zone and content hash of the policy in force, if that is another version than the case is pinned to.
   */
  readonly authority?: { readonly content: string; readonly rule: AuthorityRule; readonly zone?: Zone }
  /** The policy version that the case leaves when it is moved to another one. */
  readonly leaves?: Policy
  /** The reading of this feedback, if it was read already to find the case that it belongs to. */
  readonly words?: WordsRead
  /** Earlier contacts of this customer about the same matter. */
  readonly sameMatter?: SameMatter
  /**
   * The second case of a command that concerns two: the target of a merge, or the case that is merged into this one.
   */
  readonly other?: Case
  /** The policy version that `other` is pinned to. */
  readonly otherUnder?: Policy
  /** An unused id for a case that the command may open. */
  readonly fresh?: string
  readonly customer?: {
    readonly name?: string
    readonly language?: Language
    readonly facts?: Readonly<Record<string, FactValue>>
  }
}

/** An envelope without people, uses of authority or other cases. */
export const nothingGathered: Gathered = { people: [], ledgers: {} }

/**
 * The envelope of a command: who gives it, when, and under which id.
 *
 * Units: instants in ms since 1970, with `occurredAt` ≤ `receivedAt`. A decision takes effect at `receivedAt`.
 */
export interface Meta {
  /** The command's id. Approvals and offers that the command asks for get this id. */
  readonly id: string
  readonly occurredAt: Instant
  readonly receivedAt: Instant
  readonly actor: Actor
  /** A random number in [0, 1) from outside the core. Nobody who gives commands can predict it. */
  readonly draw: number
  readonly gathered: Gathered
}

/** What a decision may need and core may not fetch: the envelope of a command. */
import type { Actor, Person } from "./Actor.ts"
import type { Language } from "./Bundle.ts"
import type { FactValue } from "./Fact.ts"
import type { Instant } from "./Instant.ts"

/** One use of authority, as the stream `authority/<actor>` holds it. Amount in minor units of the policy's currency. */
export interface LedgerEntry {
  readonly case: string
  readonly power: "compensate" | "discount" | "grant"
  readonly amount: number
  readonly at: Instant
}

export interface Gathered {
  /** Everyone who has a role in the policy. */
  readonly people: readonly Person[]
  /** Uses of authority by actor; complete for the actor of the command. */
  readonly ledgers: Readonly<Record<string, readonly LedgerEntry[]>>
  /** Earlier contacts of this customer about the same matter, this one included; and those nobody has answered. */
  readonly sameMatter?: { readonly contacts: number; readonly unanswered: number }
  readonly customer?: {
    readonly name?: string
    readonly language?: Language
    readonly facts?: Readonly<Record<string, FactValue>>
  }
}

export const nothingGathered: Gathered = { people: [], ledgers: {} }

/** Units: instants in ms since 1970. `occurredAt` ≤ `receivedAt`; what is decided happens at `receivedAt`. */
export interface Meta {
  /** The command's id; approvals and offers that it asks for are known by it. */
  readonly id: string
  readonly occurredAt: Instant
  readonly receivedAt: Instant
  readonly actor: Actor
  readonly gathered: Gathered
}

/** The ports and settings that every part of the engine uses. */
import type { Gathered } from "@hearback/core"
import type { Channel } from "../port/Channel.ts"
import type { Classifier } from "../port/Classifier.ts"
import type { Clock } from "../port/Clock.ts"
import type { CustomerRecord, Directory } from "../port/Directory.ts"
import type { EventStore } from "../port/EventStore.ts"
import type { Ids } from "../port/Ids.ts"
import type { KeyStore } from "../port/KeyStore.ts"
import type { Telemetry } from "../telemetry/Telemetry.ts"
import type { RunAttempt } from "./Attempts.ts"
import type { Commits } from "./Commits.ts"
import type { Draws } from "./Draws.ts"
import type { CallPort } from "./PortCall.ts"
import type { PublishedPolicies } from "./PublishedPolicies.ts"
import type { Routes } from "./Routes.ts"
import type { StaffLookup } from "./StaffLookup.ts"

/**
 * Your exchange rates: returns the value of one unit of `currency` in the currency `to`, or undefined if you do not
 * know it. Units: `at` in ms since 1970.
 */
export type Rates = (
  currency: string,
  options: { readonly to: string; readonly at: number }
) => Promise<Gathered.ExchangeRate | undefined> | Gathered.ExchangeRate | undefined

/** How waiting work is done: cases that are due, and the outbox. */
export interface DeliveryOptions {
  /** How many messages each channel sends at once. */
  readonly concurrency: number
  /** How long claimed work is reserved for one worker; a worker that is alive renews it.  Units: ms. */
  readonly leaseMs: number
}

/** The default settings of deliveries.  Units: ms of the clock. */
export const defaultDelivery: DeliveryOptions = { concurrency: 8, leaseMs: 60_000 }

/** The ports and settings of an engine. */
export interface EngineContext {
  readonly tenant: string
  readonly store: EventStore
  readonly keys: KeyStore
  readonly clock: Clock
  readonly ids: Ids
  readonly draws: Draws
  readonly directory: Directory | undefined
  readonly customers: (id: string) => Promise<CustomerRecord | undefined>
  /** Returns all customers, for channels with a `frequency`. */
  readonly known: () => Promise<readonly string[]>
  /**
   * Returns the value of one unit of a currency in another one at an instant; undefined if the host does not know it.
   */
  readonly rates: Rates
  readonly channels: readonly Channel[]
  /** Which channel takes which messages. */
  readonly routes: Routes
  /** Without it only the dictionary classifies words. */
  readonly classifier: Classifier | undefined
  readonly policies: PublishedPolicies
  readonly staff: StaffLookup
  /** Calls an adapter within a time limit and reports its failure. */
  readonly call: CallPort
  /** Decides and appends, in turn with others in this process, and again if another process was faster. */
  readonly attempt: RunAttempt
  /** Commits of the tenant, as far as this process knows of them. */
  readonly commits: Commits
  readonly delivery: DeliveryOptions
  /** Gets spans and counts of the work. */
  readonly telemetry: Telemetry
}

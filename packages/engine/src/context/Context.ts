/** The ports and settings that every part of the engine works with. */
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

/** How work is done that waits: cases that are due, and the outbox. */
export interface DeliveryOptions {
  /** How many messages are sent at once by each channel. */
  readonly concurrency: number
  /** How long claimed work is another's before it is free again; a worker that is alive renews it.  Units: ms. */
  readonly leaseMs: number
}

/** Units: ms of the clock. */
export const defaultDelivery: DeliveryOptions = { concurrency: 8, leaseMs: 60_000 }

export interface EngineContext {
  readonly tenant: string
  readonly store: EventStore
  readonly keys: KeyStore
  readonly clock: Clock
  readonly ids: Ids
  readonly draws: Draws
  readonly directory: Directory | undefined
  readonly customers: (id: string) => Promise<CustomerRecord | undefined>
  /** All customers for channels with a `frequency`. */
  readonly known: () => Promise<readonly string[]>
  /** The value of one unit of a currency in another at an instant; undefined where the host does not know it. */
  readonly rates: Rates
  readonly channels: readonly Channel[]
  /** Which of them takes which messages. */
  readonly routes: Routes
  /** Without one the dictionary alone says what words are about. */
  readonly classifier: Classifier | undefined
  readonly policies: PublishedPolicies
  readonly staff: StaffLookup
  /** Calls an adapter: within its time, and with its failure reported. */
  readonly call: CallPort
  /** Decides and appends: in turn with others in this process, again where another process was faster. */
  readonly attempt: RunAttempt
  /** Commits of the tenant, as this process hears of them. */
  readonly commits: Commits
  readonly delivery: DeliveryOptions
  /** Told of the work that is done. */
  readonly telemetry: Telemetry
}

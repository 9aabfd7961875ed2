/** The options with which a loop is opened. */
import type { AnyNames, Bundle, PolicyNames } from "@hearback/core"
import type {
  Channel,
  Classifier,
  Clock,
  CustomerDirectory,
  DeliveryOptions,
  Directory,
  Ids,
  Rates,
  RouteOptions,
  Timeouts
} from "@hearback/engine"
import type { TelemetryOption } from "../telemetry/LoopTelemetry.ts"
import type { ReportOptions } from "./Reports.ts"
import type { Store } from "./Store.ts"

declare const names: unique symbol

/** The path of a policy file together with the names of that policy, as `hearback types` writes it. */
export type PolicyFile<N extends PolicyNames> = string & { readonly [names]?: N }

/** The options of `Hearback.open`. `docs/hosting.md` says what happens without each. */
export interface OpenOptions<N extends PolicyNames = AnyNames> extends ReportOptions {
  /**
   * A policy file or a compiled bundle. In a new store it comes into force at once. Later versions have to be
   * published; until then the old version stays in force and `health` reports `policy/not-published`. Default: the
   * version in force.
   */
  readonly policy?: string | PolicyFile<N> | Bundle.Bundle
  /**
   * Publishes the policy in the name of a person with the authority, if it is not published yet. Errors:
   * `policy/not-published` if the person has no authority. On virtual time no authority is needed.
   */
  readonly publish?: { readonly by: string; readonly reason: string }
  /** A people file, or a directory of your own. Default: `people.yaml` beside the policy, if there is one. */
  readonly people?: string | Directory
  /** Where the record is kept: `sqlite`, `postgres` or `memory`. */
  readonly store: Store
  /** Your exchange rates. Without them, an amount in another currency than that of the limit waits for a person. */
  readonly rates?: Rates
  /**
   * The channels that send and receive messages. Without them this process sends nothing, and messages wait for a
   * process that does. Errors: `channels/no-route` if none of them takes a message of the policy.
   */
  readonly channels?: readonly Channel[]
  /**
   * Which channel takes which messages, if names and audiences leave it open. Without it, a customer is answered by the
   * channel with the name of the policy's channel on which they wrote, and an audience with only one channel uses that
   * one. `false`: another process takes these messages.
   */
  readonly routes?: RouteOptions
  /**
   * A model or service of your own that suggests the category of feedback. If it fails or is late, the dictionary
   * decides.
   */
  readonly classifier?: Classifier
  /** Your customer data. Default: the customers of the people file. */
  readonly customers?: CustomerDirectory
  /**
   * The language of texts for developers and staff; customers are written to in their own. Default: the language of the
   * policy.
   */
  readonly language?: Bundle.Language
  /**
   * The name of the tenant. Cases, keys and policy versions of one tenant are invisible to another. Default: one
   * tenant.
   */
  readonly tenant?: string
  /**
   * How long each kind of adapter may take. Units: ms of real time. A later answer is a failure and goes to `onError`.
   */
  readonly timeouts?: Partial<Timeouts>
  /**
   * How messages are sent. `concurrency`: how many each channel sends at once, default 8. `leaseMs`: how long claimed
   * work stays with a process that stopped, default 60,000. `timeouts.channel` limits a single message.
   */
  readonly delivery?: Partial<DeliveryOptions>
  /**
   * What the process does by itself. `worker`: it ticks and receives messages from the start. `all`: the same, and says
   * that this process also answers calls, so that no other is needed. `web`, the default: nothing happens by itself.
   * Calls work in all three.
   */
  readonly run?: "all" | "web" | "worker"
  /**
   * Observers: the module `@opentelemetry/api`, `prometheus()` of `hearback/http`, or a list of both. They get no
   * personal data.
   */
  readonly telemetry?: TelemetryOption
  /** Whether time moves only by `tick({ at })`. The store is marked for good. Default false. */
  readonly virtualTime?: boolean
  /** The clock of the engine. Default: the clock of the system. */
  readonly clock?: Clock
  /** How new ids are made. Default: random. */
  readonly ids?: Ids
}

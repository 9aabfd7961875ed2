/** What a loop is opened with. */
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

/** The path of a policy file, with the names that typed code may use: what `hearback types` writes. */
export type PolicyFile<N extends PolicyNames> = string & { readonly [names]?: N }

/** What a loop is opened with. docs/hosting.md says what happens without each. */
export interface OpenOptions<N extends PolicyNames = AnyNames> extends ReportOptions {
  /**
   * A policy file, or a bundle made before: the first policy of a new store. Later it has to be published to be in force;
   * until then the version that is in force stays, and `health` says `policy/not-published`. Without one the version in
   * force.
   */
  readonly policy?: string | PolicyFile<N> | Bundle.Bundle
  /**
   * Publishes the policy where it is not yet, in the name of a person who may. Errors: `policy/not-published` where they
   * may not. On virtual time it is published without.
   */
  readonly publish?: { readonly by: string; readonly reason: string }
  /** A people file or a directory of your own. Default: `people.yaml` beside the policy, if there is one. */
  readonly people?: string | Directory
  readonly store: Store
  /** What other currencies are worth; without it amounts in another currency than a limit's wait for a rate. */
  readonly rates?: Rates
  /**
   * How messages leave. Without any this process delivers nothing, and they wait for one that does. Errors:
   * `channels/no-route` where no channel takes what the policy sends.
   */
  readonly channels?: readonly Channel[]
  /**
   * Selects the channel of messages if names and audiences do not decide it: a customer is answered by the channel that
   * has the name of the policy's channel on which they wrote; an audience that one channel alone sends to is its.
   * `false`: another process takes these messages.
   */
  readonly routes?: RouteOptions
  /** Your own model or service that suggests a category. If it fails or is late, the dictionary decides. */
  readonly classifier?: Classifier
  /** What you have on file of customers. Default: the customers of the people file. */
  readonly customers?: CustomerDirectory
  /** The language of messages to developers and staff; the customer's is their own. Default: the policy's. */
  readonly language?: Bundle.Language
  readonly tenant?: string
  /** Time limits of adapters, in ms. A later answer is a failure, which is reported to `onError`. */
  readonly timeouts?: Partial<Timeouts>
  /**
   * How messages are sent: `concurrency`, how many at once by each channel, by default 8; `leaseMs`, how long what a
   * process works on stays its own after it was stopped, by default 60 000. How long one may take is `timeouts.channel`.
   */
  readonly delivery?: Partial<DeliveryOptions>
  /**
   * `worker`: the loop tells itself the time and takes in what channels receive, from its opening on. `all` is the same, and
   * says that this process answers calls too, so that no other is needed. `web`, the default:
   * nothing happens by itself, and calls are answered alike.
   */
  readonly run?: "all" | "web" | "worker"
  /**
   * Observers of the work: the module `@opentelemetry/api`, `prometheus()` of `hearback/http`, or a list of both. It
   * contains no personal data.
   */
  readonly telemetry?: TelemetryOption
  /** Time is told by `tick({ at })` alone; marked in the store for good. */
  readonly virtualTime?: boolean
  readonly clock?: Clock
  readonly ids?: Ids
}

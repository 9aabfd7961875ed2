/** The engine: a thin layer with effects around the pure core, assembled from its ports. */

import { type Bundle, isName, wholeTexts } from "@hearback/core"
import { type Audit, makeAudit } from "./audit/Audit.ts"
import * as Answers from "./context/Answers.ts"
import { makeAttempts } from "./context/Attempts.ts"
import { boundedKeys, boundedStore, checkedClock, checkedIds } from "./context/BoundedPorts.ts"
import { makeCommits } from "./context/Commits.ts"
import { type DeliveryOptions, defaultDelivery, type EngineContext, type Rates } from "./context/Context.ts"
import { makeDraws } from "./context/Draws.ts"
import { defaultTimeouts, type Failure, makeCallNow, makeCallPort, type Timeouts } from "./context/PortCall.ts"
import { makePolicyVersions } from "./context/PublishedPolicies.ts"
import { makeRoutes, type RouteOptions } from "./context/Routes.ts"
import { makeStaff } from "./context/StaffLookup.ts"
import type { Cases } from "./decide/Cases.ts"
import { makeCases } from "./decide/Cases.ts"
import type { CustomerSurveys } from "./decide/CustomerSurveys.ts"
import { makeCustomerSurveys } from "./decide/CustomerSurveys.ts"
import type { PolicyMigration } from "./decide/PolicyMigration.ts"
import { makePolicyMigration } from "./decide/PolicyMigration.ts"
import type { Problems } from "./decide/Problems.ts"
import { makeProblems } from "./decide/Problems.ts"
import type { BackgroundWork } from "./deliver/BackgroundWork.ts"
import { makeBackgroundWork } from "./deliver/BackgroundWork.ts"
import { type Consumers, makeConsumers } from "./follow/Consumers.ts"
import { type EventFeed, makeEventFeed } from "./follow/EventFeed.ts"
import type { Intake } from "./intake/Intake.ts"
import { makeIntake } from "./intake/Intake.ts"
import { makeIds } from "./memory/RandomIds.ts"
import type { Channel } from "./port/Channel.ts"
import type { Classifier } from "./port/Classifier.ts"
import type { Clock } from "./port/Clock.ts"
import { systemClock } from "./port/Clock.ts"
import type { CustomerDirectory, Directory } from "./port/Directory.ts"
import type { EventStore, Querier } from "./port/EventStore.ts"
import type { Ids } from "./port/Ids.ts"
import type { KeyStore } from "./port/KeyStore.ts"
import { storeError } from "./port/StoreError.ts"
import { isRecordError } from "./record/shape/EventFault.ts"
import type { Erasure } from "./retention/Erasure.ts"
import { makeErasure } from "./retention/Erasure.ts"
import { makeRoutines } from "./routine/Routines.ts"
import { ofTenant, silent, type Telemetry } from "./telemetry/Telemetry.ts"

/** The ports and settings with which an engine is opened. */
export interface EngineOptions {
  /**
   * The first policy of a store; later ones are published. If the store has another policy in force, that one stays.
   */
  readonly bundle: Bundle.Bundle
  /** Whether the bundle is published without asking who opens the engine, as for virtual time and tests. */
  readonly publishFreely?: boolean
  readonly store: EventStore
  readonly keys: KeyStore
  readonly tenant?: string
  readonly clock?: Clock
  readonly ids?: Ids
  /** A fixed secret for drawing spot checks, as on virtual time; otherwise the key store makes one. */
  readonly drawsBy?: Uint8Array
  /**
   * Without it commands that need a role are refused, automatic gates still pass, and the custodian owns every case.
   */
  readonly directory?: Directory
  readonly customers?: CustomerDirectory
  /** Without it an amount in another currency than that of its limit waits for approval. */
  readonly rates?: Rates
  readonly channels?: readonly Channel[]
  /** Which channel takes which messages, if their names and audiences do not decide it. */
  readonly routes?: RouteOptions
  /** Without it only the dictionary classifies words. */
  readonly classifier?: Classifier
  readonly delivery?: Partial<DeliveryOptions>
  /** How long adapters may take to answer, if not the default time. */
  readonly timeouts?: Partial<Timeouts>
  /** Called after every failed call of an adapter. */
  readonly onFailure?: (failure: Failure) => void
  /** Gets spans and counts of the work; without it nothing gets them. */
  readonly telemetry?: Telemetry
}

/** An engine: its parts, with the ports and settings that it uses. */
export interface Engine extends EngineContext, Parts {
  /**
   * Returns the same engine inside of a transaction of the host. What it stores is there after the commit, or never. It
   * has its own queues, since waiting for others would wait for the commit.
   *
   * Errors: `tx/unsupported`.
   */
  readonly within: (tx: Querier) => Engine
}

interface Parts {
  readonly cases: Cases
  readonly problems: Problems
  readonly intake: Intake
  readonly surveys: CustomerSurveys
  readonly work: BackgroundWork
  readonly erasure: Erasure
  readonly migration: PolicyMigration
  readonly feed: EventFeed
  readonly consumers: Consumers
  readonly audit: Audit
}

/** The tenant of a host that has only one. */
export const defaultTenant = "default"

/** Opens an engine on a store. Arrivals that a crash left between receipt and case are finished first. */
export const openEngine = async (options: EngineOptions): Promise<Engine> => {
  const tenant = options.tenant ?? defaultTenant
  const report = options.onFailure ?? (() => {})
  const callNow = makeCallNow(report)
  const clock = checkedClock(options.clock ?? systemClock, callNow)
  const timeouts: Timeouts = { ...defaultTimeouts, ...options.timeouts }
  const telemetry = options.telemetry === undefined ? silent : ofTenant(options.telemetry, tenant)
  const call = makeCallPort(timeouts, report, telemetry)
  const { customers, rates = () => undefined } = options
  const commits = makeCommits()
  const store = boundedStore(options.store, call, commits.tell)
  const { directory } = options
  const keys = boundedKeys(options.keys, call)
  const { bundle, publishFreely: free = false } = options
  const policies = await makePolicyVersions({ store, keys, tenant, bundle, clock, free })
  const context: EngineContext = {
    tenant,
    store,
    keys,
    clock,
    ids: checkedIds(options.ids ?? makeIds(), callNow),
    draws: makeDraws(keys, tenant, options.drawsBy),
    directory,
    customers: async (id) =>
      customers &&
      call({ port: "customers", operation: "customer" }, async () =>
        wholeTexts(Answers.customer(await customers.customer(id)))
      ),
    known: () =>
      call({ port: "customers", operation: "all" }, async () =>
        Answers.customerIds((await customers?.all?.()) ?? []).filter(isName)
      ),
    rates: (currency, at) =>
      call({ port: "rates", operation: "rate" }, async () => Answers.rate(await rates(currency, at))),
    channels: options.channels ?? [],
    routes: makeRoutes(options.channels ?? [], options.routes),
    classifier: options.classifier,
    policies,
    staff: makeStaff(store, tenant, directory, { clock, policies, call }),
    call,
    attempt: makeAttempts(timeouts.store, telemetry),
    telemetry,
    commits,
    delivery: { ...defaultDelivery, ...options.delivery }
  }
  const parts = partsOf(context)
  await parts.intake.resume().catch((cause: unknown) => {
    // Other cases still work, and each tick reports the case that does not.
    if (!isRecordError(cause)) throw cause
  })
  const within = (tx: Querier): Engine => {
    const inside = options.store.within?.(tx)
    if (inside === undefined) throw storeError("tx/unsupported", "this store takes no part in transactions of a host")
    // Nobody is told of a commit that has not happened yet.
    const part = {
      ...context,
      store: boundedStore(inside, call, () => {}),
      attempt: makeAttempts(timeouts.store, telemetry)
    }
    return { ...part, ...partsOf(part), within }
  }
  return { ...context, ...parts, within }
}

const partsOf = (context: EngineContext): Parts => {
  const cases = makeCases(context)
  const problems = makeProblems(context)
  const intake = makeIntake(context, cases)
  const surveys = makeCustomerSurveys(context)
  const routines = makeRoutines(context, cases, intake)
  const erasure = makeErasure(context, cases, surveys)
  const feed = makeEventFeed(context, cases)
  const audit = makeAudit(context)
  return {
    cases,
    problems,
    intake,
    surveys,
    work: makeBackgroundWork(context, intake, { cases, problems, surveys, erasure }, audit.signNowAndThen, routines),
    erasure,
    migration: makePolicyMigration(context, cases),
    feed,
    consumers: makeConsumers(context, feed),
    audit
  }
}

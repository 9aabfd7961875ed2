/** The engine: the thin effectful shell around the core, put together from its ports. */

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
import { silent, type Telemetry } from "./telemetry/Telemetry.ts"

export interface EngineOptions {
  /** The first policy of a store; later ones are published. Where it is another than the one in force, that one stays. */
  readonly bundle: Bundle.Bundle
  /** The bundle is published whoever opens: for virtual time and tests. */
  readonly publishFreely?: boolean
  readonly store: EventStore
  readonly keys: KeyStore
  readonly tenant?: string
  readonly clock?: Clock
  readonly ids?: Ids
  /** The secret that spot checks are drawn by, where it is fixed, as on virtual time; else the key store makes one. */
  readonly drawsBy?: Uint8Array
  /** Without one, role-bound commands are refused, automatic gates work, and the custodian owns every case. */
  readonly directory?: Directory
  readonly customers?: CustomerDirectory
  /** Without one an amount in another currency than its limit's waits for approval. */
  readonly rates?: Rates
  readonly channels?: readonly Channel[]
  /** Which of them takes which messages, where their names and audiences do not say. */
  readonly routes?: RouteOptions
  /** Without one the dictionary alone says what words are about. */
  readonly classifier?: Classifier
  readonly delivery?: Partial<DeliveryOptions>
  /** How long adapters may take to answer, where it is another time than the default. */
  readonly timeouts?: Partial<Timeouts>
  /** Told of every call of an adapter that failed. */
  readonly onFailure?: (failure: Failure) => void
  /** Told of the work that is done. Without one nobody is. */
  readonly telemetry?: Telemetry
}

export interface Engine extends EngineContext, Parts {
  /**
   * The same engine inside a transaction of the host's: what it stores is there with the commit, or never. Its turns are its
   * own, since who waits for a turn would wait for the commit.  Errors: `tx/unsupported`.
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

/** Opens an engine on a store; arrivals that a crash left between receipt and case are finished first. */
export const openEngine = async (options: EngineOptions): Promise<Engine> => {
  const tenant = options.tenant ?? defaultTenant
  const report = options.onFailure ?? (() => {})
  const callNow = makeCallNow(report)
  const clock = checkedClock(options.clock ?? systemClock, callNow)
  const timeouts: Timeouts = { ...defaultTimeouts, ...options.timeouts }
  const telemetry = options.telemetry ?? silent
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
    // Other cases work on, and each tick says so.
    if (!isRecordError(cause)) throw cause
  })
  const within = (tx: Querier): Engine => {
    const inside = options.store.within?.(tx)
    if (inside === undefined) throw storeError("tx/unsupported", "this store takes no part in transactions of a host")
    // Nobody is told of a commit that is yet to come.
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

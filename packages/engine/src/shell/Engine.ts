/** The engine: the thin effectful shell around the core, put together from its ports. */
import type { Bundle } from "@hearback/core"
import type { Channel } from "../port/Channel.ts"
import type { Classifier } from "../port/Classifier.ts"
import type { Clock } from "../port/Clock.ts"
import { systemClock } from "../port/Clock.ts"
import type { Directory } from "../port/Directory.ts"
import type { EventStore } from "../port/EventStore.ts"
import type { Ids } from "../port/Id.ts"
import { makeIds } from "../port/Id.ts"
import type { KeyStore } from "../port/KeyStore.ts"
import type { Verification } from "../record/Verify.ts"
import { verify } from "../record/Verify.ts"
import type { Asking } from "./Asking.ts"
import { makeAsking } from "./Asking.ts"
import type { Cases } from "./Cases.ts"
import { makeCases } from "./Cases.ts"
import type { Context, CustomerRecord, Rates } from "./Context.ts"
import type { Erasure } from "./Erasure.ts"
import { makeErasure } from "./Erasure.ts"
import type { Intake } from "./Intake.ts"
import { makeIntake } from "./Intake.ts"
import type { Moves } from "./Moves.ts"
import { makeMoves } from "./Moves.ts"
import { makePolicies } from "./Policies.ts"
import type { Problems } from "./Problems.ts"
import { makeProblems } from "./Problems.ts"
import { makeStaff } from "./Staff.ts"
import type { Work } from "./Work.ts"
import { makeWork } from "./Work.ts"

export interface EngineOptions {
  readonly bundle: Bundle.Bundle
  readonly store: EventStore
  readonly keys: KeyStore
  readonly tenant?: string
  readonly clock?: Clock
  readonly ids?: Ids
  /** Without one, role-bound commands are refused, automatic gates work, and the custodian owns every case. */
  readonly directory?: Directory
  readonly customers?: (id: string) => Promise<CustomerRecord | undefined>
  /** Everybody whom a channel with a `frequency` asks. Without it nobody is asked by period. */
  readonly known?: () => Promise<readonly string[]>
  /** Without one an amount in another currency than its limit's waits for approval. */
  readonly rates?: Rates
  readonly channels?: readonly Channel[]
  /** Without one the dictionary alone says what words are about. */
  readonly classifier?: Classifier
  /** How long a stopped worker's claims stay its own, in ms of the clock. Default 60 000. */
  readonly leaseMs?: number
}

export interface Engine extends Context {
  readonly cases: Cases
  readonly problems: Problems
  readonly intake: Intake
  readonly asking: Asking
  readonly work: Work
  readonly erasure: Erasure
  readonly moves: Moves
  verify(): Promise<Verification>
}

/** Opens an engine on a store; arrivals that a crash left between receipt and case are finished first. */
export const openEngine = async (options: EngineOptions): Promise<Engine> => {
  const tenant = options.tenant ?? "default"
  const { store, directory } = options
  const clock = options.clock ?? systemClock
  const policies = await makePolicies(store, options.bundle, clock)
  const context: Context = {
    tenant,
    store,
    keys: options.keys,
    clock,
    ids: options.ids ?? makeIds(),
    directory,
    customers: options.customers ?? (async () => undefined),
    known: options.known ?? (async () => []),
    rates: options.rates ?? (() => undefined),
    channels: options.channels ?? [],
    classifier: options.classifier,
    policies,
    staff: makeStaff(store, tenant, directory, { clock, policies }),
    leaseMs: options.leaseMs ?? 60_000
  }
  const cases = makeCases(context)
  const problems = makeProblems(context)
  const intake = makeIntake(context, cases)
  const asking = makeAsking(context)
  const erasure = makeErasure(context, cases, asking)
  await intake.resume()
  return {
    ...context,
    cases,
    problems,
    intake,
    asking,
    work: makeWork(context, cases, problems, asking, erasure),
    erasure,
    moves: makeMoves(context, cases),
    verify: () => verify(store, tenant)
  }
}

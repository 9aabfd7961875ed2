/** Opens a loop: compiles the policy, reads the people, attaches the store. */
import { type AnyNames, type Bundle, defined, Instant, type PolicyNames, Zone } from "@hearback/core"
import {
  activeBundle,
  type Clock,
  checkedClock,
  defaultTenant,
  type Engine,
  isPolicyPublished,
  MetaKey,
  makeCallNow,
  openEngine,
  systemClock
} from "@hearback/engine"
import type { People } from "@hearback/policy"
import { refusalSentence } from "../answer/Sentences.ts"
import { governor } from "../call/Actor.ts"
import type { NameOf } from "../call/Call.ts"
import { hearbackError } from "../call/HearbackError.ts"
import { type Loop, makeLoop } from "../loop/Loop.ts"
import { peopleBeside, readPolicyFile } from "../policy/Files.ts"
import { readingsOf, watcherOf } from "../telemetry/LoopTelemetry.ts"
import { errorCode } from "../telemetry/Watcher.ts"
import { forgetHandle, handleOf, releaseStore, useStore } from "./Handles.ts"
import { checkStaff, keepDirectory, keepPeople, keptPeople } from "./KeptPeople.ts"
import type { OpenOptions } from "./OpenOptions.ts"
import { checkOptions } from "./OptionsShape.ts"
import { customersOf, liveDirectoryOf } from "./PeopleDirectory.ts"
import { openPeopleFile, type PeopleFile } from "./PeopleFile.ts"
import { type Reports, reportsTo } from "./Reports.ts"
import { checkRoutes } from "./RoutesCheck.ts"

/**
 * Opens a loop. A second `open` of the same named store and tenant in one process returns the same handle. The store
 * is the loop's from here on: it is closed with the last loop on it, and where opening fails, so a further try takes
 * a new one.
 *
 * Errors: `call/invalid` for an option that is not known or of another kind; `open/differs` where it gives other
 * options than that handle was opened with.
 */
export const open = async <N extends PolicyNames = AnyNames>(options: OpenOptions<N>): Promise<Loop<N>> => {
  useStore(options)
  try {
    checkOptions(options)
    const loop: Loop = await handleOf(options, () => attach(options))
    // Names are only types; a caller who gives them asserts that the policy has them.
    return loop as unknown as Loop<N>
  } catch (error) {
    // The caller needs the reason why opening failed, not why closing the store failed.
    await releaseStore(options).catch(() => {})
    throw error
  }
}

const attach = async (options: OpenOptions): Promise<Loop> => {
  const { store } = options
  const time = await timeOf(options)
  const reports = reportsTo(options)
  const { now } = checkedClock(time.clock, makeCallNow(reports.failure))
  const { bundle, problem } = await bundleOf(options, now())
  const file = await peopleOf(options, bundle, reports)
  const people = (): People | undefined => file?.current()
  const isFirst = !(await isPolicyPublished(store.events, options.tenant ?? defaultTenant))
  if (isFirst && !time.isVirtual) checkInForce(bundle, now())
  const watcher = watcherOf(options.telemetry)
  const engine = await openEngine({
    bundle,
    publishFreely: time.isVirtual,
    store: store.events,
    keys: store.keys,
    clock: time.clock,
    channels: options.channels ?? [],
    customers: options.customers ?? customersOf(people),
    onFailure: reports.failure,
    ...defined({
      // Virtual time stands still during work, so the lease of a killed process would never end.
      delivery: time.isVirtual ? { ...options.delivery, leaseMs: 1 } : options.delivery,
      // Test runs draw the same random numbers each time.
      drawsBy: time.isVirtual ? new Uint8Array(32) : undefined,
      directory: typeof options.people === "object" ? options.people : file && liveDirectoryOf(file.current),
      rates: options.rates,
      classifier: options.classifier,
      routes: options.routes,
      ids: options.ids,
      timeouts: options.timeouts,
      tenant: options.tenant,
      telemetry: watcher
    })
  })
  checkRoutes(engine, options.routes)
  await publishOnOpening(engine, options)
  const loop = makeLoop({
    engine,
    language: options.language ?? engine.policies.active.bundle.language,
    names: namesOf(people),
    virtualTime: time.isVirtual,
    setTime: time.set,
    onClosing: () => forgetHandle(options),
    onClosed: () => releaseStore(options),
    problems: () => defined({ policy: problem, people: file?.problem() }),
    onTickFailed: (cause) => reports.warn("a tick failed, and is tried again", { code: errorCode(cause) }),
    observed: ({ health }) => watcher?.observe(readingsOf(engine.tenant, health, engine.clock.now)) ?? (() => {})
  })
  if (options.run === "all" || options.run === "worker") {
    loop.work()
    if ((options.channels ?? []).some(({ receive }) => receive !== undefined)) loop.receive()
  }
  return loop
}

/** Returns the bundle. Errors: `policy/not-published`, with the reason. */
const publishOnOpening = async (engine: Engine, { publish, language }: OpenOptions): Promise<void> => {
  const bundle = engine.policies.unpublished
  if (publish === undefined || bundle === undefined) return
  const { by, reason } = publish
  const actor = await governor(engine, by)
  const key = `open:${bundle.content}:${by}:${reason}`
  const reasons = await engine.policies.publish(bundle, { by: actor, reason, key })
  if (reasons.length === 0) return
  const { active } = engine.policies
  const said = refusalSentence(
    active,
    { asked: "publish", reasons, allowed: [], onFile: false },
    language ?? active.bundle.language
  )
  throw hearbackError("policy/not-published", said)
}

interface Compiled {
  readonly bundle: Bundle.Bundle
  /** Why the policy file cannot be used. */
  readonly problem?: string
}

/** Returns the version in force. If the first version takes effect later, no version is in force before that day. */
const checkInForce = ({ id, effective, zone, zones }: Bundle.Bundle, now: number): void => {
  const begins = effective === undefined ? undefined : Instant.parseInstant(effective, zones[zone] ?? Zone.utc)
  if (begins !== undefined && begins > now)
    throw hearbackError(
      "policy/not-in-force",
      `policy ${id} is in force from ${effective} on, and the store has no version before it`
    )
}

/** Uses the store's last policy if the policy file has errors, and reports it in `health`. */
const bundleOf = async ({ policy, store, tenant = defaultTenant }: OpenOptions, now: number): Promise<Compiled> => {
  if (policy !== undefined && typeof policy !== "string") return { bundle: policy }
  const file = policy === undefined ? undefined : readPolicyFile(policy)
  if (file !== undefined && "bundle" in file) return file
  const last = await activeBundle(store.events, tenant, now)
  if (last !== undefined) return defined({ bundle: last, problem: file?.error.message })
  throw file?.error ?? hearbackError("policy/invalid", "no policy was given, and the store has none yet")
}

/** Opens the people file if the host has no directory of its own. Errors: `people/invalid`, `people/missing`. */
const peopleOf = async (
  { policy, people, store, tenant = defaultTenant }: OpenOptions,
  bundle: Bundle.Bundle,
  reports: Reports
): Promise<PeopleFile | undefined> => {
  if (typeof people === "object") {
    await keepDirectory(store, tenant)
    return undefined
  }
  const path = people ?? (typeof policy === "string" ? peopleBeside(policy) : undefined)
  const kept = path === undefined ? undefined : await keptPeople(store, tenant)
  let keeping = Promise.resolve()
  const keep = (known: People): void => {
    keeping = keeping
      .then(() => keepPeople(store, tenant, known))
      .catch(() => reports.warn("the staff were not kept", {}))
  }
  const file = path === undefined ? undefined : openPeopleFile({ path, bundle, kept, keep, warn: reports.warn })
  await keeping
  await checkStaff(store, tenant, file?.current(), bundle)
  return file
}

interface Time {
  readonly isVirtual: boolean
  readonly clock: Clock
  /** Moves virtual time forward, never back. */
  set(at: number): void
}

/** Returns whether the store has virtual time, which is permanent. */
const timeOf = async ({
  store: { events },
  tenant = defaultTenant,
  virtualTime,
  clock
}: OpenOptions): Promise<Time> => {
  const isMarked = (await events.meta(tenant, "time")) === "virtual"
  const isVirtual = virtualTime ?? isMarked
  if (isVirtual && !isMarked) await events.setMeta(tenant, "time", "virtual")
  const last = await events.meta(tenant, MetaKey.lastTick)
  let now = typeof last === "number" ? last : 0
  return {
    isVirtual,
    clock: clock ?? (isVirtual ? { now: () => now } : systemClock),
    set: (at) => {
      now = Math.max(now, at)
    }
  }
}

const namesOf = (current: () => People | undefined): NameOf => {
  const known = new WeakMap<People, ReadonlyMap<string, string>>()
  return (id) => {
    const people = current()
    if (people === undefined) return id
    const names = known.get(people) ?? new Map(namesIn(people))
    known.set(people, names)
    return names.get(id) ?? id
  }
}

const namesIn = ({ people, customers }: People): readonly (readonly [string, string])[] => [
  ...Object.entries(customers).flatMap(([id, { name }]) => (name === undefined ? [] : [[id, name] as const])),
  ...people.map(({ id, name }) => [id, name] as const)
]

/** The store and its keys over any driver: each verb is one program. */
import { randomUUID } from "node:crypto"
import {
  type Claim,
  type ClaimKind,
  type ClaimOptions,
  canonical,
  type EventStore,
  type KeyStore
} from "@hearback/engine"
import type { Dialect } from "../sql/Dialect.ts"
import { type Driver, hostDriver } from "../sql/ProgramRunner.ts"
import { appendTogether } from "./BatchAppend.ts"
import { destroyKey, findKeys, gathered, makeKeys, type Owner } from "./CustomerKeys.ts"
import { dead, revive } from "./DeadLetters.ts"
import { count, intake, list } from "./Lists.ts"
import { load, meta, read, setMeta, status, streams } from "./RecordReads.ts"
import { append, appendEach } from "./UnitAppend.ts"
import { claim, settle, tenantsDue } from "./WorkClaims.ts"

export interface SqlStoreOptions {
  readonly driver: Driver
  readonly dialect: Dialect
  readonly storeId: string
  readonly close: () => Promise<void>
}

export const makeSqlStore = ({ driver, dialect, storeId, close }: SqlStoreOptions): EventStore => ({
  capabilities: { multiProcess: true, hostTransaction: true, notify: false, search: true, batch: true },
  load: (ref, after = 0) => driver.read(() => load(ref, after)),
  append: (unit) =>
    driver.write(
      () => append(dialect, unit),
      ({ result }) => result === "appended"
    ),
  // All at once is how it nearly always goes. Where a unit meets something, that is undone and they go one by one.
  appendMany: async (units) =>
    (await driver.write(
      () => appendTogether(dialect, units),
      (answer) => answer !== undefined
    )) ?? driver.write(() => appendEach(dialect, units)),
  read: (after, limit, tenant) => driver.read(() => read(after, limit, tenant)),
  streams: (tenant, after, limit) => driver.read(() => streams(tenant, after, limit)),
  claim: async <K extends ClaimKind>(what: K, options: ClaimOptions) => {
    const waiting = await driver.read(() => tenantsDue(what, options.now))
    if (waiting.length === 0) return []
    const claims = await driver.write(() => claim(dialect, what, options, randomUUID()))
    return claims.filter((each): each is Extract<Claim, { kind: K }> => each.kind === what)
  },
  settle: (results) => driver.write(() => settle(results)),
  dead: (tenant, asked = {}) => driver.read(() => dead(tenant, asked)),
  revive: (tenant, ids, at) => driver.write(() => revive(tenant, ids, at)),
  list: (tenant, asked = {}) => driver.read(() => list(dialect, tenant, asked)),
  count: (tenant, asked = {}) => driver.read(() => count(dialect, tenant, asked)),
  intake: (tenant, asked = {}) => driver.read(() => intake(tenant, asked)),
  status: () => driver.read(status),
  meta: (key) => driver.read(() => meta(key)),
  setMeta: (key, value) => driver.write(() => setMeta(key, canonical(value))),
  within: (tx) => makeSqlStore({ driver: hostDriver(tx, dialect, storeId), dialect, storeId, close: async () => {} }),
  close
})

/** `scrub` is called after a key was destroyed, to leave no copy of it behind. */
export const makeSqlKeyStore = (
  { driver, dialect, storeId }: Omit<SqlStoreOptions, "close">,
  scrub: () => Promise<void>
): KeyStore => {
  const find = gathered((owners: readonly Owner[]) => driver.read(() => findKeys(owners)))
  const keyOf = gathered(async (owners: readonly Owner[]): Promise<readonly Uint8Array[]> => {
    const found = await driver.read(() => findKeys(owners))
    const missing = owners.filter((_, i) => found[i] === undefined)
    if (missing.length === 0) return found.filter((key) => key !== undefined)
    const made = (await driver.write(() => makeKeys(dialect, missing))).values()
    return found.map((key) => key ?? made.next().value ?? new Uint8Array())
  })
  return {
    keyOf: (tenant, customer) => keyOf({ tenant, customer }),
    find: (tenant, customer) => find({ tenant, customer }),
    destroy: async (tenant, customer) => {
      await driver.write(() => destroyKey(dialect, tenant, customer))
      await scrub()
    },
    within: (tx) => makeSqlKeyStore({ driver: hostDriver(tx, dialect, storeId), dialect, storeId }, async () => {})
  }
}

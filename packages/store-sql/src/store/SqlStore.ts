/** The store on any runner: each method is one program. */
import { randomUUID } from "node:crypto"
import { canonical } from "@hearback/core"
import type { Claim, ClaimKind, ClaimOptions, EventStore } from "@hearback/engine"
import type { Dialect } from "../sql/Dialect.ts"
import { hostTransactionRunner, type ProgramRunner } from "../sql/ProgramRunner.ts"
import type { SqlProgram } from "../sql/SqlProgram.ts"
import { appendBatch } from "./BatchAppend.ts"
import { coverage, dropIndex, index, latest, segments } from "./CaseIndex.ts"
import { filed, moved, refile } from "./FiledRows.ts"
import { count, countIntake, intake, list } from "./Lists.ts"
import { project, projected, projection } from "./Projections.ts"
import { clearHistories, histories, load, meta, read, setMeta, status, streams } from "./RecordReads.ts"
import { listUndelivered, revive } from "./UndeliveredLetters.ts"
import { append, appendEach } from "./UnitAppend.ts"
import { claim, isWaiting, join, renew, settle } from "./WorkClaims.ts"

/** The options of a store. */
export interface SqlStoreOptions {
  readonly runner: ProgramRunner
  readonly dialect: Dialect
  readonly storeId: string
  readonly close: () => Promise<void>
  /**
   * Returns the program that sends a notice of an append within a host's transaction, which takes effect with its
   * commit.
   */
  readonly tell?: (tenant: string) => SqlProgram<unknown>
}

/** Makes a store. */
export const makeSqlStore = ({ runner, dialect, storeId, close, tell }: SqlStoreOptions): EventStore => ({
  capabilities: { multiProcess: true, hostTransaction: true, notify: false, batch: true },
  load: (ref, after = 0) => runner.read(() => load(ref, after)),
  append: (unit) =>
    runner.write(
      () => append(dialect, unit),
      ({ result }) => result === "appended"
    ),
  // All units at once nearly always succeed. If not, that is undone and they are appended one by one.
  appendMany: async (units) =>
    (await runner.write(
      () => appendBatch(dialect, units),
      (answer) => answer !== undefined
    )) ?? runner.write(() => appendEach(dialect, units)),
  read: (tenant, after, limit) => runner.read(() => read(dialect, tenant, after, limit)),
  histories: (tenant, after, limit) => runner.read(() => histories(tenant, after, limit)),
  clearHistories: (tenant, after, limit) => runner.read(() => clearHistories(tenant, after, limit)),
  moved: (tenant, after, limit) => runner.read(() => moved(dialect, tenant, after, limit)),
  filed: (tenant, kind, after, limit) => runner.read(() => filed(tenant, kind, after, limit)),
  refile: (tenant, rows) => runner.write(() => refile(dialect, tenant, rows)),
  streams: (tenant, after, limit) => runner.read(() => streams(tenant, after, limit)),
  claim: async <K extends ClaimKind>(tenant: string, what: K, options: ClaimOptions) => {
    if (!(await runner.read(() => isWaiting(tenant, what, options)))) return []
    const claims = await runner.write(() => claim(dialect, tenant, what, options, randomUUID()))
    return claims.filter((each): each is Extract<Claim, { kind: K }> => each.kind === what)
  },
  renew: (tenant, claims, lease) => runner.write(() => renew(tenant, claims, lease)),
  settle: (tenant, results) => runner.write(() => settle(tenant, results)),
  join: (tenant, claims, message) =>
    runner.write(
      () => join(dialect, tenant, claims, message),
      (isJoined) => isJoined
    ),
  undelivered: (tenant, filter) => runner.read(() => listUndelivered(tenant, filter)),
  revive: (tenant, ids, at) => runner.write(() => revive(tenant, ids, at)),
  list: (tenant, filter = {}) => runner.read(() => list(dialect, tenant, filter)),
  count: (tenant, filter = {}) => runner.read(() => count(dialect, tenant, filter)),
  intake: (tenant, filter = {}) => runner.read(() => intake(tenant, filter)),
  countIntake: (tenant, state) => runner.read(() => countIntake(tenant, state)),
  latest: (tenant, customer, before, limit) => runner.read(() => latest(tenant, customer, before, limit)),
  coverage: (tenant, of, edition) => runner.read(() => coverage(tenant, of, edition)),
  index: (tenant, indexing) => runner.write(() => index(dialect, tenant, indexing)),
  segments: (tenant, of, after, limit) => runner.read(() => segments(tenant, of, after, limit)),
  dropIndex: (tenant, of) => runner.write(() => dropIndex(tenant, of)),
  projection: (tenant, name) => runner.read(() => projection(dialect, tenant, name)),
  project: (tenant, name, step) =>
    runner.write(
      () => project(dialect, tenant, name, step),
      (isDone) => isDone
    ),
  projected: (tenant, name, filter) => runner.read(() => projected(dialect, tenant, name, filter)),
  status: (tenant) => runner.read(() => status(tenant)),
  meta: (tenant, key) => runner.read(() => meta(tenant, key)),
  setMeta: (tenant, key, value) => runner.write(() => setMeta(tenant, key, canonical(value))),
  within: (tx) => {
    const inside = hostTransactionRunner(tx, dialect, storeId)
    const store = makeSqlStore({ runner: inside, dialect, storeId, close: async () => {} })
    return tell === undefined ? store : telling(store, (tenant) => inside.read(() => tell(tenant)))
  },
  close
})

/** Returns a store that sends a notice of each append. */
const telling = (store: EventStore, tell: (tenant: string) => Promise<unknown>): EventStore => ({
  ...store,
  append: async (unit) => {
    const answer = await store.append(unit)
    if (answer.result === "appended") await tell(unit.tenant)
    return answer
  },
  appendMany: async (units) => {
    const answers = (await store.appendMany?.(units)) ?? []
    const told = units.filter((_, n) => answers[n]?.result === "appended").map(({ tenant }) => tenant)
    for (const tenant of new Set(told)) await tell(tenant)
    return answers
  }
})

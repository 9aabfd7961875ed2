/**
 * Wraps the adapters of a host: each call has a time limit, failures are reported, and answers are checked. The engine
 * uses only the wrapped adapters.
 */
import type { Clock } from "../port/Clock.ts"
import type { Ref } from "../port/Event.ts"
import type { EventStore } from "../port/EventStore.ts"
import type { Ids } from "../port/Ids.ts"
import type { KeyStore } from "../port/KeyStore.ts"
import { recordError } from "../record/shape/EventFault.ts"
import * as Answers from "./Answers.ts"
import type { CallNow, CallPort } from "./PortCall.ts"

/** Returns a clock whose answers are checked. */
export const checkedClock = (clock: Clock, call: CallNow): Clock => ({
  now: () => call({ port: "clock", operation: "now" }, () => Answers.now(clock.now()))
})

/** Returns ids whose answers are checked. */
export const checkedIds = (ids: Ids, call: CallNow): Ids => ({
  case: (at) => call({ port: "ids", operation: "case" }, () => Answers.id(ids.case(at))),
  command: (at) => call({ port: "ids", operation: "command" }, () => Answers.id(ids.command(at)))
})

/** Returns a key store whose calls are limited and checked. */
export const boundedKeys = (keys: KeyStore, call: CallPort): KeyStore => ({
  keyOf: (tenant, customer) =>
    call({ port: "keys", operation: "keyOf" }, () => keys.keyOf(tenant, customer).then(Answers.key)),
  find: (tenant, customer) =>
    call({ port: "keys", operation: "find" }, () => keys.find(tenant, customer).then(Answers.keyOrNone)),
  destroy: (tenant, customer) =>
    call({ port: "keys", operation: "destroy" }, () => keys.destroy(tenant, customer).then(Answers.destroyed)),
  isThere: () =>
    call({ port: "keys", operation: "isThere" }, async () => Answers.yesOrNo((await keys.isThere?.()) ?? true)),
  mark: (tenant) => call({ port: "keys", operation: "mark" }, () => keys.mark(tenant)),
  setMark: (tenant, before, mark) =>
    call({ port: "keys", operation: "setMark" }, () => keys.setMark(tenant, before, mark))
})

/** Throws if a stream ends before its head, since it was changed: a decision on it would always be a conflict. */
const whole = (
  { stream }: Ref,
  after = 0,
  found: Awaited<ReturnType<EventStore["load"]>>
): Awaited<ReturnType<EventStore["load"]>> => {
  const version = found.events.at(-1)?.version ?? after
  if (version < found.version) throw recordError({ stream, version: version + 1, type: "", reason: "missing" })
  return found
}

/** Returns a store whose calls are limited; `watch` and `within` are not. `told` is called after each commit. */
export const boundedStore = (store: EventStore, call: CallPort, told: () => void): EventStore => {
  const on = <T>(operation: keyof EventStore, run: () => Promise<T>): Promise<T> =>
    call({ port: "store", operation }, run)
  const telling = <T>(answer: T): T => {
    told()
    return answer
  }
  const { appendMany, holders } = store
  return {
    ...store,
    load: (ref, after) => on("load", () => store.load(ref, after)).then((found) => whole(ref, after, found)),
    append: (unit) => on("append", () => store.append(unit)).then(telling),
    ...(appendMany === undefined
      ? {}
      : { appendMany: (units) => on("appendMany", () => appendMany.call(store, units)).then(telling) }),
    ...(holders === undefined ? {} : { holders: (tenant) => on("holders", () => holders.call(store, tenant)) }),
    read: (tenant, after, limit) => on("read", () => store.read(tenant, after, limit)),
    histories: (tenant, after, limit) => on("histories", () => store.histories(tenant, after, limit)),
    clearHistories: (tenant, after, limit) => on("clearHistories", () => store.clearHistories(tenant, after, limit)),
    moved: (tenant, after, limit) => on("moved", () => store.moved(tenant, after, limit)),
    filed: (tenant, kind, after, limit) => on("filed", () => store.filed(tenant, kind, after, limit)),
    refile: (tenant, rows) => on("refile", () => store.refile(tenant, rows)),
    streams: (tenant, after, limit) => on("streams", () => store.streams(tenant, after, limit)),
    claim: (tenant, what, options) => on("claim", () => store.claim(tenant, what, options)),
    renew: (tenant, claims, lease) => on("renew", () => store.renew(tenant, claims, lease)),
    settle: (tenant, results) => on("settle", () => store.settle(tenant, results)),
    list: (tenant, query) => on("list", () => store.list(tenant, query)),
    count: (tenant, query) => on("count", () => store.count(tenant, query)),
    latest: (tenant, customer, before, limit) => on("latest", () => store.latest(tenant, customer, before, limit)),
    coverage: (tenant, of, edition) => on("coverage", () => store.coverage(tenant, of, edition)),
    index: (tenant, indexing) => on("index", () => store.index(tenant, indexing)),
    segments: (tenant, of, after, limit) => on("segments", () => store.segments(tenant, of, after, limit)),
    dropIndex: (tenant, of) => on("dropIndex", () => store.dropIndex(tenant, of)),
    projection: (tenant, name) => on("projection", () => store.projection(tenant, name)),
    project: (tenant, name, step) => on("project", () => store.project(tenant, name, step)),
    projected: (tenant, name, query) => on("projected", () => store.projected(tenant, name, query)),
    intake: (tenant, query) => on("intake", () => store.intake(tenant, query)),
    countIntake: (tenant, state) => on("countIntake", () => store.countIntake(tenant, state)),
    join: (tenant, claims, message) => on("join", () => store.join(tenant, claims, message)),
    undelivered: (tenant, query) => on("undelivered", () => store.undelivered(tenant, query)),
    revive: (tenant, ids, at) => on("revive", () => store.revive(tenant, ids, at)),
    status: (tenant) => on("status", () => store.status(tenant)),
    meta: (tenant, key) => on("meta", () => store.meta(tenant, key)),
    setMeta: (tenant, key, value) => on("setMeta", () => store.setMeta(tenant, key, value))
  }
}

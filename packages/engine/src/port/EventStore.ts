/**
 * The port of the record: seven verbs that decide (`load` to `list`) and a few that look after it. Durability
 * is here and nowhere else. Every verb is of one tenant: nothing of another tenant is seen or changed by it. An answer that is a "no" (`conflict`, `key-reused`) is a value; a failure of the
 * world is thrown as a `StoreError`. `storeLaws` in `@hearback/engine/testing` is this contract, executable.
 */
import type { CaseHead, IndexCoverage, IndexedCustomer, Indexing, Segment } from "./CaseIndex.ts"
import type { ClearEvent, Head, Json, Ref, SealedEvent, SealedPart, StoredEvent, StreamHistory } from "./Event.ts"
import type { CaseListQuery, CaseListRow, IntakeQuery, IntakeRow, Page, RowCount } from "./ListRow.ts"
import type { ProjectedQuery, ProjectedRow, ProjectionState, ProjectionStep } from "./Projection.ts"

/** Optional abilities of a store; each is false unless the store says otherwise. */
export interface Capabilities {
  /** Several processes may share the data. Without it one process must own the store. */
  readonly multiProcess: boolean
  /** `within` works. Without it a host's transaction is refused, never silently replaced by a second one. */
  readonly hostTransaction: boolean
  /** `watch` tells of every commit, whoever made it. Without it the engine polls. */
  readonly notify: boolean
  /** `appendMany` works. Without it units are appended one by one. */
  readonly batch: boolean
}

export type Capability = keyof Capabilities

/** One stream's share of a unit. Without events it is a read that must still hold. */
export interface Write {
  readonly stream: string
  /** The version that was decided on; 0 for a stream that is not there yet. */
  readonly expected: number
  /** Of one command: they share its instant, actor, id and policy, and are one entry of the record. */
  readonly events: readonly SealedEvent[]
  readonly row?: CaseListRow
  /** What the case of the row says is not what it said before: it is not indexed any more. */
  readonly saysMore?: boolean
  readonly intake?: IntakeRow
}

/** A message that leaves after the commit.  Units: `notBefore` in ms since 1970. */
export interface OutboxMessage {
  /** Id of the event it follows from, and a number within it: `stream/version/n`. */
  readonly id: string
  readonly kind: "message" | "command"
  /** Which workers can take it: each claims the lanes that it serves, and leaves the others to other processes. */
  readonly lane: string
  readonly to: string
  readonly channel?: string
  readonly body: Json
  /** The personal part; opened by whoever delivers the message. */
  readonly sealed?: SealedPart
  readonly notBefore: number
  /** The trace of the work that gave rise to it, which its delivery goes on with. No event says it. */
  readonly trace?: string
}

/** A transaction: stored as a whole, or not at all. */
export interface Unit {
  readonly tenant: string
  /** Names the unit within its tenant for ever: appended twice, it is stored once. */
  readonly key: string
  /** Hash of what was asked: the same key with another fingerprint is refused. */
  readonly fingerprint: string
  readonly writes: readonly Write[]
  readonly outbox: readonly OutboxMessage[]
  /** Kept with the key and given back on replay. */
  readonly answer?: Json
}

export type Appended =
  | {
      readonly result: "appended"
      /** Of the unit's last event; of the tenant's last event when the unit has none. */
      readonly position: number
      readonly versions: Readonly<Record<string, number>>
      readonly events: readonly StoredEvent[]
    }
  | { readonly result: "replayed"; readonly events: readonly StoredEvent[]; readonly answer?: Json }
  /** A stream stands at another version than expected. Nothing is stored, the key is not used up. */
  | { readonly result: "conflict"; readonly stream: string; readonly version: number }
  | { readonly result: "key-reused" }

/** Names one lease; opaque. */
export type ClaimId = string

/** A case whose time has come. */
export interface DueClaim {
  readonly kind: "due"
  readonly id: ClaimId
  readonly case: string
  readonly dueAt: number
}

export interface OutboxClaim {
  readonly kind: "outbox"
  readonly id: ClaimId
  readonly message: OutboxMessage
  /** How often it was claimed before; a claim that was given back `untried` does not count. */
  readonly attempts: number
}

export type Claim = DueClaim | OutboxClaim
export type ClaimKind = Claim["kind"]

/** Units: `now` in ms since 1970, `leaseMs` in ms. */
export interface Lease {
  readonly now: number
  readonly leaseMs: number
}

export interface ClaimOptions extends Lease {
  readonly limit: number
  /** Of messages those of these lanes alone; without it all. */
  readonly lanes?: readonly string[]
}

export interface Settlement {
  readonly claim: ClaimId
  /**
   * `done`: a message is gone for good; a due case is free again, its next time is what the last append wrote.
   * `retryAt`: not offered before; `error`, why it failed, stands on a message until it is done or tried again.
   * `untried`: given back, as if not claimed, and not offered before that instant. `dead`, with the reason, given up `at`
   * an instant: a message is kept and not offered until it is revived, a case not until an append writes its row. A
   * claim whose lease went to somebody else settles nothing.
   */
  readonly outcome:
    | "done"
    | { readonly retryAt: number; readonly error?: string }
    | { readonly untried: number }
    | { readonly dead: string; readonly at: number; readonly error?: string }
}

/** A message that failed and is tried again, or was given up.  Units: instants in ms since 1970. */
export interface UndeliveredLetter {
  readonly message: OutboxMessage
  readonly state: "failing" | "dead"
  /** Why it was given up; of one that is tried again there is `error` alone. */
  readonly reason?: string
  /** Why it failed the last time. */
  readonly error?: string
  /** When it was given up, or is offered again. */
  readonly at: number
  /** How often it was claimed. */
  readonly attempts: number
}

export interface UndeliveredQuery {
  readonly state: UndeliveredLetter["state"]
  readonly after?: string
  readonly limit?: number
}

/** Messages that wait in a lane; `nextAt`: when there is next one to claim.  Units: ms since 1970. */
export interface LaneStatus {
  readonly lane: string
  readonly nextAt: number
}

/** The status of a store for one tenant: its last position, its next due case, and what waits. */
export interface StoreStatus {
  /** Position of the tenant's last event, 0 when there is none. */
  readonly position: number
  /** When there is next a case to claim: due, and neither leased nor kept back. */
  readonly nextDueAt: number | null
  /** The earliest `dueAt` of any case, whoever holds it: what lies far behind tells that nobody works. */
  readonly oldestDueAt: number | null
  /**
   * `nextAt`: when there is next a message to claim. Those that failed are among those that wait. `lanes`: those that have
   * one, in order of name.
   */
  readonly outbox: {
    readonly waiting: number
    readonly failing: number
    readonly nextAt: number | null
    readonly lanes: readonly LaneStatus[]
    readonly dead: number
  }
}

/** A transaction that is open at a server, of this program or another, and on which the store waits. */
export interface OpenTransaction {
  /** Of the server's process that runs it: `pg_terminate_backend` takes it. */
  readonly pid: number
  /** What the program that opened it calls itself. */
  readonly application: string
  /** How long it has been open. */
  readonly seconds: number
  /** `events`: who follows events waits for its end. `writes`: a statement of the store waits for a lock that it has. */
  readonly holdsUp: readonly ("events" | "writes")[]
}

/** Rows that follow from events, by kind. */
export interface RowKinds {
  readonly case: CaseListRow
  readonly arrival: IntakeRow
  readonly message: OutboxMessage
}

export type RowKind = keyof RowKinds

/** A row as it is kept, found where lists and claims look for it. */
export interface FiledRow<K extends RowKind> {
  readonly key: string
  /** Null where what is kept is no row. */
  readonly row: RowKinds[K] | null
  /** What lists and claims look at and what is not as the row says. When a message is tried again is not among it. */
  readonly torn: readonly string[]
}

/** Rows to be put in the place of those of the same keys, and keys of rows to be taken out. */
export interface Refiling {
  readonly put: { readonly [K in RowKind]: readonly RowKinds[K][] }
  readonly out: { readonly [K in RowKind]: readonly string[] }
}

/** Streams that have events in a stretch of the record, each with the last of them. */
export interface StreamHeads {
  readonly heads: readonly Head[]
  /** How many events the stretch has. */
  readonly events: number
  /** Position of its last event; null where it has none. */
  readonly to: number | null
}

/** The host's open transaction, as any driver or query builder can offer it. */
export interface Querier {
  query(sql: string, params: readonly unknown[]): Promise<readonly Readonly<Record<string, unknown>>[]>
}

/**
 * Where the record is kept: events by stream, and what follows from them. SQLite, PostgreSQL and memory implement it.
 */
export interface EventStore {
  readonly capabilities: Capabilities
  /** The stream's version and its events after `after`; version 0 and none for a stream that is not there. */
  load(ref: Ref, after?: number): Promise<{ readonly version: number; readonly events: readonly StoredEvent[] }>
  append(unit: Unit): Promise<Appended>
  /** Several units in one transaction, in order, each with its own outcome. Throws: none of them is stored. */
  appendMany?(units: readonly Unit[]): Promise<readonly Appended[]>
  /**
   * The events of a tenant after a position, in one order. No later event ever has a position before a returned `next`.
   * An empty page is the end for now.
   */
  read(
    tenant: string,
    after: number | null,
    limit: number
  ): Promise<{ readonly events: readonly StoredEvent[]; readonly next: number | null }>
  /** A tenant's streams as wholes, in order of name, after a name: each with all its events. */
  histories(tenant: string, after: string | null, limit: number): Promise<readonly StreamHistory[]>
  /** The same, of each event no more than is needed to count: what is sealed, and who said it, is not read. */
  clearHistories(tenant: string, after: string | null, limit: number): Promise<readonly StreamHistory<ClearEvent>[]>
  /** Heads of a tenant's streams in order of name, after a name. */
  streams(tenant: string, after: string | null, limit: number): Promise<readonly Head[]>
  /** The streams of a tenant that the next events after a position belong to, in order of name; at most so many events. */
  moved(tenant: string, after: number | null, limit: number): Promise<StreamHeads>
  /** Rows of a tenant as they are kept, in order of key, after a key. */
  filed<K extends RowKind>(
    tenant: string,
    kind: K,
    after: string | null,
    limit: number
  ): Promise<readonly FiledRow<K>[]>
  /** Puts rows in place and takes others out, all or nothing. No event is written; a message is as if never tried. */
  refile(tenant: string, rows: Refiling): Promise<void>
  /** Leases due work of a tenant, the earliest first. */
  claim<K extends ClaimKind>(
    tenant: string,
    what: K,
    options: ClaimOptions
  ): Promise<readonly Extract<Claim, { kind: K }>[]>
  /** Makes leases last from `now` on. Returns the claims that are still held: the others went to somebody else. */
  renew(tenant: string, claims: readonly ClaimId[], lease: Lease): Promise<readonly ClaimId[]>
  /** Settles claims of a tenant; a claim of another tenant is left as it is. */
  settle(tenant: string, results: readonly Settlement[]): Promise<void>
  /**
   * Puts one message in the place of several that are claimed: they are gone, and it is offered like a new one. All or
   * nothing; `false` where one of the claims went to somebody else.
   */
  join(tenant: string, claims: readonly ClaimId[], message: OutboxMessage): Promise<boolean>
  list(tenant: string, query?: CaseListQuery): Promise<Page<CaseListRow>>
  count(tenant: string, query?: CaseListQuery): Promise<RowCount>
  intake(tenant: string, query?: IntakeQuery): Promise<Page<IntakeRow>>
  /** The cases of a customer that were received before an instant, the last one first; at most so many. */
  latest(tenant: string, customer: string, before: number, limit: number): Promise<readonly CaseHead[]>
  /** How far the cases of a customer, or those of nobody known, are indexed. */
  coverage(tenant: string, of: IndexedCustomer, edition: number): Promise<IndexCoverage>
  /** Adds a segment. Its cases are indexed from then on, but for those whose stream has another version than was read. */
  index(tenant: string, indexing: Indexing): Promise<void>
  /** Segments of a subject after a number, in the order in which they were added. */
  segments(tenant: string, of: IndexedCustomer, after: number, limit: number): Promise<readonly Segment[]>
  /** Removes the segments of a subject. Cases in them count as indexed nevertheless, until the edition is another. */
  dropIndex(tenant: string, of: IndexedCustomer): Promise<void>
  /** How far a projection has come, and how far it could. */
  projection(tenant: string, name: string): Promise<ProjectionState>
  /** Takes a projection one step on, all or nothing; `false` where another mark stands, and nothing is changed. */
  project(tenant: string, name: string, step: ProjectionStep): Promise<boolean>
  /** Rows of a projection in the order of their keys, which is that of their bytes. */
  projected(tenant: string, name: string, query: ProjectedQuery): Promise<readonly ProjectedRow[]>
  /** Messages that were given up, the longest ago first; or those that failed and wait for another try, the next first. */
  undelivered(tenant: string, query: UndeliveredQuery): Promise<Page<UndeliveredLetter>>
  /** Offers messages that were given up or failed from an instant on, as if never tried. Returns how many there were. */
  revive(tenant: string, ids: readonly string[], at: number): Promise<number>
  status(tenant: string): Promise<StoreStatus>
  /** A value kept with a tenant's record, such as that it runs on virtual time. */
  meta(tenant: string, key: string): Promise<Json | undefined>
  setMeta(tenant: string, key: string, value: Json): Promise<void>
  /** Transactions on which a tenant waits, the oldest first. Without it no transaction of others can hold it up unseen. */
  holders?(tenant: string): Promise<readonly OpenTransaction[]>
  /** Calls after each commit of a tenant's; returns how to stop. */
  watch?(tenant: string, listener: () => void): () => void
  /**
   * The same store inside the host's transaction: its appends commit or vanish with it. Never raises within it
   * for a conflict and never retries.  Errors: `tx/unsupported` (on the first call) when `tx` reaches other data.
   */
  within?(tx: Querier): EventStore
  close(): Promise<void>
}

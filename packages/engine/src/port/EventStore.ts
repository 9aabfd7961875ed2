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

/** The host's open transaction, for any driver or query builder. */
export interface Querier {
  /** Runs a statement with parameters and returns its rows. */
  query(sql: string, params: readonly unknown[]): Promise<readonly Readonly<Record<string, unknown>>[]>
}

/**
 * The port to the store of the record: events in streams, and the rows that follow from them. SQLite, PostgreSQL and
 * memory implement it.
 */
export interface EventStore {
  /** The optional abilities of the store; each is false unless the store says otherwise. */
  readonly capabilities: Capabilities
  /**
   * Returns the version of a stream and its events after version `after`. A stream that does not exist has version 0
   * and no events.
   */
  load(ref: Ref, after?: number): Promise<{ readonly version: number; readonly events: readonly StoredEvent[] }>
  /**
   * Stores a unit completely or not at all. `conflict`: a stream has another version than expected. `key-reused`: the
   * key was used for other content.
   */
  append(unit: Unit): Promise<Appended>
  /**
   * Stores several units in one transaction, in order, each with its own result. If it throws, none of them is stored.
   */
  appendMany?(units: readonly Unit[]): Promise<readonly Appended[]>
  /**
   * Returns the events of a tenant after a position, in one order. After a page with `next`, no new event ever gets a
   * position before it. An empty page is the end for now.
   */
  read(
    tenant: string,
    after: number | null,
    limit: number
  ): Promise<{ readonly events: readonly StoredEvent[]; readonly next: number | null }>
  /** Returns whole streams of a tenant with all their events, in the order of their names, after a name. */
  histories(tenant: string, after: string | null, limit: number): Promise<readonly StreamHistory[]>
  /**
   * Returns the same as `histories`, but of each event only the clear part that figures need: neither sealed data nor
   * the actor.
   */
  clearHistories(tenant: string, after: string | null, limit: number): Promise<readonly StreamHistory<ClearEvent>[]>
  /** Returns names and versions of a tenant's streams, in the order of their names, after a name. */
  streams(tenant: string, after: string | null, limit: number): Promise<readonly Head[]>
  /** Returns the streams that have one of the next `limit` events after a position, in the order of their names. */
  moved(tenant: string, after: number | null, limit: number): Promise<StreamHeads>
  /** Returns stored rows of one kind, in the order of their keys, after a key. */
  filed<K extends RowKind>(
    tenant: string,
    kind: K,
    after: string | null,
    limit: number
  ): Promise<readonly FiledRow<K>[]>
  /** Replaces and removes rows, all or nothing. Writes no event. A replaced message counts as never tried. */
  refile(tenant: string, rows: Refiling): Promise<void>
  /** Claims due work of a tenant for a time, the earliest first. Nobody else gets it until the lease ends. */
  claim<K extends ClaimKind>(
    tenant: string,
    what: K,
    options: ClaimOptions
  ): Promise<readonly Extract<Claim, { kind: K }>[]>
  /**
   * Extends leases, counted from `now`. Returns the claims that are still held; the others have gone to somebody else.
   */
  renew(tenant: string, claims: readonly ClaimId[], lease: Lease): Promise<readonly ClaimId[]>
  /** Ends claims with their results. Claims of another tenant are left as they are. */
  settle(tenant: string, results: readonly Settlement[]): Promise<void>
  /**
   * Replaces several claimed messages by one new message, all or nothing. Returns false if one of the claims has gone
   * to somebody else.
   */
  join(tenant: string, claims: readonly ClaimId[], message: OutboxMessage): Promise<boolean>
  /** Returns a page of the rows of cases. */
  list(tenant: string, query?: CaseListQuery): Promise<Page<CaseListRow>>
  /** Counts the rows of cases, up to 10,000. */
  count(tenant: string, query?: CaseListQuery): Promise<RowCount>
  /** Returns a page of the rows of arrivals, the oldest first. */
  intake(tenant: string, query?: IntakeQuery): Promise<Page<IntakeRow>>
  /** Returns up to `limit` cases of a customer that were received before an instant, the latest first. */
  latest(tenant: string, customer: string, before: number, limit: number): Promise<readonly CaseHead[]>
  /** Returns how many cases of a customer, or of unknown customers, the search index has. */
  coverage(tenant: string, of: IndexedCustomer, edition: number): Promise<IndexCoverage>
  /**
   * Adds a segment to the search index. Cases whose stream has moved on since they were read are not counted as
   * indexed.
   */
  index(tenant: string, indexing: Indexing): Promise<void>
  /** Returns segments of the search index after a number, in the order in which they were added. */
  segments(tenant: string, of: IndexedCustomer, after: number, limit: number): Promise<readonly Segment[]>
  /** Removes segments of the search index. Their cases still count as indexed until the edition changes. */
  dropIndex(tenant: string, of: IndexedCustomer): Promise<void>
  /** Returns how far a projection has read the record, and how far it could read. */
  projection(tenant: string, name: string): Promise<ProjectionState>
  /**
   * Stores one step of a projection, all or nothing. Returns false and changes nothing if its mark is not the expected
   * one.
   */
  project(tenant: string, name: string, step: ProjectionStep): Promise<boolean>
  /** Returns rows of a projection in the order of the bytes of their keys. */
  projected(tenant: string, name: string, query: ProjectedQuery): Promise<readonly ProjectedRow[]>
  /** Returns messages that were given up, the oldest first, or that wait for another try, the next first. */
  undelivered(tenant: string, query: UndeliveredQuery): Promise<Page<UndeliveredLetter>>
  /** Makes given-up or failed messages due at an instant, as if never tried. Returns their number. */
  revive(tenant: string, ids: readonly string[], at: number): Promise<number>
  /** Returns the last position, the next due case and what waits. */
  status(tenant: string): Promise<StoreStatus>
  /** Returns a value that is kept beside a tenant's record, such as the mark of virtual time. */
  meta(tenant: string, key: string): Promise<Json | undefined>
  /** Stores a value beside a tenant's record. */
  setMeta(tenant: string, key: string, value: Json): Promise<void>
  /**
   * Returns the open transactions that a tenant waits for, the oldest first. Leave it out if transactions of others can
   * never block the store.
   */
  holders?(tenant: string): Promise<readonly OpenTransaction[]>
  /** Calls `listener` after each commit of a tenant. Returns a function that stops it. */
  watch?(tenant: string, listener: () => void): () => void
  /**
   * Returns this store inside the host's transaction: its appends commit or roll back with it. A conflict is returned,
   * never thrown, and nothing is retried. Errors: `tx/unsupported` on the first call if `tx` belongs to other data.
   */
  within?(tx: Querier): EventStore
  /** Closes the store. */
  close(): Promise<void>
}

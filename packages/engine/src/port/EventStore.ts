/**
 * The port of the record: seven methods for decisions (`load` to `list`) and some for maintenance. Only stores make
 * data durable. Every method concerns one tenant and neither reads nor changes anything of another one. A negative
 * answer (`conflict`, `key-reused`) is a value; a failure outside is thrown as a `StoreError`. `storeLaws` in
 * `@hearback/engine/testing` checks this contract.
 */
import type { CaseHead, IndexCoverage, IndexedCustomer, Indexing, Segment } from "./CaseIndex.ts"
import type { ClearEvent, Head, Json, Ref, SealedEvent, SealedPart, StoredEvent, StreamHistory } from "./Event.ts"
import type { CaseListQuery, CaseListRow, IntakeQuery, IntakeRow, IntakeState, Page, RowCount } from "./ListRow.ts"
import type { ProjectedQuery, ProjectedRow, ProjectionState, ProjectionStep } from "./Projection.ts"

/** Optional abilities of a store. Each is false unless the store says otherwise. */
export interface Capabilities {
  /** Whether several processes may share the data. Without it one process must own the store. */
  readonly multiProcess: boolean
  /** Whether `within` works. Without it a host's transaction is refused, never replaced by another one. */
  readonly hostTransaction: boolean
  /** Whether `watch` reports every commit of any process. Without it the engine polls. */
  readonly notify: boolean
  /** Whether `appendMany` works. Without it units are appended one by one. */
  readonly batch: boolean
}

/** The name of an optional ability. */
export type Capability = keyof Capabilities

/** One stream's part of a unit. Without events it only checks that the stream still has its version. */
export interface Write {
  readonly stream: string
  /** The version on which the decision was made; 0 for a stream that does not exist yet. */
  readonly expected: number
  /** The events of one command. They share its instant, actor, id and policy, and form one entry of the record. */
  readonly events: readonly SealedEvent[]
  readonly row?: CaseListRow
  /** Whether the words of the row's case have changed, so that its index entry is out of date. */
  readonly saysMore?: boolean
  readonly intake?: IntakeRow
}

/** A message that leaves after the commit.  Units: `notBefore` in ms since 1970. */
export interface OutboxMessage {
  /** The id of the event that caused it, and a number within the event: `stream/version/n`. */
  readonly id: string
  readonly kind: "message" | "command"
  /** Which workers can take it: each claims the lanes that it serves, and leaves the others to other processes. */
  readonly lane: string
  readonly to: string
  readonly channel?: string
  readonly body: Json
  /** The personal part, which is opened for delivery. */
  readonly sealed?: SealedPart
  readonly notBefore: number
  /** The trace of the work that caused it, which its delivery continues. Events do not contain it. */
  readonly trace?: string
}

/** A transaction, which is stored completely or not at all. */
export interface Unit {
  readonly tenant: string
  /** Identifies the unit within its tenant for good: a unit that is appended twice is stored once. */
  readonly key: string
  /** A hash of what was asked. The same key with another fingerprint is refused. */
  readonly fingerprint: string
  readonly writes: readonly Write[]
  readonly outbox: readonly OutboxMessage[]
  /** The answer, which is stored with the key and returned for a repetition. */
  readonly answer?: Json
}

/** The result of an append. */
export type Appended =
  | {
      readonly result: "appended"
      /** The position of the unit's last event, or of the tenant's last event if the unit has none. */
      readonly position: number
      readonly versions: Readonly<Record<string, number>>
      readonly events: readonly StoredEvent[]
    }
  | { readonly result: "replayed"; readonly events: readonly StoredEvent[]; readonly answer?: Json }
  /** A stream stands at another version than expected. Nothing is stored, the key is not used up. */
  | { readonly result: "conflict"; readonly stream: string; readonly version: number }
  | { readonly result: "key-reused" }

/** The name of one lease. Only the store knows its form. */
export type ClaimId = string

/** A claim on a case that is due. */
export interface DueClaim {
  readonly kind: "due"
  readonly id: ClaimId
  readonly case: string
  readonly dueAt: number
}

/** A claim on a message of the outbox. */
export interface OutboxClaim {
  readonly kind: "outbox"
  readonly id: ClaimId
  readonly message: OutboxMessage
  /** How often it was claimed before. A claim that was given back as `untried` does not count. */
  readonly attempts: number
}

/** A claim on work, which holds until its lease ends. */
export type Claim = DueClaim | OutboxClaim
/** The kind of claimed work. */
export type ClaimKind = Claim["kind"]

/** The time of a lease.  Units: `now` in ms since 1970, `leaseMs` in ms. */
export interface Lease {
  readonly now: number
  readonly leaseMs: number
}

/** What to claim, and for how long. */
export interface ClaimOptions extends Lease {
  readonly limit: number
  /** Only messages of these lanes; absent: of all lanes. */
  readonly lanes?: readonly string[]
}

/** The outcome of a claim. */
export interface Settlement {
  readonly claim: ClaimId
  /**
   * `done`: a message is removed; a due case is free again, and its next time is what the last append wrote. `retryAt`:
   * it is not offered earlier; `error` is kept with a message until it is done or tried again. `untried`: it is given
   * back as if not claimed, and not offered before that instant. `dead`: it was given up at an instant for a reason; a
   * message is kept and not offered until it is revived, a case not until an append writes its row. A claim whose lease
   * now belongs to somebody else settles nothing.
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
  /** Why it was given up; absent if it is tried again. */
  readonly reason?: string
  /** Why the last attempt failed. */
  readonly error?: string
  /** When it was given up, or when it is offered again. */
  readonly at: number
  /** How often it was claimed. */
  readonly attempts: number
}

/** Selects undelivered messages. */
export interface UndeliveredQuery {
  readonly state: UndeliveredLetter["state"]
  readonly after?: string
  readonly limit?: number
}

/** The messages that wait in a lane. `nextAt`: when the next one can be claimed.  Units: ms since 1970. */
export interface LaneStatus {
  readonly lane: string
  readonly nextAt: number
}

/** The status of a store for one tenant: its last position, its next due case, and what waits. */
export interface StoreStatus {
  /** The position of the tenant's last event; 0 if there is none. */
  readonly position: number
  /** When the next case can be claimed: due, and neither leased nor postponed. */
  readonly nextDueAt: number | null
  /** The earliest `dueAt` of any case, whoever holds it. If it lies far in the past, nobody works. */
  readonly oldestDueAt: number | null
  /**
   * `nextAt`: when the next message can be claimed. Failed messages are among the waiting ones. `lanes`: the lanes with
   * messages, in order of name.
   */
  readonly outbox: {
    readonly waiting: number
    readonly failing: number
    readonly nextAt: number | null
    readonly lanes: readonly LaneStatus[]
    readonly dead: number
  }
}

/** An open transaction of any program at a database server for which the store waits. */
export interface OpenTransaction {
  /** The process id at the server, which `pg_terminate_backend` takes. */
  readonly pid: number
  /** The name that the program gives itself at the server. */
  readonly application: string
  /** How long it has been open. */
  readonly seconds: number
  /** `events`: readers of events wait for its end. `writes`: a statement of the store waits for one of its locks. */
  readonly holdsUp: readonly ("events" | "writes")[]
}

/** Rows that follow from events, by kind. */
export interface RowKinds {
  readonly case: CaseListRow
  readonly arrival: IntakeRow
  readonly message: OutboxMessage
}

/** The kind of a row that follows from events. */
export type RowKind = keyof RowKinds

/** A row as it is stored, where lists and claims find it. */
export interface FiledRow<K extends RowKind> {
  readonly key: string
  /** Null if the stored value is not a row. */
  readonly row: RowKinds[K] | null
  /**
   * The names of columns for lists and claims that differ from the row. When a message is tried again is not among
   * them.
   */
  readonly torn: readonly string[]
}

/** Rows to write in place of those with the same keys, and keys of rows to remove. */
export interface Refiling {
  readonly put: { readonly [K in RowKind]: readonly RowKinds[K][] }
  readonly out: { readonly [K in RowKind]: readonly string[] }
}

/** The streams with events in a section of the record, each with its last event there. */
export interface StreamHeads {
  readonly heads: readonly Head[]
  /** The number of events in the section. */
  readonly events: number
  /** The position of its last event; null if it has none. */
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
  /** Returns the number of arrivals in a state. */
  countIntake(tenant: string, state: IntakeState): Promise<number>
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

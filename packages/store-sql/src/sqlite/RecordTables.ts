/** The tables of the record in a SQLite file. */
import type { Tables } from "../tables/Tables.ts"

/** The table of projections. The row without a key is the mark. */
const projection = [
  `CREATE TABLE hearback_projection (
    tenant TEXT NOT NULL,
    projection TEXT NOT NULL,
    key TEXT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (tenant, projection, key)
  ) STRICT`
]

/** The table of projections of the version before, with text bodies. */
const projected = [
  `CREATE TABLE hearback_projected (
    tenant TEXT NOT NULL,
    projection TEXT NOT NULL,
    key TEXT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (tenant, projection, last, key)
  ) STRICT, WITHOUT ROWID`,
  "CREATE UNIQUE INDEX hearback_projected_key ON hearback_projected (tenant, projection, key)"
]

/** The former indexes of worklists. */
const worklists = [
  "CREATE INDEX hearback_case_category_due ON hearback_case (tenant, category, promise_at, id)",
  "CREATE INDEX hearback_case_waiting ON hearback_case (tenant, awaits, promise_at, id) WHERE awaits IS NOT NULL"
]

/** The indexes of lists. They also contain the filtered columns, so that rows are filtered without reading cases. */
const orders = [
  "CREATE INDEX hearback_case_by_promise ON hearback_case (tenant, promise_at, id, state, kind, received_at, tags)",
  "CREATE INDEX hearback_case_by_received ON hearback_case (tenant, received_at, id, state, kind)",
  "CREATE INDEX hearback_case_by_owner ON hearback_case (tenant, owner, promise_at, id, state, kind)",
  "CREATE INDEX hearback_case_by_category ON hearback_case (tenant, category, received_at, id, state, kind)",
  "CREATE INDEX hearback_case_by_category_due ON hearback_case (tenant, category, promise_at, id, state, kind)"
]

/** The former indexes of lists. */
const ordersBefore = ["promise", "received", "owner", "category", "category_due"].map(
  (name) => `DROP INDEX IF EXISTS hearback_case_${name}`
)

/** The tables of the record. */
export const recordTables: Tables = {
  versionTable: "hearback_schema",
  witness: "hearback_entry",
  version: 13,
  migrations: [
    {
      to: 8,
      expand: ["ALTER TABLE hearback_schema ADD COLUMN oldest INTEGER NOT NULL DEFAULT 7"],
      contract: []
    },
    { to: 9, expand: ["ALTER TABLE hearback_outbox ADD COLUMN trace TEXT"], contract: [] },
    { to: 10, expand: projected, contract: [] },
    { to: 11, expand: worklists, contract: ["DROP INDEX IF EXISTS hearback_case_awaits"] },
    { to: 12, expand: projection, contract: ["DROP TABLE IF EXISTS hearback_projected"] },
    { to: 13, expand: orders, contract: ordersBefore }
  ],
  make: [
    `CREATE TABLE hearback_schema (
      version INTEGER NOT NULL, oldest INTEGER NOT NULL, store_id TEXT NOT NULL, keys_id TEXT NOT NULL
    ) STRICT`,
    // The events that one command added to one stream. The rowid is the position of the last one: with one writer, the
    // order of commits is the order of positions. `version` is that event's version, so later events are found by
    // either.
    `CREATE TABLE hearback_entry (
      position INTEGER PRIMARY KEY,
      tenant TEXT NOT NULL,
      stream TEXT NOT NULL,
      version INTEGER NOT NULL,
      events INTEGER NOT NULL,
      recorded_at INTEGER NOT NULL,
      actor TEXT NOT NULL,
      command TEXT NOT NULL,
      policy INTEGER NOT NULL,
      said BLOB NOT NULL,
      customers TEXT,
      sealed BLOB,
      hash BLOB NOT NULL,
      UNIQUE (tenant, stream, version)
    ) STRICT`,
    // An index of SQLite ends with the rowid, so a tenant's entries are in the order of their positions.
    "CREATE INDEX hearback_entry_tenant ON hearback_entry (tenant)",
    `CREATE TABLE hearback_policy (
      id INTEGER PRIMARY KEY,
      tenant TEXT NOT NULL,
      policy TEXT NOT NULL,
      sample BLOB,
      UNIQUE (tenant, policy)
    ) STRICT`,
    `CREATE TABLE hearback_stream (
      tenant TEXT NOT NULL,
      stream TEXT NOT NULL,
      version INTEGER NOT NULL,
      hash BLOB NOT NULL,
      PRIMARY KEY (tenant, stream)
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE hearback_unit (
      tenant TEXT NOT NULL,
      key BLOB NOT NULL,
      fingerprint BLOB NOT NULL,
      position INTEGER NOT NULL,
      events INTEGER NOT NULL,
      answer TEXT,
      PRIMARY KEY (tenant, key)
    ) STRICT, WITHOUT ROWID`,
    // One table for lists and for due instants, so that a case that changes cannot leave a timer behind.
    `CREATE TABLE hearback_case (
      tenant TEXT NOT NULL,
      id TEXT NOT NULL,
      owner TEXT NOT NULL,
      state TEXT NOT NULL,
      kind TEXT NOT NULL,
      category TEXT NOT NULL,
      customer TEXT,
      problem TEXT,
      received_at INTEGER NOT NULL,
      promise_at INTEGER NOT NULL,
      tags TEXT NOT NULL,
      awaits TEXT,
      body TEXT NOT NULL,
      due_at INTEGER,
      holder TEXT,
      lease_until INTEGER NOT NULL DEFAULT 0,
      indexed INTEGER NOT NULL DEFAULT 0,
      ready_at INTEGER GENERATED ALWAYS AS (max(due_at, lease_until)) VIRTUAL,
      PRIMARY KEY (tenant, id)
    ) STRICT`,
    "CREATE INDEX hearback_case_customer ON hearback_case (tenant, customer, received_at, id) WHERE customer IS NOT NULL",
    // The condition is always true. It keeps SQLite from using this index for lists that do not name it.
    "CREATE INDEX hearback_case_indexed ON hearback_case (tenant, customer, indexed) WHERE indexed >= 0",
    "CREATE INDEX hearback_case_problem ON hearback_case (tenant, problem, received_at, id) WHERE problem IS NOT NULL",
    "CREATE INDEX hearback_case_ready ON hearback_case (tenant, ready_at) WHERE due_at IS NOT NULL",
    "CREATE INDEX hearback_case_due ON hearback_case (tenant, due_at) WHERE due_at IS NOT NULL",
    `CREATE TABLE hearback_segment (
      tenant TEXT NOT NULL,
      customer TEXT NOT NULL,
      number INTEGER NOT NULL,
      key TEXT NOT NULL,
      sealed BLOB NOT NULL,
      PRIMARY KEY (tenant, customer, number)
    ) STRICT`,
    `CREATE TABLE hearback_intake (
      tenant TEXT NOT NULL,
      key TEXT NOT NULL,
      channel TEXT NOT NULL,
      state TEXT NOT NULL,
      received_at INTEGER NOT NULL,
      reason TEXT,
      case_id TEXT,
      PRIMARY KEY (tenant, key)
    ) STRICT, WITHOUT ROWID`,
    "CREATE INDEX hearback_intake_state ON hearback_intake (tenant, state, received_at, key)",
    "CREATE INDEX hearback_intake_received ON hearback_intake (tenant, received_at, key)",
    `CREATE TABLE hearback_outbox (
      tenant TEXT NOT NULL,
      id TEXT NOT NULL,
      lane TEXT NOT NULL,
      body TEXT,
      customer TEXT,
      sealed BLOB,
      not_before INTEGER NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      error TEXT,
      dead TEXT,
      dead_at INTEGER,
      holder TEXT,
      lease_until INTEGER NOT NULL DEFAULT 0,
      ready_at INTEGER GENERATED ALWAYS AS (max(not_before, lease_until)) VIRTUAL,
      trace TEXT,
      PRIMARY KEY (tenant, id)
    ) STRICT, WITHOUT ROWID`,
    "CREATE INDEX hearback_outbox_ready ON hearback_outbox (tenant, ready_at, lane) WHERE dead IS NULL",
    "CREATE INDEX hearback_outbox_failing ON hearback_outbox (tenant, ready_at, id) WHERE error IS NOT NULL AND dead IS NULL",
    "CREATE INDEX hearback_outbox_dead ON hearback_outbox (tenant, dead_at, id) WHERE dead IS NOT NULL",
    `CREATE TABLE hearback_meta (
      tenant TEXT NOT NULL,
      key TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (tenant, key)
    ) STRICT, WITHOUT ROWID`,
    ...projection,
    ...orders,
    "CREATE INDEX hearback_case_waiting ON hearback_case (tenant, awaits, promise_at, id) WHERE awaits IS NOT NULL"
  ]
}

/** The event store over SQL. */
export { type PostgresOptions, type PostgresStore, postgres } from "./postgres/PostgresStore.ts"
export { type SqliteOptions, type SqliteStore, sqlite } from "./sqlite/SqliteStore.ts"

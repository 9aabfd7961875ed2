/** The event store over SQL. */
export { type SqliteOptions, type SqliteStore, sqlite } from "./sqlite/SqliteStore.ts"

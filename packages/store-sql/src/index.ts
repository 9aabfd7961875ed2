/** The event stores in SQL databases. */
export { type PostgresOptions, type PostgresStore, postgres } from "./postgres/PostgresStore.ts"
export { postgresTables } from "./postgres/PostgresTables.ts"
export { type SqliteOptions, type SqliteStore, sqlite } from "./sqlite/SqliteStore.ts"
export { sqliteTables } from "./sqlite/SqliteTables.ts"
export { parts, type StoreTables, type TablesPart } from "./tables/Administration.ts"
export type { TablesStatus } from "./tables/Tables.ts"

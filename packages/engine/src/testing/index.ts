/** What an adapter's author tests with: the laws of the ports, broken stores that each law catches, sample values. */
export { type BrokenStore, brokenKeyStores, brokenStores } from "./BrokenStores.ts"
export { type Law, type Runner, register, type Subject } from "./Law.ts"
export type { StoreFixture, StoreLaw } from "./laws/Fixture.ts"
export { type KeyFixture, keyLaws } from "./laws/KeyLaws.ts"
export * as Sample from "./Sample.ts"
export { storeLaws } from "./StoreLaws.ts"

/** For authors of adapters: the laws of the ports, broken stores that each law catches, sample values. */
export { type BrokenStore, brokenKeyStores, brokenStores } from "./BrokenStores.ts"
export { type KeyFixture, keyLaws } from "./laws/KeyLaws.ts"
export { type Law, type Runner, register, type Subject } from "./laws/Law.ts"
export * as Sample from "./laws/Sample.ts"
export type { StoreFixture, StoreLaw } from "./laws/StoreFixture.ts"
export { storeLaws } from "./StoreLaws.ts"

/** For authors of adapters: the laws of the ports, broken adapters that each law finds, sample values. */
export type { Broken } from "./adapter/Broken.ts"
export { brokenChannels } from "./adapter/BrokenChannels.ts"
export { brokenClassifiers } from "./adapter/BrokenClassifiers.ts"
export { brokenCustomers } from "./adapter/BrokenCustomers.ts"
export { brokenDirectories } from "./adapter/BrokenDirectories.ts"
export { brokenReceivers, wholeReceiver } from "./adapter/BrokenReceivers.ts"
export {
  type Arrived,
  type ChannelAbility,
  type ChannelFixture,
  type ChannelLaw,
  channelLaws
} from "./adapter/ChannelLaws.ts"
export { type ClassifierFixture, type ClassifierLaw, classifierLaws } from "./adapter/ClassifierLaws.ts"
export { type CustomerFixture, type CustomerLaw, customerLaws } from "./adapter/CustomerLaws.ts"
export { type DirectoryFixture, type DirectoryLaw, directoryLaws } from "./adapter/DirectoryLaws.ts"
export {
  type ReceivingAbility,
  type ReceivingFixture,
  type ReceivingLaw,
  receivingLaws
} from "./adapter/ReceivingLaws.ts"
export { type BrokenStore, brokenKeyStores, brokenStores } from "./BrokenStores.ts"
export { type KeyFixture, keyLaws } from "./laws/KeyLaws.ts"
export { type Law, type LawSubject, register, type TestRunner } from "./laws/Law.ts"
export * as Sample from "./laws/Sample.ts"
export type { StoreFixture, StoreLaw } from "./laws/StoreFixture.ts"
export { storeLaws } from "./StoreLaws.ts"

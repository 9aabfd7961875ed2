/** The shell around the core: ports, in-memory adapters, and the engine put together from them. */

export { memoryKeyStore } from "./memory/MemoryKeyStore.ts"
export { memoryStore } from "./memory/MemoryStore.ts"
export type { CaseQuery, CaseRow, CaseState, Count, IntakeQuery, IntakeRow, IntakeState, Page } from "./port/CaseRow.ts"
export { countCap } from "./port/CaseRow.ts"
export type { Address, Channel, ChannelCapabilities, Delivery, Inbound, Outgoing, Taken } from "./port/Channel.ts"
export type { Classification, Classifier } from "./port/Classifier.ts"
export { type Clock, systemClock } from "./port/Clock.ts"
export { decodeCursor, encodeCursor, lastSort, type Place, pageSize } from "./port/Cursor.ts"
export type { Absence, Delegation, Directory, Person } from "./port/Directory.ts"
export type { Head, Json, Ref, Sealed, SealedEvent, StoredEvent } from "./port/Event.ts"
export type * from "./port/EventStore.ts"
export { type Ids, makeIds } from "./port/Id.ts"
export type { KeyStore } from "./port/KeyStore.ts"
export { isStoreError, type StoreError, type StoreErrorCode, storeError } from "./port/StoreError.ts"
export { canonical } from "./record/Canonical.ts"
export { genesis, link, sha256 } from "./record/Chain.ts"
export { seal, type Unsealed, unseal } from "./record/Seal.ts"
export { type Anchor, type Break, type Verification, verify } from "./record/Verify.ts"
export type { Arrival } from "./shell/Arrival.ts"
export type { Answer, Loaded, StoredCaseEvent } from "./shell/Cases.ts"
export { inTheClear } from "./shell/Codec.ts"
export {
  type Context,
  type CustomerRecord,
  type EngineError,
  type EngineErrorCode,
  engineError,
  type Rates
} from "./shell/Context.ts"
export { type Engine, type EngineOptions, openEngine } from "./shell/Engine.ts"
export type { Kept } from "./shell/Erasure.ts"
export type { Intake } from "./shell/Intake.ts"
export type { Moved, Moving } from "./shell/Moves.ts"
export type { Order } from "./shell/Order.ts"
export { remembered } from "./shell/Policies.ts"
export type { Quarantined } from "./shell/Quarantine.ts"
export type { Ticked } from "./shell/Work.ts"

/** The engine around the core: ports, in-memory adapters, and the engine that is assembled from them. */

export type { Audit, AuditFault, AuditReport, Rebuilt } from "./audit/Audit.ts"
export { checkedClock } from "./context/BoundedPorts.ts"
export type { DeliveryOptions, EngineContext, Rates } from "./context/Context.ts"
export { drawOf, secretOfDraws } from "./context/Draws.ts"
export { type EngineError, type EngineErrorCode, engineError, isOutage } from "./context/EngineError.ts"
export {
  type CallPort,
  defaultTimeouts,
  type Failure,
  inScope,
  makeCallNow,
  type PortCall,
  type PortName,
  type Timeouts
} from "./context/PortCall.ts"
export { activeBundle, isPolicyPublished } from "./context/PublishedPolicies.ts"
export { lanesOf, makeRoutes, type RouteOptions, type Routes } from "./context/Routes.ts"
export { type TextFingerprint, textFingerprints } from "./context/TextFingerprints.ts"
export type { AppendedAnswer, LoadedCase, StoredCaseEvent } from "./decide/Cases.ts"
export type { CommandEnvelope } from "./decide/CommandEnvelope.ts"
export type { MigratedCase, Migration, MigrationRequest } from "./decide/PolicyMigration.ts"
export { queuedMessage } from "./decide/QueuedMessage.ts"
export type { TickOptions, TickResult } from "./deliver/BackgroundWork.ts"
export { noticesIn } from "./deliver/JoinedMessage.ts"
export { defaultTenant, type Engine, type EngineOptions, openEngine } from "./Engine.ts"
export type { Consumer, HandlerContext } from "./follow/Consumers.ts"
export { readRecord } from "./follow/EventFeed.ts"
export { type Reception, startReception } from "./follow/Reception.ts"
export type { Arrival } from "./intake/Arrival.ts"
export type { Intake } from "./intake/Intake.ts"
export type { WaitingArrival } from "./intake/Quarantine.ts"
export { memoryKeyStore } from "./memory/MemoryKeyStore.ts"
export { memoryStore } from "./memory/MemoryStore.ts"
export { makeIds } from "./memory/RandomIds.ts"
export * as AwaitedName from "./name/AwaitedName.ts"
export * as EventType from "./name/EventType.ts"
export * as Lane from "./name/Lane.ts"
export * as MessageId from "./name/MessageId.ts"
export * as MetaKey from "./name/MetaKey.ts"
export * as Stream from "./name/Stream.ts"
export type * from "./port/CaseIndex.ts"
export type {
  Audience,
  Channel,
  Correspondent,
  Delivery,
  ErasedCustomer,
  Inbound,
  Outgoing,
  Taken
} from "./port/Channel.ts"
export type { Classification, Classifier } from "./port/Classifier.ts"
export { type Clock, systemClock } from "./port/Clock.ts"
export { type CursorPlace, decodeCursor, encodeCursor, itemsOf, lastSort, pageSize } from "./port/Cursor.ts"
export type { Absence, CustomerDirectory, CustomerRecord, Delegation, Directory, Person } from "./port/Directory.ts"
export type {
  ClearEvent,
  Head,
  Json,
  Ref,
  Sealed,
  SealedEvent,
  SealedPart,
  StoredEvent,
  StreamHistory
} from "./port/Event.ts"
export type * from "./port/EventStore.ts"
export type { Ids } from "./port/Ids.ts"
export type { Destroyed, KeyStore } from "./port/KeyStore.ts"
export type {
  CaseListQuery,
  CaseListRow,
  CaseState,
  IntakeQuery,
  IntakeRow,
  IntakeState,
  Page,
  RowCount
} from "./port/ListRow.ts"
export { countCap, openStates, tagsAsked, tagsOf } from "./port/ListRow.ts"
export type * from "./port/Projection.ts"
export { isStoreError, needWhole, type StoreError, type StoreErrorCode, storeError } from "./port/StoreError.ts"
export { genesis, link, linkText, sha256 } from "./record/Chain.ts"
export * as Entry from "./record/Entry.ts"
export { decodeClear } from "./record/EventCodec.ts"
export { pack, unpack } from "./record/PackedText.ts"
export { seal, type Unsealed, unseal } from "./record/Seal.ts"
export { openText } from "./record/SealedText.ts"
export { faultSentence, isLater, isRecordError } from "./record/shape/EventFault.ts"
export { type Anchor, type Break, type Verification, verify } from "./record/Verification.ts"
export type { LeftIn, RetainedRecord } from "./retention/Erasure.ts"
export {
  type Activity,
  type Attributes,
  activities,
  type CounterName,
  counters,
  type RunningActivity,
  silent,
  type Telemetry
} from "./telemetry/Telemetry.ts"

/**
 * Hearback is a workflow engine for customer complaints and feedback: a YAML policy says what evidence a case needs before it may
 * close.
 */
import { open } from "./open/LoopOpening.ts"

/** The names of a policy, as `hearback types` writes them, and those of any policy. */
export type { AnyNames, PolicyNames } from "@hearback/core"
/** The interfaces that adapters of a host implement, and types that the engine shares. */
export type {
  Absence,
  Anchor,
  Audience,
  Channel,
  Classification,
  Classifier,
  Clock,
  CustomerDirectory,
  CustomerRecord,
  Delegation,
  Delivery,
  Directory,
  EventStore,
  Failure,
  Ids,
  KeyStore,
  Outgoing,
  Page,
  Person,
  Rates,
  Timeouts
} from "@hearback/engine"
export type { LoopEvent } from "./answer/LoopEvent.ts"
export { type Outcome, orThrow } from "./answer/Outcome.ts"
export type { Place } from "./answer/Place.ts"
export type { Rejection } from "./answer/Rejection.ts"
export type { ActorReference } from "./call/Actor.ts"
export type { Call } from "./call/Call.ts"
export { type HearbackError, type HearbackErrorCode, hearbackError, isHearbackError } from "./call/HearbackError.ts"
export type { Instantish } from "./call/Instant.ts"
export type { CaseFilter, CaseQuery } from "./case/CaseQuery.ts"
export type { CaseView, LevelView } from "./case/CaseView.ts"
export type { ClockView } from "./case/ClockView.ts"
export type { Explanation } from "./case/Explanation.ts"
export type { DecidingWord, ReadingView, SaidAgain, SayingView } from "./case/FeedbackView.ts"
export type { EvidenceFieldView, GateView } from "./case/GateView.ts"
export type { Permission } from "./case/Permissions.ts"
export type { CaseRow } from "./case/Worklist.ts"
export type { CustomerCase, CustomerDesk, CustomerQuery, CustomerRow } from "./customer/CustomerDesk.ts"
export type { CustomerEntry } from "./customer/CustomerEntries.ts"
export type { Customers, CustomerView, Erased } from "./customer/Customers.ts"
export type { FormField, FormView, SurveyField } from "./customer/Form.ts"
export type { Promised, Reply } from "./customer/Promises.ts"
export type { Command, Desk } from "./desk/Desk.ts"
export type { EventsOptions } from "./desk/Events.ts"
export type { Feedback, FeedbackRow, Keyed } from "./desk/Feedback.ts"
export type { Previewed, PreviewOptions } from "./desk/Preview.ts"
export type { Receipt } from "./desk/Receipt.ts"
export type { Answers } from "./learning/Answers.ts"
export type { Figure, Granted, Heard, Verdict } from "./learning/Figure.ts"
export type { MeasureGroup } from "./learning/Groups.ts"
export type { Learning } from "./learning/Learning.ts"
export type { Measures, MeasuresQuery } from "./learning/Measures.ts"
export type { ReportStopped, SaidAndDone } from "./learning/PublicReport.ts"
export type { Review, WorthReadingReason } from "./learning/Review.ts"
export type { ConsumeOptions, Consumer, EventHandler } from "./loop/Consumers.ts"
export type { Health, HealthProblem } from "./loop/Health.ts"
export type { Loop } from "./loop/Loop.ts"
export type { Moved, MovedCase, MovingCases, PolicyVersions } from "./loop/PolicyVersions.ts"
export type { PolicyVersion, Published, Publishing } from "./loop/Publishing.ts"
export type { Quarantined, WaitingQuery } from "./loop/Quarantine.ts"
export type { RecordAudit, RecordBreak, Verified } from "./loop/RecordAudit.ts"
export type { Undelivered, UndeliveredMessage } from "./loop/Undelivered.ts"
export type { Work, WorkOptions } from "./loop/Work.ts"
export type { OpenOptions, PolicyFile } from "./open/OpenOptions.ts"
export type { Logger } from "./open/Reports.ts"
export { memory, type Store } from "./open/Store.ts"
export type { Preview } from "./preview/Preview.ts"
export type { OpenTelemetryApi } from "./telemetry/OpenTelemetry.ts"

/** Opens loops: `const loop = await Hearback.open({ policy: "policy.yaml", store: sqlite("loop.db") })`. */
export const Hearback = { open }

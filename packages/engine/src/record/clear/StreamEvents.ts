/** The events of each kind of stream, and which of their fields may be in the clear. */
import type { Case, Gathered, Problem, Publication, SurveyedCustomer } from "@hearback/core"
import type * as Stream from "../../name/Stream.ts"
import { decisionFields } from "./DecisionFields.ts"
import { dutyFields } from "./DutyFields.ts"
import { feedbackFields } from "./FeedbackFields.ts"
import type { ClearFields } from "./FieldRule.ts"
import {
  type ArrivalEvents,
  arrivalFields,
  ledgerFields,
  linkFields,
  problemFields,
  publicationFields,
  surveyFields
} from "./OtherFields.ts"

/** The bodies of events, by the kind of their stream and by name. */
export interface StreamEvents {
  readonly case: Case.Bodies
  readonly problem: Problem.ProblemEvents
  readonly authority: { readonly "authority-used": Gathered.LedgerEntry }
  readonly links: { readonly "case-linked-from": { readonly case: string } }
  readonly survey: SurveyedCustomer.CustomerEvents
  readonly arrival: ArrivalEvents
  readonly policy: Publication.PublicationEvents
}

/** The kind of a stream. */
export type StreamKind = Stream.Stream["kind"]

/** An event of a stream of this kind. */
export type StreamEvent<Kind extends StreamKind> = {
  readonly [Name in keyof StreamEvents[Kind]]: {
    readonly event: Name
    readonly at: number
    readonly why?: string
    readonly under?: string
  } & StreamEvents[Kind][Name]
}[keyof StreamEvents[Kind]]

/** The fields that may be in the clear, by kind of stream and by event. */
export const streamFields: { readonly [Kind in StreamKind]: ClearFields<StreamEvents[Kind]> } = {
  case: { ...feedbackFields, ...decisionFields, ...dutyFields },
  problem: problemFields,
  authority: ledgerFields,
  links: linkFields,
  survey: surveyFields,
  arrival: arrivalFields,
  policy: publicationFields
}

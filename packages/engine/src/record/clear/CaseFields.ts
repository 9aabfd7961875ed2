/** The fields of every event of a case that may stand in the clear. */
import type { Case } from "@hearback/core"
import { decisionFields } from "./DecisionFields.ts"
import { dutyFields } from "./DutyFields.ts"
import { feedbackFields } from "./FeedbackFields.ts"
import type { ClearFields } from "./FieldRule.ts"

export const caseFields: ClearFields<Case.Bodies> = { ...feedbackFields, ...decisionFields, ...dutyFields }

/** Why a stored event cannot be read, with its place and what to do. */
import type { Bundle } from "@hearback/core"
import { texts } from "../../text/Texts.ts"
import type { Misfit, ShapeExpectation } from "./Shape.ts"

/** The place of an event. */
interface Place {
  readonly stream: string
  readonly version: number
  /** The position in the whole record; absent if only the clear part was read. */
  readonly position?: number
  readonly type: string
}

/** Why an event cannot be read, with its place. */
export type EventFault = Place & Misread

/** Why an event cannot be read. */
export type Misread =
  | {
      /** A later version of hearback wrote its `type`, `version` or `seal`. */
      readonly reason: "type" | "version" | "seal"
    }
  /**
   * `torn`: it is no event at all. `damaged`: what is sealed are not the bytes that were sealed. `missing`: the head of its
   * stream names it, and it is not there.
   */
  | { readonly reason: "torn" | "damaged" | "missing" }
  | ({ readonly reason: "field" } & Misfit)

/** An event that cannot be read. The same error comes again until somebody acts. */
export interface RecordError extends Error {
  readonly name: "HearbackError"
  /** `record/later`: a later version of hearback wrote it. */
  readonly code: "record/later" | "record/unreadable"
  readonly retryable: false
  readonly fault: EventFault
}

/** Makes the error of an event that cannot be read. */
export const recordError = (fault: EventFault): RecordError =>
  Object.assign(new Error(faultSentence(fault, "en")), {
    name: "HearbackError" as const,
    code: isLater(fault) ? ("record/later" as const) : ("record/unreadable" as const),
    retryable: false as const,
    fault
  })

/** Returns whether a value is such an error. It compares the name, since two copies of a package may be loaded. */
export const isRecordError = (error: unknown): error is RecordError =>
  error instanceof Error && error.name === "HearbackError" && "fault" in error

/**
 * Returns whether a later version of hearback wrote the event. This process must then be upgraded; nothing is broken.
 */
export const isLater = (fault: EventFault): boolean =>
  fault.reason === "field"
    ? "be" in fault.expected && fault.expected.be === "none"
    : fault.reason !== "damaged" && fault.reason !== "torn" && fault.reason !== "missing"

/** Returns a sentence with what is wrong and what to do. */
export const faultSentence = (fault: EventFault, language: Bundle.Language): string => {
  const say = texts[language].fault
  const remedy = isLater(fault) ? say.upgrade : say.putBack
  return say.whole(fault, { position: fault.position, what: saying(fault, say), remedy })
}

type Texts = (typeof texts)[Bundle.Language]["fault"]

const saying = (fault: EventFault, say: Texts): string => {
  if (fault.reason !== "field") return say[fault.reason]
  const { path, expected, found } = fault
  const name = path.length === 0 ? undefined : `\`${path.join(".")}\``
  return "be" in expected && expected.be === "none"
    ? say.unknownField(name)
    : say.misfit(name, expectedSaying(expected, say), say.found[found])
}

const expectedSaying = (expected: ShapeExpectation, say: Texts): string => {
  if ("oneOf" in expected) return say.oneOf(expected.oneOf.map((word) => `\`${word}\``))
  return "length" in expected ? say.listOf(expected.length) : say.kind[expected.be]
}

/** Why a stored event cannot be read, with its place and what to do. */
import type { Bundle } from "@hearback/core"
import { texts } from "../../text/Texts.ts"
import type { Misfit, ShapeExpectation } from "./Shape.ts"

/** Where an event stands. */
interface Place {
  readonly stream: string
  readonly version: number
  /** In the whole record; absent where only the clear part was read. */
  readonly position?: number
  readonly type: string
}

export type EventFault = Place & Misread

export type Misread =
  | {
      /** `type`, `version`, `seal`: a later version of hearback wrote it. */
      readonly reason: "type" | "version" | "seal"
    }
  /**
   * `torn`: it is no event at all. `damaged`: what is sealed are not the bytes that were sealed. `missing`: the head of its
   * stream names it, and it is not there.
   */
  | { readonly reason: "torn" | "damaged" | "missing" }
  | ({ readonly reason: "field" } & Misfit)

/** An event that cannot be read: the same fails again until somebody acts. */
export interface RecordError extends Error {
  readonly name: "HearbackError"
  /** `record/later`: a later version of hearback wrote it. */
  readonly code: "record/later" | "record/unreadable"
  readonly retryable: false
  readonly fault: EventFault
}

export const recordError = (fault: EventFault): RecordError =>
  Object.assign(new Error(faultSentence(fault, "en")), {
    name: "HearbackError" as const,
    code: isLater(fault) ? ("record/later" as const) : ("record/unreadable" as const),
    retryable: false as const,
    fault
  })

/** Tells by the name, not by `instanceof`: two copies of a package may be loaded. */
export const isRecordError = (error: unknown): error is RecordError =>
  error instanceof Error && error.name === "HearbackError" && "fault" in error

/** Whether a later version of hearback wrote it: then this process has to be upgraded, and nothing is broken. */
export const isLater = (fault: EventFault): boolean =>
  fault.reason === "field"
    ? "be" in fault.expected && fault.expected.be === "none"
    : fault.reason !== "damaged" && fault.reason !== "torn" && fault.reason !== "missing"

/** Returns what is wrong and what to do. */
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

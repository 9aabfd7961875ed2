/** Checks the record, and derives its rows again. */
import { defined } from "@hearback/core"
import { type Anchor, type AuditFault, isLater } from "@hearback/engine"
import { auditSentence } from "../answer/AuditSentence.ts"
import type { Session } from "../call/Call.ts"
import { hearbackError } from "../call/HearbackError.ts"
import * as Shape from "../call/Shape.ts"
import { forgetSummaries } from "../learning/SummaryProjection.ts"

/** One place of the record that is not as it was recorded. */
export interface RecordBreak {
  /** The stream whose chain is broken. */
  readonly stream?: string
  /** The version of the first wrong event in `stream`. */
  readonly version?: number
  /** The position of an event that cannot be read. */
  readonly position?: number
  /** The field of this event that does not have its type. */
  readonly field?: string
  /** The kind of row that differs from the events. */
  readonly row?: "case" | "arrival" | "message"
  /** The id of this row. */
  readonly id?: string
  /** The fields of this row that differ. */
  readonly fields?: readonly string[]
  /**
   * The problem in one word: `altered`, `missing`, `rewritten`, `lost`, `later` (written by a later version of
   * Hearback) …
   */
  readonly problem: string
  /** The problem as a sentence, in the language of the loop. */
  readonly message: string
}

/** The result of a check of the record: each place that is not as it was recorded. */
export interface Verified {
  /** Whether the whole record is intact. */
  readonly ok: boolean
  /** The number of streams. */
  readonly streams: number
  /** The number of events. */
  readonly events: number
  /** The places that are not intact. */
  readonly breaks: readonly RecordBreak[]
  /** The last signed checkpoint; absent if the record was never signed. */
  readonly checkpoint?: {
    readonly number: number
    readonly at: Date
    readonly position: number
    readonly events: number
  }
}

/** Checks that the record is complete and unchanged, and computes its rows again. */
export interface RecordAudit {
  /**
   * Checks the whole record: the chains of events, the signatures, and the rows that follow from events. What is intact
   * is signed.
   */
  verify(options?: { readonly anchor?: Anchor }): Promise<Verified>
  /**
   * `anchor` returns the whole record as one hash; undefined if it is empty. `rebuild` computes the rows of cases,
   * arrivals and waiting messages again and corrects those that differ; nothing else may use the store meanwhile.
   * `restored`: the store was replaced by a copy on purpose. Errors: `record/broken` if events are damaged.
   */
  readonly record: {
    /** The record as it is now, in one hash; undefined where nothing is recorded. Errors: `record/broken`. */
    anchor(): Promise<Anchor | undefined>
    /**
     * Derives the rows of cases, arrivals and waiting messages from the events again, and puts right those that
     * differ. Nothing else may be at work on the store meanwhile. `restored`: the store was put back from a copy on
     * purpose, and is signed anew as it is.
     *
     * Errors: `record/broken` where the events are not whole.
     */
    rebuild(options?: { readonly restored?: boolean }): Promise<{
      readonly put: Readonly<Record<"case" | "arrival" | "message", number>>
      readonly out: Readonly<Record<"case" | "arrival" | "message", number>>
    }>
  }
}

const anchorFields: Shape.ArgumentFields = {
  position: Shape.wholeNumber,
  digest: {
    says: "64 hexadecimal digits",
    fits: (value) => typeof value === "string" && /^[0-9a-f]{64}$/u.test(value)
  }
}

/** Makes the methods that check the record. */
export const recordAuditOf = ({ engine, language, begin }: Session): RecordAudit => ({
  verify: async (options) => {
    begin()
    Shape.check("verify", options, { anchor: Shape.anything })
    if (options?.anchor !== undefined) {
      Shape.check("anchor", options.anchor, anchorFields)
      Shape.required("anchor", options.anchor, ["position", "digest"])
    }
    const { ok, streams, events, faults, checkpoint } = await engine.audit.verify(options?.anchor)
    const breaks = faults.map((fault) => ({ ...placeOf(fault), message: auditSentence(fault, language) }))
    const signed = checkpoint && { ...checkpoint, at: new Date(checkpoint.at) }
    return defined({ ok, streams, events, breaks, checkpoint: signed })
  },
  record: {
    anchor: async () => {
      begin()
      const { faults, anchor } = await engine.audit.verify()
      if (faults.some(({ kind }) => kind !== "row"))
        throw hearbackError(
          "record/broken",
          "the record is not whole, so there is nothing to anchor: `verify` says where"
        )
      return anchor ?? undefined
    },
    rebuild: async (options) => {
      begin()
      Shape.check("rebuild", options, { restored: Shape.flag })
      await forgetSummaries(engine)
      return engine.audit.rebuild(options)
    }
  }
})

const placeOf = (fault: AuditFault): Omit<RecordBreak, "message"> => {
  switch (fault.kind) {
    case "stream":
      return { stream: fault.stream, version: fault.version, problem: fault.reason }
    case "event": {
      const { stream, version, position, reason } = fault.fault
      const field = "path" in fault.fault ? { field: fault.fault.path.join(".") } : {}
      return { stream, version, ...defined({ position }), ...field, problem: isLater(fault.fault) ? "later" : reason }
    }
    case "row":
      return { row: fault.row, id: fault.key, fields: fault.fields, problem: fault.reason }
    case "checkpoint":
      return { problem: fault.reason }
    case "anchor":
      return { problem: "not-anchored" }
  }
}

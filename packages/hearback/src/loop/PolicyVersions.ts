/** Moving open cases to another version of the policy, or to its calendars: looked at first, then done on the record. */
import { randomUUID } from "node:crypto"
import { type Bundle, defined, Text } from "@hearback/core"
import type { MigratedCase, Migration } from "@hearback/engine"
import { type Rejection, rejectionOf } from "../answer/Rejection.ts"
import { governor } from "../call/Actor.ts"
import type { Session } from "../call/Call.ts"
import { dateOrNull } from "../call/Instant.ts"
import * as Shape from "../call/Shape.ts"
import { type Publishing, publishingOf } from "./Publishing.ts"

/** Which open cases are moved, and where to. Closed cases never change. */
export interface MovingCases {
  /** A version that is published: its bundle, its content hash or the beginning of one. Default: the version in force. */
  readonly to?: string | Bundle.Bundle
  /** Only to the calendars of that version: holidays that were published since. */
  readonly only?: "calendars"
  /** Default: every open case. */
  readonly cases?: readonly string[]
}

/** What a move changes on a case. */
export interface MovedCase {
  readonly case: string
  /** Content hashes. */
  readonly from: string
  readonly to: string
  /**
   * Clocks that run before or after the move. Without `before` or `after` the clock does not run at that time; null
   * means that it has no due. `kept`: the length, in words, that the version gives and that this clock does not take, since
   * it keeps its deadline (`on-new-version: keep`).
   */
  readonly clocks: readonly {
    readonly clock: string
    readonly before?: Date | null
    readonly after?: Date | null
    readonly kept?: string
  }[]
  readonly demanded: readonly string[]
  readonly notNeeded: readonly string[]
  /** Why it was not moved: a move after which it would demand less takes the authority for that. */
  readonly rejection?: Rejection
}

/**
 * The result for each case, or the reason why none is moved: the person may not, or it is not a version of this policy.
 */
export type Moved =
  | { readonly ok: true; readonly cases: readonly MovedCase[] }
  | { readonly ok: false; readonly rejection: Rejection }

/** The versions of the policy: the one in force, publishing another one, and moving cases to it. */
export interface PolicyVersions extends Publishing {
  /** What each case would come to; nothing is stored. */
  preview(moving?: MovingCases): Promise<Moved>
  /**
   * Moves them in the name of somebody who may by the policy in force (`authority.move`), one append a case, with who
   * and why on record. The same `key` moves nothing twice.
   * Errors: `policy/not-published` for a version that is not published; on virtual time any will do.
   */
  move(moving: MovingCases & { readonly by: string; readonly reason: string; readonly key?: string }): Promise<Moved>
}

const movingFields: Shape.ArgumentFields = {
  to: Shape.either(Shape.name, Shape.bundle),
  only: Shape.oneOf(["calendars"]),
  cases: Shape.listOf(Shape.name)
}

/** Makes the methods about versions of the policy. */
export const policyVersionsOf = (session: Session): PolicyVersions => {
  const { engine } = session
  return {
    ...publishingOf(session),
    preview: async (moving = {}) => {
      session.begin()
      Shape.check("policy.preview", moving, movingFields)
      return moved(session, "preview", await engine.migration.preview(moving))
    },
    move: async (order) => {
      session.begin()
      Shape.check("policy.move", order, { ...movingFields, by: Shape.anything, reason: Shape.text, key: Shape.name })
      Shape.required("policy.move", order, ["reason"])
      const { by, reason, key = randomUUID(), ...moving } = order
      const actor = await governor(engine, by)
      return moved(session, "move", await engine.migration.move(moving, { actor, reason, key }))
    }
  }
}

const moved = (session: Session, asked: string, migration: Migration): Moved => {
  if ("cases" in migration) return { ok: true, cases: migration.cases.map((one) => movedCase(session, one)) }
  const refusal = { asked, reasons: migration.refusal, allowed: [], onFile: false }
  return { ok: false, rejection: rejectionOf(session, session.engine.policies.active, refusal) }
}

const movedCase = (session: Session, { clocks, refusal, ...moved }: MigratedCase): MovedCase =>
  defined({
    ...moved,
    clocks: clocks.map(({ clock, before, after, kept }) =>
      defined({
        clock,
        before: before === undefined ? undefined : dateOrNull(before),
        after: after === undefined ? undefined : dateOrNull(after),
        kept: kept && Text.length(kept, session.language)
      })
    ),
    rejection: refusal && rejectionOf(session, session.engine.policies.active, refusal)
  })

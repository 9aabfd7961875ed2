/** Moves open cases to another version of the policy, or to its calendars: as a preview, or recorded. */
import { randomUUID } from "node:crypto"
import { type Bundle, defined, Text } from "@hearback/core"
import type { MigratedCase, Migration } from "@hearback/engine"
import { type Rejection, rejectionOf } from "../answer/Rejection.ts"
import { governor } from "../call/Actor.ts"
import type { Session } from "../call/Call.ts"
import { dateOrNull } from "../call/Instant.ts"
import * as Shape from "../call/Shape.ts"
import { type Publishing, publishingOf } from "./Publishing.ts"

/** Which open cases are moved to which version of the policy. Closed cases never change. */
export interface MovingCases {
  /**
   * A published version: its bundle, its content hash or the first characters of the hash. Default: the version in
   * force.
   */
  readonly to?: string | Bundle.Bundle
  /** Takes only the calendars of that version, for example new holidays. */
  readonly only?: "calendars"
  /** The ids of the cases. Default: every open case. */
  readonly cases?: readonly string[]
}

/** The changes of one case by a move to another version of the policy. */
export interface MovedCase {
  readonly case: string
  /** The content hash of the version before. */
  readonly from: string
  /** The content hash of the new version. */
  readonly to: string
  /**
   * The clocks that run before or after the move, with their deadlines; null if there is no deadline yet, absent if the
   * clock does not run. `kept`: the length that the new version gives and that the clock does not take, because it
   * keeps its deadline (`on-new-version: keep`).
   */
  readonly clocks: readonly {
    readonly clock: string
    readonly before?: Date | null
    readonly after?: Date | null
    readonly kept?: string
  }[]
  /** Gates that the case needs only after the move. */
  readonly demanded: readonly string[]
  /** Gates that the case no longer needs after the move. */
  readonly notNeeded: readonly string[]
  /** Why the case was not moved: it would demand less, and the person has no authority for that. */
  readonly rejection?: Rejection
}

/**
 * The result of a move for each case, or why no case was moved: the person has no authority for it, or the version is
 * none of this policy.
 */
export type Moved =
  | { readonly ok: true; readonly cases: readonly MovedCase[] }
  | { readonly ok: false; readonly rejection: Rejection }

/** The versions of the policy: publish one, and move open cases to it. */
export interface PolicyVersions extends Publishing {
  /** Returns what a move would change on each case. Stores nothing. */
  preview(moving?: MovingCases): Promise<Moved>
  /**
   * Moves cases in the name of a person with the authority for it (`authority.move`); the record has who and why. The
   * same `key` moves nothing twice. Errors: `policy/not-published` if the version is not published; on virtual time it
   * need not be.
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

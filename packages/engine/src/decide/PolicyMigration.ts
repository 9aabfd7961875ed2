/**
 * Moves open cases to another version of the policy, or to the calendars of the active one. No case moves by itself.
 * Each move is one step of its case, in an append of its own. Closed cases do not change.
 */

import type { Actor, Bundle, Command, Policy, Refusal } from "@hearback/core"
import { Actor as Actors, defined, Governing, Step, Version } from "@hearback/core"
import type { EngineContext } from "../context/Context.ts"
import { engineError } from "../context/EngineError.ts"
import * as UnitKey from "../name/UnitKey.ts"
import { itemsOf } from "../port/Cursor.ts"
import { openStates } from "../port/ListRow.ts"
import { isRecordError } from "../record/shape/EventFault.ts"
import type { Cases, LoadedCase } from "./Cases.ts"

/** Which open cases to move, and to which version. */
export interface MigrationRequest {
  /** A version: its bundle, its content hash or the beginning of the hash; by default the active one. */
  readonly to?: string | Bundle.Bundle
  /** Moves cases only to the calendars of that version; they keep their own version. */
  readonly only?: "calendars"
  /** The ids of the cases; by default all open ones. */
  readonly cases?: readonly string[]
}

/** How one case changes with a move. */
export interface MigratedCase extends Version.CaseChange {
  readonly from: string
  readonly to: string
  /** Why it keeps its version: whoever moves it may not remove its demands. */
  readonly refusal?: Refusal.Refusal
}

/** A case after a move, or why it was not moved. */
interface Moved extends LoadedCase {
  readonly refusal?: Refusal.Refusal
}

/** How each case changes, or why none is moved: the actor may not, or it is not a version of this policy. */
export type Migration =
  | { readonly cases: readonly MigratedCase[] }
  | { readonly refusal: readonly Refusal.RefusalReason[] }

/** Moves open cases to another version. */
export interface PolicyMigration {
  /** Returns how each case would change, without storing anything. */
  preview(moving: MigrationRequest): Promise<Migration>
  /**
   * Moves the cases, if the policy in force allows it to the actor. Returns how each has changed, or why it was not
   * moved. `key` identifies the move for good.
   */
  move(
    moving: MigrationRequest,
    as: { readonly actor: Actor.Actor; readonly reason: string; readonly key: string }
  ): Promise<Migration>
}

/** Makes the migration of an engine's cases. */
export const makePolicyMigration = (context: EngineContext, cases: Cases): PolicyMigration => {
  const openCases = async (): Promise<readonly string[]> => {
    const query = { state: openStates, order: "received", limit: 200 } as const
    const found: string[] = []
    for await (const { id } of itemsOf((place) => context.store.list(context.tenant, { ...query, ...place })))
      found.push(id)
    return found
  }

  const versionOf = async ({ to }: MigrationRequest): Promise<Policy.Policy> => {
    if (to === undefined) return context.policies.active
    if (typeof to !== "string") return context.policies.load(to)
    const found = await context.policies.version(to)
    if (found === undefined) throw engineError("policy/unknown-version", `the store has no version "${to}"`)
    return found
  }

  /** Returns the policy to which a case would move; undefined if it has it already, is closed or is not known. */
  const targetOf = (
    moving: MigrationRequest,
    version: Policy.Policy,
    { state, policy }: LoadedCase
  ): Policy.Policy | undefined => {
    if (state.version === 0 || state.lifecycle.closedAt !== undefined) return undefined
    const to = moving.only === "calendars" ? context.policies.withCalendars(policy, version.bundle) : version
    const isThere = state.policy?.content === to.bundle.content && state.policy.calendars === to.bundle.calendarsHash
    return isThere ? undefined : to
  }

  const commandOf = (moving: MigrationRequest, reason: string): Command.Command =>
    moving.only === "calendars" ? { do: "move-calendar", reason } : { do: "move-policy", reason }

  const migratedCase = (before: LoadedCase, under: Policy.Policy, { refusal, ...after }: Moved): MigratedCase =>
    defined({
      from: before.policy.bundle.content,
      to: under.bundle.content,
      ...Version.compare(before, after),
      refusal
    })

  /** Returns why a bundle is refused: it is another policy's, in which the same names may mean something else. */
  const againstOther = ({ bundle }: Policy.Policy): readonly Refusal.RefusalReason[] => {
    const policy = context.policies.active.bundle.id
    return bundle.id === policy ? [] : [{ code: "governing/other-policy", says: { policy, other: bundle.id } }]
  }

  const forEachCase = async (
    moving: MigrationRequest,
    version: Policy.Policy,
    act: (before: LoadedCase, under: Policy.Policy) => Promise<Moved>
  ): Promise<Migration> => {
    const result: MigratedCase[] = []
    let unread: unknown
    for (const id of moving.cases ?? (await openCases()))
      try {
        const before = await cases.load(id)
        const under = targetOf(moving, version, before)
        if (under !== undefined) result.push(migratedCase(before, under, await act(before, under)))
      } catch (cause) {
        // A case that fails delays no other.
        if (!isRecordError(cause)) throw cause
        unread = cause
      }
    if (unread !== undefined) throw unread
    return { cases: result }
  }

  return {
    preview: async (moving) => {
      await context.policies.refresh()
      const version = await versionOf(moving)
      const refusal = againstOther(version)
      if (refusal.length > 0) return { refusal }
      return forEachCase(moving, version, async (before, under) => {
        const now = context.clock.now()
        const timer = { id: "preview", occurredAt: now, receivedAt: now, actor: Actors.system("timer"), draw: 1 }
        const meta = async (policy: Policy.Policy) => ({
          ...timer,
          gathered: { people: await context.staff.at(policy, now), ledgers: {} }
        })
        const told = Step.step(before.policy, before.state, { do: "time" }, await meta(before.policy))
        const moved = Step.step(under, told.state, commandOf(moving, "preview"), await meta(under))
        return { state: moved.state, policy: under }
      })
    },
    move: async (moving, { actor, reason, key }) => {
      await context.policies.refresh()
      const version = await versionOf(moving)
      const { authority } = context.policies.active.bundle
      const refusal = [
        ...Governing.againstMoving(authority, actor),
        ...Governing.againstSilence(reason),
        ...againstOther(version)
      ]
      if (refusal.length > 0) return { refusal }
      await context.policies.admit(version.bundle)
      return forEachCase(moving, version, async ({ state: { id }, policy }, under) => {
        // Everything that is due fires first, under the version that the case still has.
        await cases.execute({
          case: id,
          command: { do: "time" },
          actor: Actors.system("timer"),
          key: UnitKey.timeBeforeMove(id, key)
        })
        const answer = await cases.execute({
          case: id,
          command: commandOf(moving, reason),
          actor,
          key: UnitKey.policyMove(key, id),
          under
        })
        const { state, refusal } = answer
        return refusal === undefined ? { state, policy: answer.policy } : { state, policy, refusal }
      })
    }
  }
}

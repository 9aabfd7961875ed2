/**
 * Moves open cases to another version of the policy, or to the calendars of the active one. No case moves by itself. Each
 * move is one step of its case, in an append of its own. Closed cases stay as they are.
 */
import type { Actor, Bundle, Command, Policy, Refusal } from "@hearback/core"
import { Actor as Actors, defined, Step, Version } from "@hearback/core"
import type { Context } from "../context/Context.ts"
import { engineError } from "../context/EngineError.ts"
import * as UnitKey from "../name/UnitKey.ts"
import { openStates } from "../port/ListRow.ts"
import { itemsOf } from "../port/Paging.ts"
import type { Cases, Loaded } from "./Cases.ts"

/** Which open cases, and where to. */
export interface MigrationRequest {
  /** A version: its bundle, its content hash or the beginning of one; default the active one. */
  readonly to?: string | Bundle.Bundle
  /** Only to the calendars of that version; the cases stay with their own version. */
  readonly only?: "calendars"
  /** Default all open ones. */
  readonly cases?: readonly string[]
}

export interface MigratedCase extends Version.Change {
  readonly from: string
  readonly to: string
  /** Why it stays under the version that it has: whoever moves it may not let it demand less. */
  readonly refusal?: Refusal.Refusal
}

/** A case after a move, or why it was not moved. */
interface Moved extends Loaded {
  readonly refusal?: Refusal.Refusal
}

export interface PolicyMigration {
  /** Returns how each case would change; nothing is stored. */
  preview(moving: MigrationRequest): Promise<readonly MigratedCase[]>
  /** Moves the cases, and returns how each has changed, or why it was not moved. `key` names the move for good. */
  move(
    moving: MigrationRequest,
    as: { readonly actor: Actor.Actor; readonly reason: string; readonly key: string }
  ): Promise<readonly MigratedCase[]>
}

export const makePolicyMigration = (context: Context, cases: Cases): PolicyMigration => {
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

  /** The policy that a case would be under; undefined where it is there already, is closed or is not known. */
  const targetOf = (
    moving: MigrationRequest,
    version: Policy.Policy,
    { state, policy }: Loaded
  ): Policy.Policy | undefined => {
    if (state.version === 0 || state.lifecycle.closedAt !== undefined) return undefined
    const to = moving.only === "calendars" ? context.policies.withCalendars(policy, version.bundle) : version
    const isThere = state.policy?.content === to.bundle.content && state.policy.calendars === to.bundle.calendarsHash
    return isThere ? undefined : to
  }

  const commandOf = (moving: MigrationRequest, reason: string): Command.Command =>
    moving.only === "calendars" ? { do: "move-calendar" } : { do: "move-policy", reason }

  const migratedCase = (before: Loaded, under: Policy.Policy, { refusal, ...after }: Moved): MigratedCase =>
    defined({
      from: before.policy.bundle.content,
      to: under.bundle.content,
      ...Version.compare(before, after),
      refusal
    })

  const forEachCase = async (
    moving: MigrationRequest,
    act: (before: Loaded, under: Policy.Policy) => Promise<Moved>
  ): Promise<readonly MigratedCase[]> => {
    const result: MigratedCase[] = []
    const version = await versionOf(moving)
    for (const id of moving.cases ?? (await openCases())) {
      const before = await cases.load(id)
      const under = targetOf(moving, version, before)
      if (under !== undefined) result.push(migratedCase(before, under, await act(before, under)))
    }
    return result
  }

  return {
    preview: (moving) =>
      forEachCase(moving, async (before, under) => {
        const now = context.clock.now()
        const timer = { id: "preview", occurredAt: now, receivedAt: now, actor: Actors.system("timer") }
        const meta = async (policy: Policy.Policy) => ({
          ...timer,
          gathered: { people: await context.staff.at(policy, now), ledgers: {} }
        })
        const told = Step.step(before.policy, before.state, { do: "time" }, await meta(before.policy))
        const moved = Step.step(under, told.state, commandOf(moving, "preview"), await meta(under))
        return { state: moved.state, policy: under }
      }),
    move: async (moving, { actor, reason, key }) => {
      await context.policies.admit((await versionOf(moving)).bundle)
      return forEachCase(moving, async ({ state: { id }, policy }, under) => {
        // Whatever is due by now fires under the version that the case still has.
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

/**
 * Open cases moved to another version of the policy, or to the calendars of the active one: never by themselves. Each
 * move is one step of its case, in an append of its own; closed cases stay as they are.
 */
import type { Actor, Bundle, Command, Policy } from "@hearback/core"
import { Actor as Actors, Step, Version } from "@hearback/core"
import type { Context } from "../context/Context.ts"
import { engineError } from "../context/Context.ts"
import type { Cases, Loaded } from "./Cases.ts"

/** Which open cases, and where to. */
export interface Moving {
  /** A version: its bundle, its content hash or the beginning of one; default the active one. */
  readonly to?: string | Bundle.Bundle
  /** Only to the calendars of that version; the cases stay with their own version. */
  readonly only?: "calendars"
  /** Default all open ones. */
  readonly cases?: readonly string[]
}

export interface Moved extends Version.Change {
  readonly from: string
  readonly to: string
}

export interface Moves {
  /** What each case that would move would come to; nothing is stored. */
  preview(moving: Moving): Promise<readonly Moved[]>
  /** Moves them, and says what each came to. `key` names the move for good. */
  move(
    moving: Moving,
    as: { readonly actor: Actor.Actor; readonly reason: string; readonly key: string }
  ): Promise<readonly Moved[]>
}

export const makeMoves = (x: Context, cases: Cases): Moves => {
  const open = async (): Promise<readonly string[]> => {
    const found: string[] = []
    for (let after: string | undefined; ; ) {
      const query = { state: ["open", "customer-loop-closed"] as const, order: "received" as const, limit: 200 }
      const page = await x.store.list(x.tenant, after === undefined ? query : { ...query, after })
      found.push(...page.items.map(({ id }) => id))
      if (page.next === undefined) return found
      after = page.next
    }
  }

  const versionOf = async ({ to }: Moving): Promise<Policy.Policy> => {
    if (to === undefined) return x.policies.active
    if (typeof to !== "string") return x.policies.load(to)
    const found = await x.policies.version(to)
    if (found === undefined) throw engineError("policy/unknown-version", `the store has no version "${to}"`)
    return found
  }

  /** The policy that a case would be under; undefined where it is there already, is closed or is not known. */
  const targetOf = (moving: Moving, version: Policy.Policy, { state, policy }: Loaded): Policy.Policy | undefined => {
    if (state.version === 0 || state.lifecycle.closedAt !== undefined) return undefined
    const to = moving.only === "calendars" ? x.policies.withCalendars(policy, version.bundle) : version
    const isThere = state.policy?.content === to.bundle.content && state.policy.calendars === to.bundle.calendarsHash
    return isThere ? undefined : to
  }

  const commandOf = (moving: Moving, reason: string): Command.Command =>
    moving.only === "calendars" ? { do: "move-calendar" } : { do: "move-policy", reason }

  const says = (before: Loaded, after: Loaded): Moved => ({
    from: before.policy.bundle.content,
    to: after.policy.bundle.content,
    ...Version.compare(before, after)
  })

  const each = async (
    moving: Moving,
    act: (before: Loaded, under: Policy.Policy) => Promise<Loaded | undefined>
  ): Promise<readonly Moved[]> => {
    const result: Moved[] = []
    const version = await versionOf(moving)
    for (const id of moving.cases ?? (await open())) {
      const before = await cases.load(id)
      const under = targetOf(moving, version, before)
      const after = under === undefined ? undefined : await act(before, under)
      if (after !== undefined) result.push(says(before, after))
    }
    return result
  }

  return {
    preview: (moving) =>
      each(moving, async (before, under) => {
        const now = x.clock.now()
        const timer = { id: "preview", occurredAt: now, receivedAt: now, actor: Actors.system("timer") }
        const meta = async (policy: Policy.Policy) => ({
          ...timer,
          gathered: { people: await x.staff.at(policy, now), ledgers: {} }
        })
        const told = Step.step(before.policy, before.state, { do: "time" }, await meta(before.policy))
        const moved = Step.step(under, told.state, commandOf(moving, "preview"), await meta(under))
        return { state: moved.state, policy: under }
      }),
    move: async (moving, { actor, reason, key }) => {
      await x.policies.keep((await versionOf(moving)).bundle)
      return each(moving, async ({ state: { id } }, under) => {
        // What is due by now fires under the version that the case still has.
        await cases.execute({
          case: id,
          command: { do: "time" },
          actor: Actors.system("timer"),
          key: `time:${id}:${key}`
        })
        const answer = await cases.execute({
          case: id,
          command: commandOf(moving, reason),
          actor,
          key: `move:${key}:${id}`,
          under
        })
        return answer.refusal === undefined ? { state: answer.state, policy: answer.policy } : undefined
      })
    }
  }
}

/** Problems: counts the cases of one cause, and sends the count to them through the outbox. */
import { Actor, canonical, Problem } from "@hearback/core"
import type { Context } from "../context/Context.ts"
import { engineError } from "../context/Context.ts"
import * as CommandAddress from "../name/CommandAddress.ts"
import * as EventType from "../name/EventType.ts"
import * as MessageId from "../name/MessageId.ts"
import * as Stream from "../name/Stream.ts"
import type { Json, SealedEvent, StoredEvent } from "../port/Event.ts"
import { sha256 } from "../record/Chain.ts"
import { commandId } from "../record/CommandId.ts"
import { makeRecentCache } from "./RecentCache.ts"

export interface Problems {
  /** Does nothing the second time: the key is the outbox message that asked for it. */
  execute(id: string, command: Problem.ProblemCommand, key: string): Promise<void>
  load(id: string): Promise<Problem.Problem>
}

const maxAttempts = 8
const cacheSize = 200

const eventOf = (stored: StoredEvent): Problem.ProblemEvent => {
  const body = stored.clear as Readonly<Record<string, Json>>
  return { event: EventType.parse(stored.type).name, at: stored.at, ...body } as unknown as Problem.ProblemEvent
}

export const makeProblems = (context: Context): Problems => {
  const cache = makeRecentCache<Problem.Problem>(cacheSize)
  const load = async (id: string): Promise<Problem.Problem> => {
    const known = cache.get(id) ?? Problem.empty(id)
    const { events } = await context.store.load(
      { tenant: context.tenant, stream: Stream.render({ kind: "problem", id }) },
      known.version
    )
    const problem = events.reduce((before, stored) => Problem.evolve(before, eventOf(stored)), known)
    cache.set(id, problem)
    return problem
  }
  return {
    load,
    execute: async (id, command, key) => {
      for (let attempt = 0; attempt < maxAttempts; attempt++) {
        const before = await load(id)
        const now = context.clock.now()
        const policy = context.policies.active
        const { events, state, tell } = Problem.step(policy, before, command, now)
        if (events.length === 0) return
        const stream: Stream.Stream = { kind: "problem", id }
        const sealed = events.map(
          ({ event, at, ...clear }): SealedEvent => ({
            type: EventType.current(event),
            at,
            recordedAt: now,
            actor: Actor.nameOf(Actor.system("problem")),
            command: commandId(key),
            policy: policy.bundle.content,
            clear: clear as unknown as Json
          })
        )
        const outbox = tell.map(({ case: member, command: told }, index) => ({
          id: MessageId.render({ stream, version: state.version, index }),
          kind: "command" as const,
          to: CommandAddress.render({ kind: "case", id: member }),
          body: told as unknown as Json,
          notBefore: now
        }))
        const fingerprint = sha256(canonical(command))
        const appended = await context.store.append({
          tenant: context.tenant,
          key,
          fingerprint,
          writes: [{ stream: Stream.render(stream), expected: before.version, events: sealed }],
          outbox
        })
        if (appended.result !== "conflict") return
      }
      throw engineError("store/conflict", `problem ${id} is changed by many at once`, true)
    }
  }
}

/** Problems: counts the cases of one cause, and sends the count to them through the outbox. */
import { Actor, canonical, Problem } from "@hearback/core"
import type { EngineContext } from "../context/Context.ts"
import * as CommandAddress from "../name/CommandAddress.ts"
import * as Lane from "../name/Lane.ts"
import * as MessageId from "../name/MessageId.ts"
import * as Stream from "../name/Stream.ts"
import type { Json } from "../port/Event.ts"
import { sha256 } from "../record/Chain.ts"
import { commandId } from "../record/CommandId.ts"
import { decodeClear, encodeClear } from "../record/EventCodec.ts"
import { lastRecorded, recordedTime } from "../record/RecordedTime.ts"
import { makeRecentCache } from "./RecentCache.ts"

/** Executes commands to problems. */
export interface Problems {
  /** Executes a command. A repeated key, which is the id of the outbox message, changes nothing. */
  execute(id: string, command: Problem.ProblemCommand, key: string): Promise<void>
  load(id: string): Promise<Problem.Problem>
}

const cacheSize = 200

interface LoadedProblem {
  readonly state: Problem.Problem
  /** When its last event was recorded.  Units: ms since 1970. */
  readonly recordedAt: number | undefined
}

/** Makes the problems of an engine. */
export const makeProblems = (context: EngineContext): Problems => {
  const cache = makeRecentCache<LoadedProblem>(cacheSize)
  const load = async (id: string): Promise<LoadedProblem> => {
    const { state: known, recordedAt } = cache.get(id) ?? { state: Problem.empty(id), recordedAt: undefined }
    const { events } = await context.store.load(
      { tenant: context.tenant, stream: Stream.render({ kind: "problem", id }) },
      known.version
    )
    const problem = events.reduce(
      (before, stored) => Problem.evolve(before, decodeClear("problem", stored, stored.stream)),
      known
    )
    const loaded = { state: problem, recordedAt: lastRecorded(events) ?? recordedAt }
    cache.set(id, loaded)
    return loaded
  }

  /** Stores a step; returns undefined if another append was faster. */
  const commit = async (
    { state: before, recordedAt }: LoadedProblem,
    command: Problem.ProblemCommand,
    key: string
  ): Promise<true | undefined> => {
    const time = recordedTime(context.clock.now(), recordedAt)
    const now = time.recordedAt
    const policy = context.policies.active
    const { events, state, tell } = Problem.step(policy, before, command, now)
    if (events.length === 0) return true
    const stream: Stream.Stream = { kind: "problem", id: before.id }
    const envelope = {
      ...time,
      actor: Actor.nameOf(Actor.system("problem")),
      command: commandId(key),
      policy: policy.bundle.content
    }
    const encoded = events.map((event) => encodeClear("problem", envelope, event))
    const outbox = tell.map(({ case: member, command: told }, index) => ({
      id: MessageId.render({ stream, version: state.version, index }),
      kind: "command" as const,
      lane: Lane.render({ kind: "command" }),
      to: CommandAddress.render({ kind: "case", id: member }),
      body: told as unknown as Json,
      notBefore: now
    }))
    const appended = await context.store.append({
      tenant: context.tenant,
      key,
      fingerprint: sha256(canonical(command)),
      writes: [{ stream: Stream.render(stream), expected: before.version, events: encoded }],
      outbox
    })
    return appended.result === "conflict" ? undefined : true
  }

  return {
    load: async (id) => (await load(id)).state,
    execute: async (id, command, key) => {
      await context.attempt({
        queues: [Stream.render({ kind: "problem", id })],
        scope: {},
        conflict: `problem ${id} is changed by many at once`,
        decide: () => load(id),
        commit: (before) => commit(before, command, key)
      })
    }
  }
}

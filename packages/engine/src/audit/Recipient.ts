/** The recipient of a message that belongs to no case: a question of a survey, or what a problem tells its cases. */
import { Problem } from "@hearback/core"
import * as CommandAddress from "../name/CommandAddress.ts"
import type { MessageId } from "../name/MessageId.ts"
import type { StoredEvent } from "../port/Event.ts"
import { decodeClear } from "../record/EventCodec.ts"

/** Returns the recipient of a message by the events of its stream; undefined if they have none. */
export const recipientOf = (
  { stream, version, index }: MessageId,
  events: readonly StoredEvent[]
): string | undefined => {
  if (stream.kind === "survey") return stream.id
  const last = events[version - 1]
  if (stream.kind !== "problem" || last === undefined) return undefined
  const all = events.slice(0, version).map((stored) => decodeClear("problem", stored, stored.stream))
  const unit = all.filter((_, n) => events[n]?.command === last.command)
  const told = Problem.toldBy(all.reduce(Problem.evolve, Problem.empty(stream.id)), unit)[index]
  return told === undefined ? undefined : CommandAddress.render({ kind: "case", id: told })
}

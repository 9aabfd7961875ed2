/** The transaction that stores a decision on a case: sealed events, worklist row, uses of authority, messages. */
import type { Case, Policy, Step } from "@hearback/core"
import { Actor, canonical, defined, Outbound } from "@hearback/core"
import type { EngineContext } from "../context/Context.ts"
import * as CommandAddress from "../name/CommandAddress.ts"
import * as Lane from "../name/Lane.ts"
import * as MessageId from "../name/MessageId.ts"
import * as Stream from "../name/Stream.ts"
import type { Json, SealedEvent } from "../port/Event.ts"
import type { OutboxMessage, Unit, Write } from "../port/EventStore.ts"
import { sha256 } from "../record/Chain.ts"
import { wordsOf } from "../record/clear/PolicyWords.ts"
import { encode } from "../record/EventCodec.ts"
import * as KeySubject from "../record/KeySubject.ts"
import type { RecordedTime } from "../record/RecordedTime.ts"
import { type Sealer, sealer } from "../record/Seal.ts"
import { sealRefusal } from "../record/SealedRefusal.ts"
import { type LedgerState, ledgerWrites } from "./AuthorityLedger.ts"
import type { CommandEnvelope } from "./CommandEnvelope.ts"
import { linkWrites } from "./LinkedCases.ts"
import { queuedMessage } from "./QueuedMessage.ts"
import { worklistRow } from "./WorklistRow.ts"

/** A step, with the data on which it was decided. */
export interface Decision {
  readonly policy: Policy.Policy
  readonly before: Case.Case
  readonly step: Step.Step
  readonly ledger: LedgerState
  readonly time: RecordedTime
  /** The id of the command. */
  readonly command: string
}

/** Returns the unit that stores a step: its events, the row of the case, the uses of authority, the messages. */
export const transactionOf = async (
  context: EngineContext,
  envelope: CommandEnvelope,
  { policy, before, step, ledger, time, command }: Decision
): Promise<Unit> => {
  const { events, state } = step
  const now = time.recordedAt
  const sealers = new Map<string, Promise<Sealer>>()
  const sealerOf = (subject: KeySubject.KeySubject): Promise<Sealer> => {
    const name = KeySubject.render(subject)
    const known = sealers.get(name) ?? envelope.batch?.sealer(subject) ?? sealer(context.keys, context.tenant, name)
    sealers.set(name, known)
    return known
  }
  const eventEnvelope = {
    ...time,
    actor: Actor.nameOf(envelope.actor),
    command,
    policy: policy.bundle.content,
    sealer: (n: number) => sealerOf(KeySubject.subjectOf(state, events[n] as Case.CaseEvent)),
    words: wordsOf(policy)
  }
  const sealed = await encode("case", eventEnvelope, events)
  const stream: Stream.Stream = { kind: "case", id: state.id }
  const writes: Write[] = [...(envelope.with ?? [])]
  if (sealed.length > 0)
    writes.push({
      stream: Stream.render(stream),
      expected: before.version,
      events: sealed,
      row: worklistRow(policy, state, now),
      saysMore: saysMore(before, step)
    })
  writes.push(...ledgerWrites(envelope, step, ledger, eventEnvelope))
  writes.push(...(await linkWrites(context, state, events, eventEnvelope)))
  const trace = context.telemetry.trace()
  const outbox = events
    .flatMap((event, i) => outboxOf(state, event, sealed[i] as SealedEvent, { version: before.version + i + 1, now }))
    .map((message) => (trace === undefined ? message : { ...message, trace }))
  const { refusal } = step
  const refused = refusal && (await sealRefusal(refusal, () => sealerOf(KeySubject.ofCase(state))))
  return {
    tenant: context.tenant,
    // A host's key may be personal, such as an e-mail address, so only its hash is stored.
    key: sha256(envelope.key),
    fingerprint: sha256(
      canonical({
        case: envelope.command.do === "submit" ? "" : envelope.case,
        command: fingerprintedCommand(envelope),
        actor: Actor.nameOf(envelope.actor)
      })
    ),
    writes,
    outbox,
    answer: defined({ case: state.id, version: state.version, refused: refused as unknown as Json | undefined })
  }
}

/** Returns whether the words or numbers by which a case is found have changed. */
const saysMore = (before: Case.Case, { state, events }: Step.Step): boolean =>
  before.conversation.said !== state.conversation.said ||
  before.feedback.facts !== state.feedback.facts ||
  events.some(({ event }) => event === "customer-erased")

/** Returns the outbox messages of an event of a case; `state` is the case after the unit of the event. */
export const outboxOf = (
  state: Case.Case,
  event: Case.CaseEvent,
  stored: SealedEvent,
  { version, now }: { readonly version: number; readonly now: number }
): readonly OutboxMessage[] =>
  Outbound.outbound(state, event).map((out, index) =>
    outboxMessageOf(out, MessageId.render({ stream: { kind: "case", id: state.id }, version, index }), stored, now)
  )

const outboxMessageOf = (out: Outbound.Outbound, id: string, event: SealedEvent, now: number): OutboxMessage => {
  if (out.to === "channel") return queuedMessage(id, event, now)
  const body = out.to === "erasure" ? {} : (out.command as unknown as Json)
  const lane = Lane.render({ kind: "command" })
  return { id, kind: "command", lane, to: CommandAddress.render(addressOf(out)), body, notBefore: now }
}

const addressOf = (out: Exclude<Outbound.Outbound, { readonly to: "channel" }>): CommandAddress.CommandAddress => {
  switch (out.to) {
    case "case":
      return { kind: "case", id: out.case }
    case "problem":
      return { kind: "problem", id: out.problem }
    case "customer":
      return { kind: "survey", id: out.customer }
    case "erasure":
      return { kind: "erasure", id: out.case }
  }
}

/**
 * Returns what identifies the command's content. The engine chooses the id of a new case, so the id is not part of it.
 */
const fingerprintedCommand = (envelope: CommandEnvelope): unknown => {
  if (envelope.command.do !== "submit") return envelope.command
  const { case: _, ...submission } = envelope.command
  return submission
}

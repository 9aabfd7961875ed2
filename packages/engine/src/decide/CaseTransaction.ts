/** The transaction that stores a decision on a case: events, worklist row, uses of authority, outbox. What is personal is sealed. */
import type { Case, Policy, Step } from "@hearback/core"
import { Outbound } from "@hearback/core"
import type { Context } from "../context/Context.ts"
import type { Json, Sealed } from "../port/Event.ts"
import type { OutboxMessage, Unit, Write } from "../port/EventStore.ts"
import { canonical } from "../record/Canonical.ts"
import { sha256 } from "../record/Chain.ts"
import { encode } from "../record/EventCodec.ts"
import { subjectOf } from "../record/KeySubject.ts"
import { type Sealer, sealer } from "../record/Seal.ts"
import { type LedgerState, ledgerWrites } from "./AuthorityLedger.ts"
import type { CommandEnvelope } from "./CommandEnvelope.ts"
import { worklistRow } from "./WorklistRow.ts"

/** A step, and what it was decided on.  Units: `now` in ms since 1970. */
export interface Decision {
  readonly policy: Policy.Policy
  readonly before: Case.Case
  readonly step: Step.Step
  readonly ledger: LedgerState
  readonly now: number
}

/** Returns the unit that stores what a step decided: its events, the case's row, the uses of authority, the messages. */
export const transactionOf = async (
  context: Context,
  envelope: CommandEnvelope,
  { policy, before, step, ledger, now }: Decision
): Promise<Unit> => {
  const { events, state } = step
  const sealers = new Map<string, Promise<Sealer>>()
  const sealerOf = (subject: string): Promise<Sealer> => {
    const known =
      sealers.get(subject) ?? envelope.batch?.sealer(subject) ?? sealer(context.keys, context.tenant, subject)
    sealers.set(subject, known)
    return known
  }
  const eventEnvelope = {
    recordedAt: now,
    actor: envelope.actor.id,
    command: commandId(envelope.key),
    policy: policy.bundle.content,
    sealer: (n: number) => sealerOf(subjectOf(state, events[n] as Case.CaseEvent)),
    personalFacts: personalFacts(policy)
  }
  const sealed = await encode(eventEnvelope, events)
  const writes: Write[] = [...(envelope.with ?? [])]
  if (sealed.length > 0)
    writes.push({
      stream: `case/${state.id}`,
      expected: before.version,
      events: sealed,
      row: worklistRow(policy, state, now)
    })
  writes.push(...ledgerWrites(envelope, step, ledger, eventEnvelope))
  const outbox: OutboxMessage[] = []
  for (const [i, event] of events.entries())
    for (const [n, out] of Outbound.outbound(state, event).entries())
      outbox.push(outboxMessageOf(out, `case/${state.id}/${before.version + i + 1}/${n}`, sealed[i]?.sealed, now))
  const { refusal } = step
  return {
    tenant: context.tenant,
    key: envelope.key,
    fingerprint: sha256(
      canonical({
        case: envelope.command.do === "submit" ? "" : envelope.case,
        command: fingerprintedCommand(envelope),
        actor: envelope.actor.id
      })
    ),
    writes,
    outbox,
    answer: {
      case: state.id,
      version: state.version,
      ...(refusal === undefined ? {} : { refusal: refusal as unknown as Json })
    }
  }
}

/** What is personal in a message is what its event has sealed: one ciphertext stands in both. */
const outboxMessageOf = (
  out: Outbound.Outbound,
  id: string,
  sealed: Sealed | undefined,
  now: number
): OutboxMessage => {
  if (out.to === "channel") {
    const { text: _, notBefore = now, ...clear } = out.message
    const channel = out.message.channel === undefined ? {} : { channel: out.message.channel }
    return {
      id,
      kind: "message",
      to: out.message.to,
      ...channel,
      body: clear as unknown as Json,
      ...(sealed === undefined ? {} : { sealed }),
      notBefore: Math.max(now, notBefore)
    }
  }
  if (out.to === "erasure") return { id, kind: "command", to: `erasure/${out.case}`, body: {}, notBefore: now }
  const to =
    out.to === "problem"
      ? `problem/${out.problem}`
      : out.to === "customer"
        ? `asked/${out.customer}`
        : `case/${out.case}`
  return { id, kind: "command", to, body: out.command as unknown as Json, notBefore: now }
}

const personalFactsByPolicy = new WeakMap<Policy.Policy, ReadonlySet<string>>()

/** Facts that the policy declares personal. */
const personalFacts = (policy: Policy.Policy): ReadonlySet<string> => {
  const known =
    personalFactsByPolicy.get(policy) ??
    new Set(Object.entries(policy.bundle.facts).flatMap(([name, fact]) => (fact.personal === undefined ? [] : [name])))
  personalFactsByPolicy.set(policy, known)
  return known
}

/** Approvals and offers are known by the command that asked for them; short, so that people can name them. */
export const commandId = (key: string): string => sha256(key).slice(0, 12)

/** The case's id is the shell's own: the same submission twice is the same whatever id it would have got. */
const fingerprintedCommand = (envelope: CommandEnvelope): unknown => {
  if (envelope.command.do !== "submit") return envelope.command
  const { case: _, ...submission } = envelope.command
  return submission
}

/** What is stored of a decision, as one unit: whatever of it is personal is sealed. */
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
import * as Ledger from "./AuthorityLedger.ts"
import type { Order } from "./CommandEnvelope.ts"
import { rowOf } from "./WorklistRow.ts"

/** A step, and what it was decided on.  Units: `now` in ms since 1970. */
export interface Decision {
  readonly policy: Policy.Policy
  readonly before: Case.Case
  readonly step: Step.Step
  readonly ledger: Ledger.Read
  readonly now: number
}

/** Returns the unit that stores what a step decided: its events, the case's row, the uses of authority, what leaves. */
export const unitOf = async (
  x: Context,
  order: Order,
  { policy, before, step, ledger, now }: Decision
): Promise<Unit> => {
  const { events, state } = step
  const sealers = new Map<string, Promise<Sealer>>()
  const sealerOf = (subject: string): Promise<Sealer> => {
    const known = sealers.get(subject) ?? order.batch?.sealer(subject) ?? sealer(x.keys, x.tenant, subject)
    sealers.set(subject, known)
    return known
  }
  const envelope = {
    recordedAt: now,
    actor: order.actor.id,
    command: commandId(order.key),
    policy: policy.bundle.content,
    sealer: (n: number) => sealerOf(subjectOf(state, events[n] as Case.CaseEvent)),
    personalFacts: personalFacts(policy)
  }
  const sealed = await encode(envelope, events)
  const writes: Write[] = [...(order.with ?? [])]
  if (sealed.length > 0)
    writes.push({
      stream: `case/${state.id}`,
      expected: before.version,
      events: sealed,
      row: rowOf(policy, state, now)
    })
  writes.push(...Ledger.writes(order, step, ledger, envelope))
  const outbox: OutboxMessage[] = []
  for (const [i, event] of events.entries())
    for (const [n, out] of Outbound.outbound(state, event).entries())
      outbox.push(message(out, `case/${state.id}/${before.version + i + 1}/${n}`, sealed[i]?.sealed, now))
  const { refusal } = step
  return {
    tenant: x.tenant,
    key: order.key,
    fingerprint: sha256(
      canonical({
        case: order.command.do === "submit" ? "" : order.case,
        command: commandOf(order),
        actor: order.actor.id
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
const message = (out: Outbound.Outbound, id: string, sealed: Sealed | undefined, now: number): OutboxMessage => {
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

const personal = new WeakMap<Policy.Policy, ReadonlySet<string>>()

/** Facts that the policy declares personal. */
const personalFacts = (policy: Policy.Policy): ReadonlySet<string> => {
  const known =
    personal.get(policy) ??
    new Set(Object.entries(policy.bundle.facts).flatMap(([name, fact]) => (fact.personal === undefined ? [] : [name])))
  personal.set(policy, known)
  return known
}

/** Approvals and offers are known by the command that asked for them; short, so that people can name them. */
export const commandId = (key: string): string => sha256(key).slice(0, 12)

/** The case's id is the shell's own: the same submission twice is the same whatever id it would have got. */
const commandOf = (order: Order): unknown => {
  if (order.command.do !== "submit") return order.command
  const { case: _, ...submission } = order.command
  return submission
}

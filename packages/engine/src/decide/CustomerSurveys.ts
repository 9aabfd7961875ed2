/**
 * Surveys: our questions to customers. Each customer has one stream, so that two cases never ask at once. At the
 * beginning of a period all known customers are asked.
 */
import { Actor, canonical, defined, Frequency, type Refusal, SurveyedCustomer } from "@hearback/core"
import type { EngineContext } from "../context/Context.ts"
import * as Lane from "../name/Lane.ts"
import * as MessageId from "../name/MessageId.ts"
import * as MetaKey from "../name/MetaKey.ts"
import * as Stream from "../name/Stream.ts"
import * as UnitKey from "../name/UnitKey.ts"
import type { Json, SealedEvent } from "../port/Event.ts"
import type { OutboxMessage } from "../port/EventStore.ts"
import { sha256 } from "../record/Chain.ts"
import { commandId } from "../record/CommandId.ts"
import { wordsOf } from "../record/clear/PolicyWords.ts"
import { decode, encode } from "../record/EventCodec.ts"
import * as KeySubject from "../record/KeySubject.ts"
import { lastRecorded, type RecordedTime, recordedTime } from "../record/RecordedTime.ts"
import { sealer } from "../record/Seal.ts"
import { isRecordError } from "../record/shape/EventFault.ts"

/** Asks customers and records what they want. */
export interface CustomerSurveys {
  /** Executes a command to a customer's stream; returns why not if it is refused. A repeated `key` changes nothing. */
  execute(
    customer: string,
    command: SurveyedCustomer.CustomerCommand,
    key: string,
    signal?: AbortSignal
  ): Promise<readonly Refusal.RefusalReason[]>
  load(customer: string): Promise<SurveyedCustomer.SurveyCustomer>
  /**
   * Reports an event of the host about a customer without a case; returns why not if the policy does not declare the
   * event.
   */
  signal(event: string, customer: string, key: string, signal?: AbortSignal): Promise<readonly Refusal.RefusalReason[]>
  /** Asks all known customers by each channel whose next period has begun. Returns whether anybody was asked. */
  round(): Promise<boolean>
}

interface Loaded {
  readonly state: SurveyedCustomer.SurveyCustomer
  /** When its last event was recorded.  Units: ms since 1970. */
  readonly recordedAt: number | undefined
}

/** A step, with the data on which it was decided. */
interface Decided {
  readonly before: SurveyedCustomer.SurveyCustomer
  readonly step: SurveyedCustomer.CustomerStep
  readonly time: RecordedTime
}

const streamOf = (customer: string): Stream.Stream => ({ kind: "survey", id: customer })

/** Makes the surveys of an engine. */
export const makeCustomerSurveys = (context: EngineContext): CustomerSurveys => {
  const load = async (customer: string): Promise<Loaded> => {
    const { events } = await context.store.load({ tenant: context.tenant, stream: Stream.render(streamOf(customer)) })
    // A consent in the host's record holds until the customer says otherwise here.
    const onFile = (await context.customers(customer))?.consent ?? []
    let state: SurveyedCustomer.SurveyCustomer = {
      ...SurveyedCustomer.empty(customer),
      consents: Object.fromEntries(onFile.map((name) => [name, null]))
    }
    for (const stored of events) state = SurveyedCustomer.evolve(state, await decode(context.keys, "survey", stored))
    return { state, recordedAt: lastRecorded(events) }
  }

  /** Returns the messages of a step. The sealed text of a question is in its event and in its message. */
  const messages = (
    step: SurveyedCustomer.CustomerStep,
    before: SurveyedCustomer.SurveyCustomer,
    sealed: readonly SealedEvent[],
    now: number
  ): readonly OutboxMessage[] =>
    step.send.map(({ subject: _, text: __, notBefore = now, ...clear }, index) => {
      const at = step.events.findIndex(({ event }) => event === "customer-asked")
      const secret = sealed[at]?.sealed
      return {
        id: MessageId.render({ stream: streamOf(before.customer), version: before.version + at + 1, index }),
        kind: "message",
        lane: Lane.render(Lane.ofMessage(clear)),
        to: clear.to,
        ...defined({ channel: clear.channel, sealed: secret }),
        body: clear as unknown as Json,
        notBefore
      }
    })

  const decide = async (customer: string, command: SurveyedCustomer.CustomerCommand): Promise<Decided> => {
    const { state: before, recordedAt } = await load(customer)
    const time = recordedTime(context.clock.now(), recordedAt)
    const now = time.recordedAt
    const { language, facts } = (await context.customers(customer)) ?? {}
    const known = command.do === "ask" ? { ...defined({ language, facts }), ...command } : command
    return { before, step: SurveyedCustomer.step(context.policies.active, before, known, now), time }
  }

  const commit = async (
    customer: string,
    command: SurveyedCustomer.CustomerCommand,
    key: string,
    { before, step, time }: Decided
  ): Promise<readonly Refusal.RefusalReason[] | undefined> => {
    if (step.refusal !== undefined) return step.refusal
    if (step.events.length === 0) return []
    const policy = context.policies.active
    const sealed = await encode(
      "survey",
      {
        ...time,
        actor: Actor.nameOf(Actor.system("survey")),
        command: commandId(key),
        policy: policy.bundle.content,
        sealer: () => sealer(context.keys, context.tenant, KeySubject.render({ kind: "customer", id: customer })),
        words: wordsOf(policy)
      },
      step.events
    )
    const appended = await context.store.append({
      tenant: context.tenant,
      key: sha256(key),
      fingerprint: sha256(canonical([customer, command as unknown as Json])),
      writes: [{ stream: Stream.render(streamOf(customer)), expected: before.version, events: sealed }],
      outbox: messages(step, before, sealed, time.recordedAt)
    })
    return appended.result === "conflict" ? undefined : []
  }

  const execute: CustomerSurveys["execute"] = (customer, command, key, signal) =>
    context.attempt({
      queues: [Stream.render(streamOf(customer))],
      scope: { signal },
      conflict: `customer ${customer} is asked by many at once`,
      decide: () => decide(customer, command),
      commit: (decided) => commit(customer, command, key, decided)
    })

  const signal: CustomerSurveys["signal"] = async (event, customer, key, aborted) => {
    const { bundle, surveys } = context.policies.active
    const { events } = bundle
    if (!events.includes(event))
      return [{ code: "intake/unknown-event", rule: "events", says: { event, known: events } }]
    for (const { channel, after } of surveys)
      if (after._tag === "EventHappened" && after.event === event)
        await execute(customer, { do: "ask", channel }, UnitKey.eventSurvey(key, channel), aborted)
    return []
  }

  /**
   * Asks everybody for a period. A customer whose record cannot be read delays nobody else.  Errors: as for `execute`.
   */
  const askAll = async (channel: string, period: string): Promise<boolean> => {
    let isAsked = false
    let unread: unknown
    for (const customer of await context.known())
      try {
        const key = UnitKey.periodSurvey(channel, period, customer)
        isAsked = (await execute(customer, { do: "ask", channel, period }, key)).length === 0 || isAsked
      } catch (cause) {
        if (!isRecordError(cause)) throw cause
        unread = cause
      }
    if (unread !== undefined) throw unread
    return isAsked
  }

  const round = async (): Promise<boolean> => {
    const policy = context.policies.active
    const now = context.clock.now()
    let isAsked = false
    for (const [channel, { mode, frequency }] of Object.entries(policy.bundle.channels)) {
      if (mode !== "active" || frequency === undefined) continue
      const name = MetaKey.lastSurvey(channel)
      const period = Frequency.periodOf(frequency, now, policy.zone)
      const last = await context.store.meta(context.tenant, name)
      if (last === period) continue
      // The period in which this began is not asked for: the first round is that of the next period.
      if (last !== undefined && last !== null) isAsked = (await askAll(channel, period)) || isAsked
      await context.store.setMeta(context.tenant, name, period)
    }
    return isAsked
  }

  return { execute, load: async (customer) => (await load(customer)).state, signal, round }
}

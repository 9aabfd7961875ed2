/**
 * Load, decide, append: the one way a case changes. The append is the fence; whoever loses the race loads anew and
 * decides again, so a decision always stands on what is stored.
 */
import type { Command, Gathered, Policy, Refusal } from "@hearback/core"
import { Case, Landing, Outbound, Step } from "@hearback/core"
import type { Json, Sealed, StoredEvent } from "../port/Event.ts"
import type { OutboxMessage, Unit, Write } from "../port/EventStore.ts"
import { canonical } from "../record/Canonical.ts"
import { sha256 } from "../record/Chain.ts"
import { sealer } from "../record/Seal.ts"
import { decode, encode } from "./Codec.ts"
import type { Context } from "./Context.ts"
import { engineError } from "./Context.ts"
import * as Ledger from "./Ledger.ts"
import type { Order } from "./Order.ts"
import { powers } from "./Powers.ts"
import { rowOf } from "./Row.ts"

export interface Answer {
  readonly version: number
  readonly events: readonly StoredCaseEvent[]
  readonly refusal?: Refusal.Refusal
  readonly replayed: boolean
  readonly state: Case.Case
  readonly policy: Policy.Policy
}

export interface StoredCaseEvent {
  readonly stored: StoredEvent
  readonly event: Case.CaseEvent
}

export interface Loaded {
  readonly state: Case.Case
  readonly policy: Policy.Policy
}

export interface Cases {
  load(id: string): Promise<Loaded>
  history(id: string): Promise<readonly StoredCaseEvent[]>
  /** The core's event of a stored one, with what was sealed put back. */
  open(stored: StoredEvent): Promise<Case.CaseEvent>
  /** Throws `store/conflict` after losing the race too often, `key/reused` for a key with other content. */
  execute(order: Order): Promise<Answer>
  /** Decides without appending; the unit is ready to be stored with others. */
  prepare(order: Order): Promise<Prepared>
  /** Takes over what an appended unit has made true. */
  committed(prepared: Prepared, appended: readonly StoredEvent[]): Answer
}

export interface Prepared {
  readonly unit: Unit
  readonly step: Step.Step
  readonly before: Case.Case
  readonly policy: Policy.Policy
  readonly answer: Answer | undefined
}

/** Commands by which customers speak. */
const spoken: ReadonlySet<string> = new Set(["write", "reply", "join"])

const kept = 4_000
const tries = 8

export const makeCases = (x: Context): Cases => {
  const cache = new Map<string, Case.Case>()
  const remember = (state: Case.Case): void => {
    cache.delete(state.id)
    cache.set(state.id, state)
    if (cache.size > kept) for (const oldest of cache.keys()) return void cache.delete(oldest)
  }

  const refOf = (id: string) => ({ tenant: x.tenant, stream: `case/${id}` })

  const load = async (id: string): Promise<Loaded> => {
    const known = cache.get(id) ?? Case.empty(id)
    const { events } = await x.store.load(refOf(id), known.version)
    let state = known
    for (const stored of events) state = Case.evolve(state, await decode(x.keys, stored))
    if (state.version > 0) remember(state)
    return { state, policy: await x.policies.of(state.policy?.content, state.policy?.calendars) }
  }

  /** What is said on a case that was merged lands on the one that answers for it now. */
  const landed = async (order: Order): Promise<Loaded> => {
    let found = await load(order.case)
    for (let hops = 0; hops < tries; hops++) {
      const { mergedInto } = found.state.intake
      if (mergedInto === undefined || !spoken.has(order.command.do)) return found
      found = await load(mergedInto)
    }
    return found
  }

  /** An id that nobody has; they are short, so now and then one is taken. */
  const freshId = async (at: number): Promise<string> => {
    let id = x.ids.case(at)
    for (let attempt = 0; attempt < tries && (await load(id)).state.version > 0; attempt++) id = x.ids.case(at)
    return id
  }

  /** What a command needs to know of another case, and the id of one that it may open. */
  const around = async (
    command: Command.Command,
    state: Case.Case,
    at: number
  ): Promise<Pick<Gathered.Gathered, "other" | "fresh">> => {
    switch (command.do) {
      case "write":
      case "reply":
      case "split":
        // Only what a customer says after the end opens another case.
        return command.do !== "split" && state.lifecycle.customerLoop === undefined ? {} : { fresh: await freshId(at) }
      case "merge":
      case "absorb": {
        const other = Landing.otherCase((await load(command.do === "merge" ? command.into : command.case)).state)
        return other === undefined ? {} : { other }
      }
      default:
        return {}
    }
  }

  const gather = async (
    order: Order,
    policy: Policy.Policy,
    state: Case.Case,
    ledger: Ledger.Read,
    at: number
  ): Promise<Gathered.Gathered> => {
    const submitted = order.command.do === "submit" ? order.command.customer : state.intake.receipt?.customer
    const customer = submitted === undefined ? undefined : await x.customers(submitted)
    return {
      people: await (order.batch?.people(policy) ?? x.staff.at(policy, at)),
      ledgers: { [order.actor.id]: ledger.entries },
      linked: Ledger.onLinked(ledger),
      ...(await powers(x, policy, state, order.command, at)),
      ...(await around(order.command, state, at)),
      ...(order.sameMatter === undefined ? {} : { sameMatter: order.sameMatter }),
      ...(customer === undefined ? {} : { customer })
    }
  }

  const prepare = async (order: Order): Promise<Prepared> => {
    const { state, policy: pinned } = order.isNew
      ? { state: Case.empty(order.case), policy: x.policies.active }
      : await landed(order)
    const policy = order.under ?? pinned
    const receivedAt = order.batch?.now ?? x.clock.now()
    const ledger = await Ledger.read(x, order, state, load)
    const gathered = await gather(order, policy, state, ledger, receivedAt)
    const id = commandId(order.key)
    const occurredAt = order.occurredAt ?? receivedAt
    const stale = order.ifVersion !== undefined && order.ifVersion !== state.version
    const step: Step.Step = stale
      ? {
          events: [],
          state,
          refusal: {
            asked: order.command.do,
            reasons: [{ code: "case/moved-on", says: { version: state.version } }],
            allowed: [],
            onFile: false
          }
        }
      : Step.step(policy, state, order.command, { id, occurredAt, receivedAt, actor: order.actor, gathered })
    const unit = await unitOf(order, policy, state, step, ledger, receivedAt)
    return { unit, step, before: state, policy, answer: undefined }
  }

  const unitOf = async (
    order: Order,
    policy: Policy.Policy,
    before: Case.Case,
    step: Step.Step,
    ledger: Ledger.Read,
    now: number
  ): Promise<Unit> => {
    const { events, state } = step
    const subject = state.intake.receipt?.customer ?? `case:${state.id}`
    const envelope = {
      recordedAt: now,
      actor: order.actor.id,
      command: commandId(order.key),
      policy: policy.bundle.content,
      sealer: () => order.batch?.sealer(subject) ?? sealer(x.keys, x.tenant, subject),
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
    const to =
      out.to === "problem"
        ? `problem/${out.problem}`
        : out.to === "customer"
          ? `asked/${out.customer}`
          : `case/${out.case}`
    return { id, kind: "command", to, body: out.command as unknown as Json, notBefore: now }
  }

  const committed = (prepared: Prepared, appended: readonly StoredEvent[]): Answer => {
    const { step, before, policy } = prepared
    const stream = `case/${step.state.id}`
    const mine = appended.filter((stored) => stored.stream === stream)
    if (step.state.version > 0) remember(step.state)
    const was = before.version === 0 || before.lifecycle.closedAt !== undefined ? undefined : before.ownership.owner
    const is =
      step.state.version === 0 || step.state.lifecycle.closedAt !== undefined ? undefined : step.state.ownership.owner
    if (was !== is) x.staff.moved(was, is)
    const events = mine.flatMap((stored, i) => {
      const event = step.events[i]
      return event === undefined ? [] : [{ stored, event }]
    })
    return {
      version: step.state.version,
      events,
      replayed: false,
      state: step.state,
      policy,
      ...(step.refusal === undefined ? {} : { refusal: step.refusal })
    }
  }

  /** The answer that was given the first time, rebuilt from what is stored. */
  const replay = async (
    order: Order,
    appended: { readonly events: readonly StoredEvent[]; readonly answer?: Json }
  ): Promise<Answer> => {
    const first = appended.answer as
      | { readonly case?: string; readonly version?: number; readonly refusal?: Refusal.Refusal }
      | undefined
    const { state, policy } = await load(first?.case ?? order.case)
    const events: StoredCaseEvent[] = []
    for (const stored of appended.events)
      if (stored.stream.startsWith("case/")) events.push({ stored, event: await decode(x.keys, stored) })
    return {
      version: first?.version ?? state.version,
      events,
      replayed: true,
      state,
      policy,
      ...(first?.refusal === undefined ? {} : { refusal: first.refusal })
    }
  }

  const execute = async (order: Order): Promise<Answer> => {
    for (let attempt = 0; attempt < tries; attempt++) {
      const prepared = await prepare(order)
      const { unit, step } = prepared
      // Nothing happened and nothing is owed: only a named answer is worth a write.
      if (unit.writes.length === 0 && order.command.do === "time") return committed(prepared, [])
      const appended = await x.store.append(unit)
      if (appended.result === "appended") return committed(prepared, appended.events)
      if (appended.result === "replayed") return replay(order, appended)
      if (appended.result === "key-reused")
        throw engineError("key/reused", `the key "${order.key}" was used for another command`)
      cache.delete(step.state.id)
    }
    throw engineError("store/conflict", `case ${order.case} is changed by many at once`, true)
  }

  return {
    load,
    history: async (id) => {
      const { events } = await x.store.load(refOf(id))
      const result: StoredCaseEvent[] = []
      for (const stored of events) result.push({ stored, event: await decode(x.keys, stored) })
      return result
    },
    open: (stored) => decode(x.keys, stored),
    execute,
    prepare,
    committed
  }
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
const commandId = (key: string): string => sha256(key).slice(0, 12)

/** The case's id is the shell's own: the same submission twice is the same whatever id it would have got. */
const commandOf = (order: Order): unknown => {
  if (order.command.do !== "submit") return order.command
  const { case: _, ...submission } = order.command
  return submission
}

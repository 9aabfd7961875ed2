/**
 * Stored first: whatever arrives is durable before anything else is done with it. What cannot become a case stays in
 * a visible quarantine with its reason and its raw words, and can be released from there with its original receipt.
 */
import type { Actor, Command, Refusal } from "@hearback/core"
import type { IntakeRow, Page } from "../port/CaseRow.ts"
import type { Json, SealedEvent, StoredEvent } from "../port/Event.ts"
import type { Appended, Unit } from "../port/EventStore.ts"
import { canonical } from "../record/Canonical.ts"
import { sha256 } from "../record/Chain.ts"
import { unseal } from "../record/Seal.ts"
import type { Arrival } from "./Arrival.ts"
import { type Batch, makeBatch } from "./Batch.ts"
import type { Cases, Prepared } from "./Cases.ts"
import type { Context } from "./Context.ts"
import { engineError } from "./Context.ts"
import { type Asks, makeDestination } from "./Destination.ts"
import type { Order } from "./Order.ts"

type Taken =
  | {
      readonly outcome: "opened" | "joined"
      readonly case: string
      readonly owner: string
      readonly replayed: boolean
    }
  | {
      readonly outcome: "quarantined"
      readonly id: string
      readonly reason: string
      readonly replayed: boolean
      readonly refusal?: Refusal.Refusal
    }

export interface Quarantined extends IntakeRow {
  readonly id: string
  readonly raw: string
}

export interface Intake {
  take(arrival: Arrival): Promise<Taken>
  /** Takes many in few transactions; the outcomes stand in the order of the arrivals. */
  takeMany(arrivals: readonly Arrival[]): Promise<readonly Taken[]>
  /** Finishes what a crash left between the receipt and the case. Returns how many. */
  resume(): Promise<number>
  quarantined(after?: string): Promise<Page<Quarantined>>
  /** Opens the case of a quarantined arrival, completed or corrected, with its original receipt time. */
  release(id: string, feedback: Command.Submission, actor: Actor.Actor): Promise<Taken>
}

const streamOf = (key: string): string => `intake/${sha256(key).slice(0, 32)}`
/** What makes a message the same one, whichever way it came. */
const contentOf = (a: Arrival): string => {
  const { channel: _, ...feedback } = a.feedback ?? { channel: "" }
  return canonical([feedback as unknown as Json, a.raw ?? null])
}
const idOf = (key: string): string => `q-${sha256(key).slice(0, 12)}`
const subjectOf = (a: { readonly key: string; readonly feedback?: Command.Submission }): string =>
  a.feedback?.customer ?? `intake:${sha256(a.key).slice(0, 16)}`

export const makeIntake = (x: Context, cases: Cases): Intake => {
  const { destination, fresh } = makeDestination(x, cases)
  const event = (b: Batch, type: string, at: number, actor: string, key: string, clear: Json): SealedEvent => ({
    type: `${type}.v1`,
    at,
    recordedAt: b.now,
    actor,
    command: sha256(key).slice(0, 12),
    policy: x.policies.active.bundle.content,
    clear
  })

  /** The first transaction: the arrival itself, with its raw words sealed. */
  const received = async (a: Arrival, b: Batch): Promise<Unit> => {
    const seal = await b.sealer(subjectOf(a))
    const sealed = seal({ feedback: (a.feedback ?? null) as unknown as Json, raw: a.raw ?? null })
    const clear = {
      key: a.key,
      channel: a.channel,
      receivedAt: a.receivedAt,
      actor: a.actor.id,
      kind: a.actor.kind,
      ...(a.problem === undefined ? {} : { problem: a.problem }),
      ...(a.thread === undefined ? {} : { thread: a.thread }),
      ...(a.automatic === undefined ? {} : { automatic: a.automatic })
    }
    const row: IntakeRow = { key: a.key, channel: a.channel, receivedAt: a.receivedAt, state: "received" }
    return {
      tenant: x.tenant,
      key: `take:${a.key}`,
      fingerprint: sha256(canonical([a.channel, a.feedback ?? null, a.raw ?? null])),
      writes: [
        {
          stream: streamOf(a.key),
          expected: 0,
          events: [{ ...event(b, "feedback-received", a.receivedAt, a.actor.id, a.key, clear), sealed }],
          intake: row
        }
      ],
      outbox: []
    }
  }

  const rowOf = async (key: string): Promise<IntakeRow | undefined> =>
    (await x.store.intake(x.tenant, { key, limit: 1 })).items[0]

  /** What became of an arrival that was taken before. */
  const known = async (row: IntakeRow): Promise<Taken> => {
    if (row.caseId === undefined)
      return { outcome: "quarantined", id: idOf(row.key), reason: row.reason ?? "", replayed: true }
    const { state } = await cases.load(row.caseId)
    const outcome = row.state === "joined" ? "joined" : "opened"
    return { outcome, case: row.caseId, owner: state.ownership.owner, replayed: true }
  }

  const quarantine = (a: Arrival, expected: number, reason: string, b: Batch): Unit => ({
    tenant: x.tenant,
    key: `park:${a.key}:${expected}`,
    fingerprint: sha256(reason),
    writes: [
      {
        stream: streamOf(a.key),
        expected,
        events: [event(b, "quarantined", b.now, "system:intake", a.key, { reason })],
        intake: { key: a.key, channel: a.channel, receivedAt: a.receivedAt, state: "quarantined", reason }
      }
    ],
    outbox: []
  })

  const order = (a: Arrival, asked: Asks, expected: number, b: Batch): Order => {
    const state = asked.isNew !== true ? "joined" : expected > 1 ? "released" : "opened"
    const { channel, receivedAt } = a
    const row: IntakeRow = { key: a.key, channel, receivedAt, state, caseId: asked.case }
    const type = state === "opened" ? "feedback-opened" : state === "joined" ? "feedback-joined" : "released"
    const events = [event(b, type, b.now, a.actor.id, a.key, { case: asked.case })]
    return {
      ...asked,
      key: `open:${a.key}`,
      occurredAt: a.receivedAt,
      with: [{ stream: streamOf(a.key), expected, events, intake: row }],
      batch: b
    }
  }

  /** Decides on an arrival whose receipt is stored; `expected` is the version of its intake stream. */
  const decide = async (
    a: Arrival,
    expected: number,
    b: Batch
  ): Promise<{ readonly unit: Unit; readonly prepared?: Prepared; readonly reason?: string }> => {
    if (a.feedback === undefined) return park(a, expected, a.problem ?? "intake/unreadable", b)
    if (x.policies.active.bundle.channels[a.channel] === undefined)
      return park(a, expected, "intake/unknown-channel", b)
    try {
      const asked = await destination(a, a.feedback, b)
      if (asked === undefined) return park(a, expected, "intake/automatic", b)
      const prepared = await decided(a, a.feedback, asked, expected, b)
      const why = prepared.step.refusal?.reasons[0]
      if (why !== undefined) return park(a, expected, [why.code, ...Object.values(why.says)].join(" "), b)
      b.opened(prepared.step.state)
      return { unit: prepared.unit, prepared }
    } catch (cause) {
      // A fault of ours must not lose what the customer said.
      return park(a, expected, `intake/failed ${cause instanceof Error ? cause.message : String(cause)}`, b)
    }
  }

  /** What was open when it was looked for may have been closed since: then it is a case of its own. */
  const decided = async (
    a: Arrival,
    feedback: Command.Submission,
    asked: Asks,
    expected: number,
    b: Batch
  ): Promise<Prepared> => {
    const prepared = await cases.prepare(order(a, asked, expected, b))
    if (asked.isNew === true || prepared.step.refusal === undefined) return prepared
    return cases.prepare(order(a, fresh(a, feedback, asked.case), expected, b))
  }

  const park = (a: Arrival, expected: number, reason: string, b: Batch) => ({
    unit: quarantine(a, expected, reason, b),
    reason
  })

  const finish = async (
    a: Arrival,
    decided: Awaited<ReturnType<typeof decide>>,
    appended: Appended,
    expected: number
  ): Promise<Taken> => {
    // An id that can be read out is short, so now and then one is taken: another will do.
    if (appended.result === "conflict" && appended.stream.startsWith("case/")) return open(a, expected)
    if (appended.result === "appended" && decided.prepared !== undefined) {
      const isNew = decided.prepared.before.version === 0
      const { state } = cases.committed(decided.prepared, appended.events)
      const outcome = isNew ? "opened" : "joined"
      return { outcome, case: state.id, owner: state.ownership.owner, replayed: false }
    }
    if (appended.result === "appended")
      return { outcome: "quarantined", id: idOf(a.key), reason: decided.reason ?? "", replayed: false }
    const row = await rowOf(a.key)
    if (row === undefined || row.state === "received")
      throw engineError("store/conflict", `the arrival ${a.key} is taken by many at once`, true)
    return known(row)
  }

  const open = async (a: Arrival, expected: number, b: Batch = makeBatch(x)): Promise<Taken> => {
    const decided = await decide(a, expected, b)
    return finish(a, decided, await x.store.append(decided.unit), expected)
  }

  const appendMany = async (units: readonly Unit[]): Promise<readonly Appended[]> => {
    if (x.store.appendMany !== undefined) return x.store.appendMany(units)
    const result: Appended[] = []
    for (const unit of units) result.push(await x.store.append(unit))
    return result
  }

  const reused = (a: Arrival): Error => engineError("key/reused", `the key "${a.key}" came before with other content`)

  /** The very same message by another channel: its case learns of it, and so does whoever works on that. */
  const again = async (a: Arrival): Promise<Taken> => {
    const row = await rowOf(a.key)
    const found = row === undefined ? undefined : await stored(streamOf(a.key))
    if (row === undefined || found === undefined || contentOf(found.arrival) !== contentOf(a)) throw reused(a)
    if (row.state === "received") await open(found.arrival, found.version)
    const first = await known((await rowOf(a.key)) ?? row)
    if (first.outcome === "quarantined") return first
    const { feedback = { channel: a.channel } } = a
    const answer = await cases.execute({
      case: first.case,
      command: { do: "join", ...feedback, contacts: 0, unanswered: 0, again: true },
      actor: a.actor,
      key: `again:${a.key}:${a.channel}`,
      occurredAt: a.receivedAt
    })
    const { owner } = answer.state.ownership
    return { outcome: "joined", case: answer.state.id, owner, replayed: answer.replayed }
  }

  const take = async (a: Arrival): Promise<Taken> => {
    const b = makeBatch(x)
    const first = await x.store.append(await received(a, b))
    if (first.result === "key-reused") return again(a)
    if (first.result === "appended") return open(a, 1, b)
    const row = await rowOf(a.key)
    return row === undefined || row.state === "received" ? open(a, 1) : known(row)
  }

  const takeMany = async (arrivals: readonly Arrival[]): Promise<readonly Taken[]> => {
    const b = makeBatch(x)
    const receipts = await appendMany(await Promise.all(arrivals.map((a) => received(a, b))))
    const result: Taken[] = []
    let waiting = new Map<number, Awaited<ReturnType<typeof decide>>>()
    const store = async (): Promise<void> => {
      const outcomes = await appendMany([...waiting.values()].map((one) => one.unit))
      for (const [n, [i, decided]] of [...waiting].entries()) {
        const [a, outcome] = [arrivals[i], outcomes[n]]
        if (a !== undefined && outcome !== undefined) result[i] = await finish(a, decided, outcome, 1)
      }
      waiting = new Map()
      b.stored()
    }
    for (const [i, a] of arrivals.entries()) {
      const { result: receipt } = receipts[i] ?? { result: "conflict" }
      const customer = a.feedback?.customer
      // What the same customer said before in this batch decides where this lands, so it must be stored first.
      if (customer === undefined ? !goesByCustomer() : b.of(customer).length > 0) await store()
      if (receipt === "appended") waiting.set(i, await decide(a, 1, b))
      else result[i] = receipt === "key-reused" ? await again(a) : await take(a)
    }
    await store()
    return result
  }

  const goesByCustomer = (): boolean => x.policies.active.bundle.sameCase.same.includes("customer")

  /** Puts an arrival together again from its intake stream. */
  const stored = async (
    stream: string
  ): Promise<{ readonly arrival: Arrival; readonly version: number } | undefined> => {
    const { version, events } = await x.store.load({ tenant: x.tenant, stream })
    const first: StoredEvent | undefined = events[0]
    if (first === undefined) return undefined
    const clear = first.clear as {
      readonly key: string
      readonly channel: string
      readonly receivedAt: number
      readonly actor: string
      readonly kind: Actor.Actor["kind"]
      readonly problem?: string
      readonly thread?: string
      readonly automatic?: boolean
    }
    const opened = first.sealed === undefined ? undefined : await unseal(x.keys, x.tenant, first.sealed)
    const secret =
      opened?.ok === true
        ? (opened.value as { readonly feedback: Json; readonly raw: string | null })
        : { feedback: null, raw: null }
    const actor =
      clear.kind === "person" ? await x.staff.actor(clear.actor) : { id: clear.actor, kind: clear.kind, roles: [] }
    return {
      version,
      arrival: {
        key: clear.key,
        channel: clear.channel,
        receivedAt: clear.receivedAt,
        actor,
        ...(clear.problem === undefined ? {} : { problem: clear.problem }),
        ...(clear.thread === undefined ? {} : { thread: clear.thread }),
        ...(clear.automatic === undefined ? {} : { automatic: clear.automatic }),
        ...(secret.feedback === null ? {} : { feedback: secret.feedback as unknown as Command.Submission }),
        ...(secret.raw === null ? {} : { raw: secret.raw })
      }
    }
  }

  return {
    take,
    takeMany,
    resume: async () => {
      let count = 0
      for (;;) {
        const { items } = await x.store.intake(x.tenant, { state: "received", limit: 200 })
        if (items.length === 0) return count
        for (const row of items) {
          const found = await stored(streamOf(row.key))
          if (found !== undefined) await open(found.arrival, found.version)
          count += 1
        }
      }
    },
    quarantined: async (after) => {
      const page = await x.store.intake(x.tenant, {
        state: "quarantined",
        limit: 200,
        ...(after === undefined ? {} : { after })
      })
      const items: Quarantined[] = []
      for (const row of page.items) {
        const found = await stored(streamOf(row.key))
        items.push({
          ...row,
          id: idOf(row.key),
          raw: found?.arrival.raw ?? JSON.stringify(found?.arrival.feedback ?? null)
        })
      }
      return { ...page, items }
    },
    release: async (id, feedback, actor) => {
      for (let after: string | undefined; ; ) {
        const page = await x.store.intake(x.tenant, {
          state: "quarantined",
          limit: 200,
          ...(after === undefined ? {} : { after })
        })
        const row = page.items.find((one) => idOf(one.key) === id || one.key === id)
        const found = row === undefined ? undefined : await stored(streamOf(row.key))
        if (found !== undefined) {
          // Whoever releases it has seen that it is no machine's word after all.
          const { automatic: _, ...arrival } = found.arrival
          return open({ ...arrival, channel: feedback.channel, feedback, actor }, found.version)
        }
        if (page.next === undefined) throw engineError("closed", `nothing in quarantine is called "${id}"`)
        after = page.next
      }
    }
  }
}

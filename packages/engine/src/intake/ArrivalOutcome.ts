/** From a stored receipt to what becomes of it: a case of its own, a part of another, or a place in quarantine. */
import type { Command, Refusal } from "@hearback/core"
import type { Context } from "../context/Context.ts"
import { engineError } from "../context/Context.ts"
import type { Cases, Prepared } from "../decide/Cases.ts"
import { type Batch, makeBatch } from "../decide/CommandBatch.ts"
import type { Order } from "../decide/CommandEnvelope.ts"
import type { Appended, Unit } from "../port/EventStore.ts"
import type { IntakeRow } from "../port/ListRow.ts"
import type { Arrival } from "./Arrival.ts"
import { idOf, landed, openingKey, quarantine } from "./ArrivalRecord.ts"
import { type Asks, makeDestination } from "./ArrivalRouting.ts"
import { suggested } from "./ClassifierSuggestion.ts"

/** What became of an arrival. */
export type Taken =
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

/** What was decided about an arrival, ready to be stored. */
export interface Decided {
  readonly unit: Unit
  readonly prepared?: Prepared
  /** Why it goes into quarantine. */
  readonly reason?: string
}

export interface Opening {
  /**
   * Decides on an arrival whose receipt is stored; `expected` is the version of its intake stream. `store` is called
   * where it has to do with a case of the batch that is not stored yet.
   */
  decide(a: Arrival, expected: number, b: Batch, store?: () => Promise<void>): Promise<Decided>
  /** Takes over what the store said to a decision; decides again where the case's id was taken. */
  finish(a: Arrival, decided: Decided, appended: Appended, expected: number): Promise<Taken>
  /** Decides and stores. */
  open(a: Arrival, expected: number, b?: Batch): Promise<Taken>
  /** What became of an arrival that was taken before. */
  known(row: IntakeRow): Promise<Taken>
  rowOf(key: string): Promise<IntakeRow | undefined>
}

export const makeOpening = (x: Context, cases: Cases): Opening => {
  const { destination, fresh } = makeDestination(x, cases)

  const rowOf = async (key: string): Promise<IntakeRow | undefined> =>
    (await x.store.intake(x.tenant, { key, limit: 1 })).items[0]

  const known = async (row: IntakeRow): Promise<Taken> => {
    if (row.caseId === undefined)
      return { outcome: "quarantined", id: idOf(row.key), reason: row.reason ?? "", replayed: true }
    const { state } = await cases.load(row.caseId)
    const outcome = row.state === "joined" ? "joined" : "opened"
    return { outcome, case: row.caseId, owner: state.ownership.owner, replayed: true }
  }

  const order = (a: Arrival, asked: Asks, expected: number, b: Batch): Order => {
    const state = asked.isNew !== true ? "joined" : expected > 1 ? "released" : "opened"
    return {
      ...asked,
      key: openingKey(a.key),
      occurredAt: a.receivedAt,
      with: [landed(x, a, { case: asked.case, state }, expected, b)],
      batch: b
    }
  }

  const decide: Opening["decide"] = async (a, expected, b, store) => {
    if (a.feedback === undefined) return park(a, expected, a.problem ?? "intake/unreadable", b)
    if (x.policies.active.bundle.channels[a.channel] === undefined)
      return park(a, expected, "intake/unknown-channel", b)
    try {
      const feedback = await suggested(x.classifier, x.policies.active, a.feedback)
      let asked = await destination(a, feedback, b)
      if (store !== undefined && asked !== undefined && isAbout(b, asked)) {
        await store()
        asked = await destination(a, feedback, b)
      }
      if (asked === undefined) return park(a, expected, "intake/automatic", b)
      const prepared = await decided(a, feedback, asked, expected, b)
      const why = prepared.step.refusal?.reasons[0]
      if (why !== undefined) return park(a, expected, [why.code, ...Object.values(why.says)].join(" "), b)
      b.opened(prepared.step.state)
      return { unit: prepared.unit, prepared }
    } catch (cause) {
      // A fault of ours must not lose what the customer said.
      return park(a, expected, `intake/failed ${cause instanceof Error ? cause.message : String(cause)}`, b)
    }
  }

  /** Only what is stored can be added to, and only that has an id of which nobody else was faster. */
  const isAbout = ({ waiting }: Batch, asked: Asks): boolean =>
    waiting.has(asked.case) || (asked.sameMatter?.earlier ?? []).some((id) => waiting.has(id))

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
    unit: quarantine(x, a, expected, reason, b),
    reason
  })

  const finish = async (a: Arrival, decided: Decided, appended: Appended, expected: number): Promise<Taken> => {
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

  return { decide, finish, open, known, rowOf }
}

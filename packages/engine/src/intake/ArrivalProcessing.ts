/** Processes a stored arrival to its outcome: it opens a case, joins one, or goes into quarantine. */
import { type Command, defined, type Refusal } from "@hearback/core"
import type { EngineContext } from "../context/Context.ts"
import { engineError, isEngineError } from "../context/EngineError.ts"
import { isOfStore } from "../context/PortCall.ts"
import type { Cases, PreparedStep } from "../decide/Cases.ts"
import { type CommandBatch, makeCommandBatch } from "../decide/CommandBatch.ts"
import type { CommandEnvelope } from "../decide/CommandEnvelope.ts"
import * as Stream from "../name/Stream.ts"
import * as UnitKey from "../name/UnitKey.ts"
import type { Appended, Unit } from "../port/EventStore.ts"
import type { IntakeRow } from "../port/ListRow.ts"
import { cleanedError, textsIn } from "../redact/Redaction.ts"
import type { Arrival } from "./Arrival.ts"
import {
  type ArrivalRecord,
  arrivalId,
  outcomeWrite,
  quarantineId,
  quarantineUnit,
  readArrival
} from "./ArrivalRecord.ts"
import { makeArrivalRouting, type RoutedCommand } from "./ArrivalRouting.ts"
import { withSuggestedCategory } from "./ClassifierSuggestion.ts"

/** The outcome of an arrival. */
export type ArrivalOutcome =
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
      /** The values that the sentence of the reason's code needs, if it has any. */
      readonly says?: Refusal.Says
      readonly replayed: boolean
    }
  /** Stored, and nothing decided yet: an adapter failed, or the caller left. It is taken up again by `resume`. */
  | { readonly outcome: "received"; readonly id: string; readonly reason: string; readonly replayed: boolean }

/** A decision on an arrival that is not stored yet. */
export interface DecidedArrival {
  readonly unit: Unit
  readonly prepared?: PreparedStep
  /** The code of the reason for quarantine, with the values that its sentence needs. */
  readonly reason?: string
  readonly says?: Refusal.Says
}

/** Decides on stored arrivals. */
export interface ArrivalProcessing {
  /**
   * Decides on a stored arrival. `expected`: the version of its stream. `store` is called if the arrival concerns a
   * case of the batch that is not stored yet.
   *
   * Errors: the failure of an adapter, which is no reason for quarantine.
   */
  decide(arrival: Arrival, expected: number, batch: CommandBatch, store?: () => Promise<void>): Promise<DecidedArrival>
  /** Returns the outcome after the append of a decision; undefined if it has to be decided again. */
  finish(arrival: Arrival, decided: DecidedArrival, appended: Appended): Promise<ArrivalOutcome | undefined>
  /**
   * Decides and stores, in turn with other arrivals of the customer. The signal ends it until it is stored. Nothing is
   * stored if the arrival stays in quarantine for the same reason.
   */
  open(found: Omit<ArrivalRecord, "row">, signal?: AbortSignal): Promise<ArrivalOutcome>
  /** Returns the outcome of an arrival that was taken before. */
  known(row: IntakeRow): Promise<ArrivalOutcome>
  rowOf(key: string): Promise<IntakeRow | undefined>
}

/**
 * Returns the queue of an arrival's customer. Two arrivals may be the same matter, so the second must see the first.
 */
export const queueOf = ({ feedback }: Arrival): readonly string[] =>
  feedback?.customer === undefined ? [] : [`customer/${feedback.customer}`]

/** Makes the processing of arrivals. */
export const makeArrivalProcessing = (context: EngineContext, cases: Cases): ArrivalProcessing => {
  const { route, routeToNewCase } = makeArrivalRouting(context, cases)

  const rowOf = async (key: string): Promise<IntakeRow | undefined> =>
    (await context.store.intake(context.tenant, { key: arrivalId(key), limit: 1 })).items[0]

  const known = async (row: IntakeRow): Promise<ArrivalOutcome> => {
    if (row.caseId === undefined) {
      const { reason = row.reason ?? "", says } = (await readArrival(context, row.key)) ?? {}
      return defined({ outcome: "quarantined" as const, id: quarantineId(row.key), reason, says, replayed: true })
    }
    const { state } = await cases.load(row.caseId)
    const outcome = row.state === "joined" ? "joined" : "opened"
    return { outcome, case: row.caseId, owner: state.ownership.owner, replayed: true }
  }

  const envelopeOf = async (
    arrival: Arrival,
    routed: RoutedCommand,
    expected: number,
    batch: CommandBatch
  ): Promise<CommandEnvelope> => {
    const state = routed.isNew !== true ? "joined" : expected > 1 ? "released" : "opened"
    return {
      ...routed,
      key: UnitKey.landing(arrivalId(arrival.key)),
      occurredAt: arrival.receivedAt,
      with: [await outcomeWrite(context, arrival, { case: routed.case, state }, expected, batch)],
      batch
    }
  }

  const decide: ArrivalProcessing["decide"] = async (arrival, expected, batch, store) => {
    if (arrival.feedback === undefined) return park(arrival, expected, arrival.problem ?? "intake/unreadable", batch)
    if (context.policies.active.bundle.channels[arrival.channel] === undefined)
      return park(arrival, expected, "intake/unknown-channel", batch, { channel: arrival.channel })
    try {
      const feedback = await withSuggestedCategory(context, context.policies.active, arrival.feedback)
      let routed = await route(arrival, feedback, batch)
      if (store !== undefined && routed !== undefined && isAbout(batch, routed)) {
        await store()
        routed = await route(arrival, feedback, batch)
      }
      if (routed === undefined) return park(arrival, expected, "intake/automatic", batch)
      const prepared = await decided(arrival, feedback, routed, expected, batch)
      const why = prepared.step.refusal?.reasons[0]
      if (why !== undefined) return park(arrival, expected, reasonText(why), batch, why.says)
      batch.addUnstored(prepared.step.state)
      return { unit: prepared.unit, prepared }
    } catch (cause) {
      if (!isFault(cause)) throw cause
      // A fault of the program must neither lose nor show what the customer said.
      return park(arrival, expected, `intake/failed ${cleanedError(cause, textsIn(arrival.feedback)).message}`, batch)
    }
  }

  /**
   * Returns whether an arrival concerns a case of the batch, which then must be stored first, since its id may be
   * taken.
   */
  const isAbout = ({ unstored }: CommandBatch, routed: RoutedCommand): boolean =>
    unstored.has(routed.case) || (routed.sameMatter?.earlier ?? []).some((id) => unstored.has(id))

  /** Decides again without the case that was closed meanwhile; the arrival then opens a case of its own. */
  const decided = async (
    arrival: Arrival,
    feedback: Command.Submission,
    routed: RoutedCommand,
    expected: number,
    batch: CommandBatch
  ): Promise<PreparedStep> => {
    const prepared = await cases.prepare(await envelopeOf(arrival, routed, expected, batch))
    if (routed.isNew === true || prepared.step.refusal === undefined) return prepared
    const opened = defined({ ...routeToNewCase(arrival, feedback, routed.case), words: routed.words })
    return cases.prepare(await envelopeOf(arrival, opened, expected, batch))
  }

  const park = async (
    arrival: Arrival,
    expected: number,
    reason: string,
    batch: CommandBatch,
    says?: Refusal.Says
  ): Promise<DecidedArrival> => {
    const why = defined({ reason, says })
    return { unit: await quarantineUnit(context, arrival, expected, why, batch), ...why }
  }

  const finish: ArrivalProcessing["finish"] = async (arrival, decided, appended) => {
    // The case has changed, or its id was taken, since ids are short enough to be read out. It is decided again.
    if (appended.result === "conflict" && Stream.caseIn(appended.stream) !== undefined) return undefined
    if (appended.result === "appended" && decided.prepared !== undefined) {
      const { before, step } = decided.prepared
      const { state } = step
      cases.committed(decided.prepared, appended.events)
      const outcome = before.version === 0 ? "opened" : "joined"
      return { outcome, case: state.id, owner: state.ownership.owner, replayed: false }
    }
    if (appended.result === "appended") {
      const { reason = "", says } = decided
      const id = quarantineId(arrivalId(arrival.key))
      return defined({ outcome: "quarantined" as const, id, reason, says, replayed: false })
    }
    const row = await rowOf(arrival.key)
    // It was stored a moment ago, so a store without it will not have it later either.
    if (row === undefined)
      throw engineError("store/conflict", `the store has lost the arrival ${quarantineId(arrivalId(arrival.key))}`)
    return row.state === "received" ? undefined : known(row)
  }

  const open: ArrivalProcessing["open"] = ({ arrival, version, recordedAt, reason }, signal) =>
    context.attempt({
      queues: queueOf(arrival),
      scope: { signal, personal: () => textsIn(arrival) },
      conflict: `the arrival ${quarantineId(arrivalId(arrival.key))} is taken by many at once`,
      decide: () => decide(arrival, version, makeCommandBatch(context, recordedAt)),
      commit: async (decided) => {
        const row = reason !== undefined && decided.reason === reason ? await rowOf(arrival.key) : undefined
        return row === undefined ? finish(arrival, decided, await context.store.append(decided.unit)) : known(row)
      }
    })

  return { decide, finish, open, known, rowOf }
}

/** Returns whether an error is a mistake of a program, and neither an outage nor the end of the caller. */
const isFault = (cause: unknown): boolean =>
  !isEngineError(cause) && !isOfStore(cause) && !(cause instanceof Error && cause.name === "AbortError")

const reasonText = ({ code, says }: Refusal.RefusalReason): string =>
  [code, ...Object.values(says).map((one) => (typeof one === "object" ? one.join(", ") : one))].join(" ")

/** The gates of a case: the status of each, and the evidence that was shown. */

import type { Instant } from "../../time/Instant.ts"
import { defined } from "../../value/Optional.ts"
import type { Evidence, PlannedAction } from "./Evidence.ts"
import type { Spoken } from "./StatementSource.ts"
import type { Facts } from "./Submission.ts"
import { type EvolveTable, withEntry } from "./Track.ts"

/** The status of a gate. All but `waiting` and `open` are settled. */
export type GateStatus = "waiting" | "open" | "passed" | "explained" | "waived" | "lapsed" | "not-needed"

/** A planned action, with whether it was done. */
export interface ActionState extends PlannedAction {
  readonly doneAt?: Instant
}

/** One round of a proposal. `reply` is the customer's answer. */
export interface ProposalRound {
  readonly text: string
  readonly reply?: "agree" | "counter" | "refuse"
}

/** An explanation that waits for signatures. `id` is the id of the command that gave it. */
export interface UnsignedExplanation {
  readonly id: string
  readonly by: string
  readonly reason: string
}

/** The answers that a customer gave to a survey, and the questions that they skipped. */
export interface SurveyGiven {
  readonly answers: Facts
  readonly skipped: readonly string[]
}

/** The state of one gate. */
export interface GateState {
  readonly status: GateStatus
  readonly openedAt?: Instant
  readonly settledAt?: Instant
  readonly by?: string
  /** Why the gate is not needed: its condition, a lane that replaced it, or an early end of the case. */
  readonly because?: NotNeeded
  /** Complete evidence. The gate is still open if signatures are missing. */
  readonly evidence?: Evidence
  /** The explanation given instead of evidence, while not everybody has signed it. */
  readonly explanation?: UnsignedExplanation
  readonly signatures: readonly string[]
  readonly rounds: readonly ProposalRound[]
  readonly actions: readonly ActionState[]
  /** The channels by which somebody tried to reach a silent customer, one entry for each attempt. */
  readonly attempts: readonly string[]
  /** The customer's answers to the gate's survey so far. */
  readonly survey?: SurveyGiven
  /** How often the gate was reopened. */
  readonly reopened: number
  /** Who waived or explained the gate, also before it was reopened. */
  readonly excused: readonly { readonly as: "waive" | "explain"; readonly by: string }[]
  /** Why the gate lapsed. */
  readonly lapsedBecause?: string
}

/** Why a gate is not needed. */
export type NotNeeded = "when" | "lane" | "ended" | "policy" | "recorded"

/** The gates of a case, by name. */
export type GatesState = Readonly<Record<string, GateState>>

/** The events of gates, by name. */
export interface GateEvents {
  "gate-opened": { readonly gate: string }
  "gate-evidence-shown": { readonly gate: string; readonly by: string; readonly evidence: Evidence }
  "gate-signed": { readonly gate: string; readonly by: string; readonly as: string }
  "gate-passed": { readonly gate: string; readonly by: string; readonly evidence: Evidence }
  "explanation-given": { readonly gate: string } & UnsignedExplanation
  "gate-explained": { readonly gate: string; readonly by: string; readonly reason: string }
  "gate-waived": { readonly gate: string; readonly by: string; readonly reason: string }
  "gate-lapsed": { readonly gate: string; readonly reason: string }
  "gate-not-needed": { readonly gate: string; readonly reason: NotNeeded }
  "gate-reopened": { readonly gate: string; readonly reason: string }
  "order-violated": { readonly gate: string; readonly after: readonly string[] }
  "proposal-made": { readonly gate: string; readonly round: number; readonly text: string; readonly by: string }
  "proposal-agreed": { readonly gate: string } & Spoken
  "proposal-countered": { readonly gate: string; readonly text?: string } & Spoken
  "proposal-refused": { readonly gate: string; readonly text?: string } & Spoken
  "action-planned": { readonly gate: string; readonly actions: readonly PlannedAction[]; readonly by: string }
  "action-done": { readonly gate: string; readonly action: number; readonly by: string; readonly evidence?: string }
  /** The customer answered questions of a survey or skipped them. Without `gate`, no case waited for the answers. */
  "survey-answered": {
    readonly channel: string
    readonly gate?: string
    /** Whether the case was opened with these answers. */
    readonly again?: true
  } & SurveyGiven &
    Spoken
  "attempt-made": { readonly gate: string; readonly channel: string; readonly by: string }
  /** The customer has spoken. Attempts to reach them are counted from zero again. */
  "silence-ended": { readonly gate: string }
  /**
   * An effectiveness check failed. `case`: the one that shows that the cause is back; absent if the metric was missed.
   */
  "verification-failed": { readonly gate: string; readonly reason: string; readonly case?: string }
  "case-flagged": { readonly case: string }
}

/** The state of a case without gates. */
export const nothing: GatesState = {}

const waiting: GateState = {
  status: "waiting",
  signatures: [],
  rounds: [],
  actions: [],
  attempts: [],
  reopened: 0,
  excused: []
}

/** Returns the state of a gate; `waiting` if nothing has happened at it. */
export const at = (state: GatesState, gate: string): GateState => state[gate] ?? waiting

/** Returns the value of a field from the gate that was settled last among those whose evidence has the field. */
export const latestEvidence = (
  state: GatesState,
  field: "result" | "shortfall" | "decision" | "reason"
): string | undefined => {
  const shown = Object.values(state).filter((gate) => gate.evidence?.[field] !== undefined)
  const last = shown.sort((a, b) => (b.settledAt ?? Infinity) - (a.settledAt ?? Infinity))[0]
  return last?.evidence?.[field]
}

/** Returns whether a gate is settled: passed, explained, waived, lapsed or not needed. */
export const isSettled = (gate: GateState): boolean => gate.status !== "waiting" && gate.status !== "open"

/** Returns whether the customer has accepted none of `most` rounds of proposals. The arbiter then decides. */
export const isUndecided = ({ rounds }: GateState, most: number | undefined): boolean => {
  const last = rounds.at(-1)?.reply
  return most !== undefined && rounds.length >= most && (last === "counter" || last === "refuse")
}

/** Returns the gates with one of them changed. */
const put = (caseState: GatesState, gate: string, change: (state: GateState) => GateState): GatesState =>
  withEntry(caseState, gate, change(at(caseState, gate)))

const settle =
  (status: GateStatus) =>
  (state: GatesState, event: { readonly gate: string; readonly at: Instant; readonly by?: string }): GatesState =>
    put(state, event.gate, (g) => ({ ...g, status, settledAt: event.at, ...defined({ by: event.by }) }))

const excused =
  (status: "explained" | "waived", as: "explain" | "waive") =>
  (state: GatesState, event: { readonly gate: string; readonly at: Instant; readonly by: string }): GatesState =>
    put(settle(status)(state, event), event.gate, (g) => ({ ...g, excused: [...g.excused, { as, by: event.by }] }))

const replied =
  (reply: "agree" | "counter" | "refuse") =>
  (state: GatesState, event: { readonly gate: string }): GatesState => {
    const rounds = at(state, event.gate).rounds
    const last = rounds.at(-1)
    return last === undefined
      ? state
      : put(state, event.gate, (g) => ({ ...g, rounds: [...rounds.slice(0, -1), { ...last, reply }] }))
  }

const same = (state: GatesState): GatesState => state

/** Returns the gates after an event. */
export const evolve: EvolveTable<GatesState, GateEvents> = {
  "gate-opened": (s, e) => put(s, e.gate, (g) => ({ ...g, status: "open", openedAt: e.at })),
  // A signature is for the evidence that was shown; other evidence needs new signatures.
  "gate-evidence-shown": (state, event) => {
    const gate = at(state, event.gate)
    if (gate.evidence === undefined && gate.explanation === undefined)
      return put(state, event.gate, (g) => ({ ...g, evidence: event.evidence, by: event.by }))
    const { explanation: _, ...rest } = gate
    return put(state, event.gate, () => ({ ...rest, evidence: event.evidence, by: event.by, signatures: [] }))
  },
  "explanation-given": (state, event) =>
    put(state, event.gate, (gate) => ({
      ...gate,
      explanation: { id: event.id, by: event.by, reason: event.reason },
      signatures: []
    })),
  "gate-signed": (s, e) => put(s, e.gate, (g) => ({ ...g, signatures: [...new Set([...g.signatures, e.as])] })),
  "gate-passed": (state, event) =>
    put(state, event.gate, (gate) => ({
      ...gate,
      status: "passed",
      settledAt: event.at,
      by: event.by,
      evidence: event.evidence
    })),
  "gate-explained": excused("explained", "explain"),
  "gate-waived": excused("waived", "waive"),
  "gate-lapsed": (s, e) => put(settle("lapsed")(s, e), e.gate, (g) => ({ ...g, lapsedBecause: e.reason })),
  "gate-not-needed": (state, event) =>
    put(state, event.gate, (g) => ({ ...g, status: "not-needed", settledAt: event.at, because: event.reason })),
  "gate-reopened": (state, event) =>
    withEntry(state, event.gate, {
      ...waiting,
      reopened: at(state, event.gate).reopened + 1,
      excused: at(state, event.gate).excused
    }),
  "order-violated": same,
  "proposal-made": (s, e) => put(s, e.gate, (g) => ({ ...g, rounds: [...g.rounds, { text: e.text }] })),
  "proposal-agreed": replied("agree"),
  "proposal-countered": replied("counter"),
  "proposal-refused": replied("refuse"),
  "action-planned": (s, e) => put(s, e.gate, (g) => ({ ...g, actions: [...g.actions, ...e.actions], by: e.by })),
  "action-done": (state, event) =>
    put(state, event.gate, (gate) => ({
      ...gate,
      actions: gate.actions.map((action, index) =>
        index === event.action - 1 && action.doneAt === undefined ? { ...action, doneAt: event.at } : action
      )
    })),
  "silence-ended": (s, e) => put(s, e.gate, (g) => ({ ...g, attempts: [] })),
  "attempt-made": (s, e) => put(s, e.gate, (g) => ({ ...g, attempts: [...g.attempts, e.channel] })),
  "survey-answered": (state, event) =>
    event.gate === undefined
      ? state
      : put(state, event.gate, (gate) => ({
          ...gate,
          survey: {
            answers: { ...gate.survey?.answers, ...event.answers },
            skipped: [...new Set([...(gate.survey?.skipped ?? []), ...event.skipped])]
          }
        })),
  "verification-failed": same,
  "case-flagged": same
}

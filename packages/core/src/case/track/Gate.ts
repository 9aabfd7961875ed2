/** The gates of a case: where each stands, and the evidence that was shown. */

import type { Instant } from "../../time/Instant.ts"
import { defined } from "../../value/Optional.ts"
import type { Evidence, PlannedAction } from "./Evidence.ts"
import type { Spoken } from "./Spoken.ts"
import type { Facts } from "./Submission.ts"
import { type EvolveTable, withEntry } from "./Track.ts"

export type GateStatus = "waiting" | "open" | "passed" | "explained" | "waived" | "lapsed" | "not-needed"

export interface ActionState extends PlannedAction {
  readonly doneAt?: Instant
}

/** One round of a proposal; `reply` is the customer's. */
export interface Round {
  readonly text: string
  readonly reply?: "agree" | "counter" | "refuse"
}

/** A reason that waits for signatures; `id` of the command that gave it. */
export interface Explanation {
  readonly id: string
  readonly by: string
  readonly reason: string
}

/** What a customer has answered of a survey, and the questions that they passed over. */
export interface SurveyGiven {
  readonly answers: Facts
  readonly skipped: readonly string[]
}

export interface GateState {
  readonly status: GateStatus
  readonly openedAt?: Instant
  readonly settledAt?: Instant
  readonly by?: string
  /** Why it is not needed: its condition, a lane that replaced it, or an early end. */
  readonly because?: NotNeeded
  /** Complete evidence; with signatures missing the gate is still open. */
  readonly evidence?: Evidence
  /** Shown instead of evidence, and not signed by everybody yet. */
  readonly explanation?: Explanation
  readonly signatures: readonly string[]
  readonly rounds: readonly Round[]
  readonly actions: readonly ActionState[]
  /** Attempts to reach a silent customer, by channel. */
  readonly attempts: readonly string[]
  /** What the customer has answered of its survey so far. */
  readonly survey?: SurveyGiven
  /** How often it was sent back. */
  readonly reopened: number
  /** Who waived or explained it, also before it was sent back. */
  readonly excused: readonly { readonly as: "waive" | "explain"; readonly by: string }[]
  /** Why it lapsed. */
  readonly lapsedBecause?: string
}

export type NotNeeded = "when" | "lane" | "ended" | "policy" | "recorded"

export type GatesState = Readonly<Record<string, GateState>>

export interface GateEvents {
  "gate-opened": { readonly gate: string }
  "gate-evidence-shown": { readonly gate: string; readonly by: string; readonly evidence: Evidence }
  "gate-signed": { readonly gate: string; readonly by: string; readonly as: string }
  "gate-passed": { readonly gate: string; readonly by: string; readonly evidence: Evidence }
  "explanation-given": { readonly gate: string } & Explanation
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
  /** Answers to questions of a survey, with those that were passed over; without `gate` no case had waited for them. */
  "survey-answered": {
    readonly channel: string
    readonly gate?: string
    /** The case was opened with them. */
    readonly again?: true
  } & SurveyGiven &
    Spoken
  "attempt-made": { readonly gate: string; readonly channel: string; readonly by: string }
  /** The customer has spoken: attempts are counted anew from the next word to them. */
  "silence-ended": { readonly gate: string }
  /** `case`: the one that shows the cause to be back; without it the metric was missed. */
  "verification-failed": { readonly gate: string; readonly reason: string; readonly case?: string }
  "case-flagged": { readonly case: string }
}

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

/** Returns a gate's state, `waiting` where nothing happened yet. */
export const at = (s: GatesState, gate: string): GateState => s[gate] ?? waiting

/** Returns what a field of the latest evidence says that names it, whichever gate showed it. */
export const latestEvidence = (
  s: GatesState,
  field: "result" | "shortfall" | "decision" | "reason"
): string | undefined => {
  const shown = Object.values(s).filter((gate) => gate.evidence?.[field] !== undefined)
  const last = shown.sort((a, b) => (b.settledAt ?? Infinity) - (a.settledAt ?? Infinity))[0]
  return last?.evidence?.[field]
}

/** Passed, explained, waived, lapsed or not needed: nothing is owed here any more. */
export const isSettled = (g: GateState): boolean => g.status !== "waiting" && g.status !== "open"

/** Returns whether the customer has agreed to none of so many rounds of proposals: then the arbiter decides. */
export const isUndecided = ({ rounds }: GateState, most: number | undefined): boolean => {
  const last = rounds.at(-1)?.reply
  return most !== undefined && rounds.length >= most && (last === "counter" || last === "refuse")
}

/** Puts a gate anew: as it stands, with what has changed. */
const put = (s: GatesState, gate: string, change: (state: GateState) => GateState): GatesState =>
  withEntry(s, gate, change(at(s, gate)))

const settle =
  (status: GateStatus) =>
  (s: GatesState, e: { readonly gate: string; readonly at: Instant; readonly by?: string }): GatesState =>
    put(s, e.gate, (g) => ({ ...g, status, settledAt: e.at, ...defined({ by: e.by }) }))

const excused =
  (status: "explained" | "waived", as: "explain" | "waive") =>
  (s: GatesState, e: { readonly gate: string; readonly at: Instant; readonly by: string }): GatesState =>
    put(settle(status)(s, e), e.gate, (g) => ({ ...g, excused: [...g.excused, { as, by: e.by }] }))

const replied =
  (reply: "agree" | "counter" | "refuse") =>
  (s: GatesState, e: { readonly gate: string }): GatesState => {
    const rounds = at(s, e.gate).rounds
    const last = rounds.at(-1)
    return last === undefined
      ? s
      : put(s, e.gate, (g) => ({ ...g, rounds: [...rounds.slice(0, -1), { ...last, reply }] }))
  }

const same = (s: GatesState): GatesState => s

export const evolve: EvolveTable<GatesState, GateEvents> = {
  "gate-opened": (s, e) => put(s, e.gate, (g) => ({ ...g, status: "open", openedAt: e.at })),
  // Signatures stand for the evidence that was shown; other evidence has to be signed anew.
  "gate-evidence-shown": (s, e) => {
    const gate = at(s, e.gate)
    if (gate.evidence === undefined && gate.explanation === undefined)
      return put(s, e.gate, (g) => ({ ...g, evidence: e.evidence, by: e.by }))
    const { explanation: _, ...rest } = gate
    return put(s, e.gate, () => ({ ...rest, evidence: e.evidence, by: e.by, signatures: [] }))
  },
  "explanation-given": (s, e) =>
    put(s, e.gate, (g) => ({ ...g, explanation: { id: e.id, by: e.by, reason: e.reason }, signatures: [] })),
  "gate-signed": (s, e) => put(s, e.gate, (g) => ({ ...g, signatures: [...new Set([...g.signatures, e.as])] })),
  "gate-passed": (s, e) =>
    put(s, e.gate, (g) => ({ ...g, status: "passed", settledAt: e.at, by: e.by, evidence: e.evidence })),
  "gate-explained": excused("explained", "explain"),
  "gate-waived": excused("waived", "waive"),
  "gate-lapsed": (s, e) => put(settle("lapsed")(s, e), e.gate, (g) => ({ ...g, lapsedBecause: e.reason })),
  "gate-not-needed": (s, e) =>
    put(s, e.gate, (g) => ({ ...g, status: "not-needed", settledAt: e.at, because: e.reason })),
  "gate-reopened": (s, e) =>
    withEntry(s, e.gate, {
      ...waiting,
      reopened: at(s, e.gate).reopened + 1,
      excused: at(s, e.gate).excused
    }),
  "order-violated": same,
  "proposal-made": (s, e) => put(s, e.gate, (g) => ({ ...g, rounds: [...g.rounds, { text: e.text }] })),
  "proposal-agreed": replied("agree"),
  "proposal-countered": replied("counter"),
  "proposal-refused": replied("refuse"),
  "action-planned": (s, e) => put(s, e.gate, (g) => ({ ...g, actions: [...g.actions, ...e.actions], by: e.by })),
  "action-done": (s, e) =>
    put(s, e.gate, (g) => ({
      ...g,
      actions: g.actions.map((action, i) =>
        i === e.action - 1 && action.doneAt === undefined ? { ...action, doneAt: e.at } : action
      )
    })),
  "silence-ended": (s, e) => put(s, e.gate, (g) => ({ ...g, attempts: [] })),
  "attempt-made": (s, e) => put(s, e.gate, (g) => ({ ...g, attempts: [...g.attempts, e.channel] })),
  "survey-answered": (s, e) =>
    e.gate === undefined
      ? s
      : put(s, e.gate, (g) => ({
          ...g,
          survey: {
            answers: { ...g.survey?.answers, ...e.answers },
            skipped: [...new Set([...(g.survey?.skipped ?? []), ...e.skipped])]
          }
        })),
  "verification-failed": same,
  "case-flagged": same
}

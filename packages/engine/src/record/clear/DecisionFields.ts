import type { Case } from "@hearback/core"
import type { ClearFields } from "./FieldRule.ts"

type Gates = Pick<
  Case.Bodies,
  | "gate-opened"
  | "gate-evidence-shown"
  | "gate-signed"
  | "gate-passed"
  | "explanation-given"
  | "gate-explained"
  | "gate-waived"
  | "gate-lapsed"
  | "gate-not-needed"
  | "gate-reopened"
  | "order-violated"
  | "proposal-made"
  | "proposal-agreed"
  | "proposal-countered"
  | "proposal-refused"
  | "action-planned"
  | "action-done"
  | "attempt-made"
  | "silence-ended"
  | "survey-answered"
  | "verification-failed"
  | "case-flagged"
>
type Grades = Pick<Case.Bodies, "graded" | "regraded" | "override-ended">
type Authority = Pick<
  Case.Bodies,
  | "compensated"
  | "discounted"
  | "resources-granted"
  | "approval-asked"
  | "approved"
  | "denied"
  | "approval-ended"
  | "approval-lapsed"
  | "spot-check-drawn"
  | "spot-check-found"
  | "demands-reduced"
  | "command-refused"
>
type Lifecycle = Pick<
  Case.Bodies,
  | "loop-chosen"
  | "customer-loop-closed"
  | "system-loop-closed"
  | "case-closed"
  | "case-reopened"
  | "reopening-parked"
  | "reopening-dismissed"
  | "customer-confirmed"
  | "customer-dissatisfied"
  | "case-withdrawn"
  | "case-forwarded"
  | "case-turned-away"
>

/** After erasure the owner and the day of an action are still shown, but not its text. */
const action = {
  members: { what: "sealed", metric: "sealed", target: "sealed", owner: "id", due: "date", publish: "plain" }
} as const
const evidence = {
  members: {
    fields: "facts",
    category: "name",
    actions: { each: action },
    method: "name",
    whys: "sealed",
    causes: "sealed",
    cause: "plain",
    evidence: "sealed",
    proof: "sealed",
    proposal: "sealed",
    decision: "name",
    reason: "sealed",
    result: "sealed",
    shortfall: "sealed",
    until: "date",
    publish: "plain"
  }
} as const
const shown = { gate: "id", by: "id" } as const
const replied = { ...shown, onBehalfOf: "id" } as const

const gates: ClearFields<Gates> = {
  "gate-opened": { gate: "id" },
  "gate-evidence-shown": { ...shown, evidence },
  "gate-signed": { ...shown, as: "id" },
  "gate-passed": { ...shown, evidence },
  "explanation-given": { ...shown, id: "id", reason: "reason" },
  "gate-explained": { ...shown, reason: "reason" },
  "gate-waived": { ...shown, reason: "reason" },
  "gate-lapsed": { gate: "id", reason: "reason" },
  "gate-not-needed": { gate: "id", reason: "plain" },
  "gate-reopened": { gate: "id", reason: "reason" },
  "order-violated": { gate: "id", after: { each: "id" } },
  "proposal-made": { ...shown, round: "plain", text: "sealed" },
  "proposal-agreed": replied,
  "proposal-countered": { ...replied, text: "sealed" },
  "proposal-refused": { ...replied, text: "sealed" },
  "action-planned": { ...shown, actions: { each: action } },
  "action-done": { ...shown, action: "plain", evidence: "sealed" },
  "attempt-made": { ...shown, channel: "name" },
  "silence-ended": { gate: "id" },
  "survey-answered": {
    channel: "name",
    gate: "id",
    again: "plain",
    answers: "facts",
    skipped: { each: "name" },
    by: "id",
    onBehalfOf: "id"
  },
  "verification-failed": { gate: "id", reason: "reason", case: "id" },
  "case-flagged": { case: "id" }
}

const grade = {
  members: {
    level: "id",
    rule: "id",
    points: { each: { members: { rule: "id", points: "plain" } } },
    lifted: { members: { from: "id", rule: "id" } },
    by: "id"
  }
} as const

const grades: ClearFields<Grades> = {
  graded: { grades: { values: grade } },
  regraded: { dimension: "id", from: "id", grade, reason: "reason", customers: "plain" },
  "override-ended": { dimension: "id" }
}

const exchanged = { members: { amount: "amount", currency: "id", rate: "amount", of: "date" } } as const
const used = { id: "id", amount: "plain", by: "id", reason: "reason", approvedBy: "id", exchanged } as const

const authority: ClearFields<Authority> = {
  compensated: used,
  discounted: used,
  "resources-granted": used,
  "approval-asked": {
    approval: {
      members: {
        id: "id",
        command: {
          members: {
            do: "plain",
            amount: "amount",
            reason: "reason",
            to: "name",
            gate: "name",
            clock: "name",
            until: "date"
          }
        },
        amount: "plain",
        by: "id",
        from: "id",
        person: "id",
        full: "plain",
        rules: { each: "id" },
        dueAt: "plain",
        exchanged,
        policy: "id"
      }
    }
  },
  approved: { id: "id", by: "id", policy: "id" },
  denied: { id: "id", by: "id", asked: "name", reason: "reason" },
  "approval-ended": { id: "id", asked: "name", reason: "reason" },
  "approval-lapsed": { id: "id", dueAt: "plain" },
  "spot-check-drawn": { id: "id", of: "plain", draw: "plain", by: "id", approvedBy: "id", person: "id" },
  "spot-check-found": { id: "id", by: "id", finding: "plain", reason: "reason" },
  "demands-reduced": {
    id: "id",
    part: "id",
    by: "id",
    gates: { each: "id" },
    grades: { each: { members: { dimension: "id", from: "id", to: "id" } } },
    clocks: { each: { members: { clock: "id", from: "plain", to: "plain" } } },
    powers: "plain",
    reason: "reason"
  },
  "command-refused": { asked: "name", by: "id", rules: { each: "id" } }
}

const lifecycle: ClearFields<Lifecycle> = {
  "loop-chosen": { loop: "id" },
  "customer-loop-closed": { outcome: "plain", isOnBehalf: "plain", by: "id" },
  "system-loop-closed": { by: "id" },
  "case-closed": { outcome: "plain", isOnBehalf: "plain" },
  "case-reopened": { gate: "id", side: "plain", cause: "id", reason: "reason" },
  "reopening-parked": { cause: "id", by: "id", text: "sealed" },
  "reopening-dismissed": { by: "id", reason: "reason" },
  "customer-confirmed": replied,
  "customer-dissatisfied": { ...replied, text: "sealed" },
  "case-withdrawn": { by: "id", onBehalfOf: "id", reason: "reason" },
  "case-forwarded": { by: "id", reason: "reason" },
  "case-turned-away": { by: "id", reason: "reason" }
}

/** The fields that may be in the clear of events about evidence, decisions, grants and ends. */
export const decisionFields: ClearFields<Gates & Grades & Authority & Lifecycle> = {
  ...gates,
  ...grades,
  ...authority,
  ...lifecycle
}

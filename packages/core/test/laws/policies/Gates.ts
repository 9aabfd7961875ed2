/** The gates of generated policies, and their reopenings. */
import fc from "fast-check"
import { dates, days, hours, type Wishes } from "../../../src/testing/Build.ts"
import type { GateWish, LoopWish } from "../../../src/testing/Wishes.ts"
import { type Drawn, flag, given, one } from "./choice.ts"

const usual = [
  "receipted",
  "acknowledged",
  "agreed",
  "corrected",
  "told",
  "confirmed",
  "investigated",
  "prevented",
  "verified"
]
const more = ["classified", "contained", "approved", "noted", "quick", "looked"]

/** Signatures, explanations and order, for gates that may have them. */
const softened = fc.record({
  signOff: one<readonly string[]>([], [], ["departments"], ["supervisor"]),
  explain: one("never", "never", "alone", "signed", "asked"),
  outOfOrder: one("refused", "recorded")
})

/** The random choices about gates. */
export const gates = fc.record({
  kept: fc.oneof(
    { weight: 2, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.subarray(usual, { minLength: 3 }) }
  ),
  more: fc.subarray(more),
  told: softened,
  prevented: softened,
  notBy: one<readonly string[]>([], [], ["acknowledged"]),
  asks: one<readonly string[]>([], [], ["batch"]),
  basis: one(undefined, "ISO 10002 7.4"),
  repliedBy: one<readonly string[] | undefined>(undefined, undefined, ["customer"], ["supervisor"]),
  rounds: one(undefined, 1, 2),
  arbiter: one("director", "director", undefined),
  confirmedBy: one<readonly string[]>(["customer"], ["customer", "owner"]),
  silence: one("customer-loop", "nothing", undefined),
  channelsUsed: one(1, 2),
  survey: one(undefined, "survey", "visit"),
  method: one(undefined, ["five-whys", "fishbone", "five-w-one-h", "eight-d"] as const),
  depth: one(undefined, 1, 3),
  surfaceCauses: one(undefined, ["operator error"]),
  evidence: one(undefined, "required", "optional"),
  smart: one(undefined, true, false),
  prevents: one(undefined, "recurrence", "occurrence"),
  observe: one("a month", "by impact", undefined),
  proof: one(undefined, "no-recurrence", "metric", "either", "both"),
  ifFailed: one(undefined, "investigated"),
  oneOf: one(undefined, ["adopted", "later", "declined"]),
  means: one(undefined, { adopted: "adopted", later: "later", declined: "other" } as const),
  reopenClocks: one(undefined, "resume", "restart", "continue"),
  reopenAtMost: one(undefined, undefined, 1, 3),
  reopenWithin: one(30, 30, 2),
  reopens: one("dissatisfied", "dissatisfied", "urgent", "delivered", "never"),
  thanks: flag
})
/** The values of these choices. */
export type Gates = Drawn<typeof gates>

/** Returns the gate that tells the result, or another one if the policy lacks it. */
export const toldBy = ({ kept }: Gates): string =>
  kept.includes("told") ? "told" : (kept.find((name) => name !== "receipted") ?? "acknowledged")

const soft = ({ signOff, explain, outOfOrder }: Gates["told"]): GateWish => {
  const door = {
    never: undefined,
    alone: { by: ["supervisor"] },
    signed: { by: ["supervisor", "owner"], signOff: ["director"], tell: "delayed" },
    asked: { by: ["owner"], fields: ["batch"], when: { urgency: ["important", "routine"] } }
  }[explain]
  return { signOff, outOfOrder, ...given({ orExplain: door }) }
}

const customerLoop = (g: Gates): Readonly<Record<string, GateWish>> => ({
  receipted: { kind: "acknowledgement", by: ["automatic"], tell: "receipt" },
  acknowledged: { kind: "acknowledgement", ...given({ basis: g.basis }) },
  classified: { kind: "classification", by: ["owner", "supervisor"] },
  agreed: {
    kind: "proposal",
    after: ["acknowledged"],
    tell: "proposal",
    ...given({ repliedBy: g.repliedBy, rounds: g.rounds, arbiter: g.arbiter })
  },
  corrected: { kind: "correction", after: ["agreed"], title: { en: "Put right", "zh-CN": "已更正" } },
  quick: {
    kind: "record",
    onlyWithin: [{ when: { urgency: "urgent" }, gives: hours(2) }, { gives: hours(6) }],
    insteadOf: g.kept.filter((name) => name === "agreed" || name === "corrected")
  },
  told: { kind: "result", after: ["corrected"], tell: "result", notify: ["head", "departments"], ...soft(g.told) },
  confirmed: {
    kind: "confirmation",
    after: ["told"],
    by: g.confirmedBy,
    ...given({
      survey: g.survey,
      silence:
        g.silence === undefined
          ? undefined
          : { after: days(3), attempts: 2, channelsUsed: g.channelsUsed, closes: g.silence }
    })
  },
  approved: { kind: "approval", after: ["acknowledged"], by: ["director", "supervisor"], notBy: g.notBy },
  looked: { kind: "findings", after: ["acknowledged"] },
  noted: { kind: "record", after: ["acknowledged"], by: ["automatic"], optional: true, notify: ["supervisor"] }
})

const systemLoop = (g: Gates): Readonly<Record<string, GateWish>> => ({
  contained: { kind: "containment", after: ["acknowledged"], fields: g.asks, by: ["owner", "department", "head"] },
  investigated: {
    kind: "root-cause",
    after: ["acknowledged"],
    when: { priority: ["P0", "P1", "P2"] },
    ...given({ method: g.method, depth: g.depth, surfaceCauses: g.surfaceCauses, evidence: g.evidence })
  },
  prevented: {
    kind: "prevention",
    after: ["investigated"],
    when: { impact: ["systemic", "group"] },
    ...soft(g.prevented),
    ...given({ smart: g.smart, prevents: g.prevents })
  },
  verified: {
    kind: "effectiveness",
    after: ["prevented"],
    when: { "gate.prevented": "passed" },
    ...(g.observe === "a month" ? { observe: dates(30) } : {}),
    ...(g.observe === "by impact"
      ? { observe: [{ when: { impact: "systemic" }, gives: dates(60) }, { gives: dates(14) }] }
      : {}),
    ...given({ proof: g.proof, ifFailed: g.ifFailed })
  }
})

const reopening = (g: Gates): NonNullable<LoopWish["reopen"]> => {
  const backTo = g.kept.includes("agreed") ? "agreed" : toldBy(g)
  const rule = { backTo, within: dates(g.reopenWithin), ...given({ clocks: g.reopenClocks, atMost: g.reopenAtMost }) }
  const recurrence = { recurrence: { backTo: "investigated", within: dates(90) } }
  return {
    ...(g.reopens === "dissatisfied" ? { dissatisfied: rule } : {}),
    ...(g.reopens === "urgent" ? { dissatisfied: { ...rule, when: { urgency: "urgent" } } } : {}),
    ...(g.reopens === "delivered" ? { delivered: rule } : {}),
    ...(g.kept.includes("investigated") ? recurrence : {})
  }
}

/** Returns the gates of a version. */
export const gateWishes = (g: Gates): Wishes => ({
  only: [...g.kept, ...g.more],
  reopen: reopening(g),
  loops: {
    complaint: { when: { kind: "complaint" }, customer: customerLoop(g), system: systemLoop(g) },
    suggestion: {
      when: { kind: "suggestion" },
      customer: {
        decided: { kind: "decision", ...given({ oneOf: g.oneOf, means: g.means }) },
        told: { kind: "result", after: ["decided"], tell: "answer" }
      }
    },
    praise: {
      when: { kind: "praise" },
      customer: { thanked: { kind: "result", by: ["automatic"], tell: "thanks", notify: g.thanks ? ["praised"] : [] } }
    }
  }
})

/** Turns at gates: evidence, replies, signatures, explanations, finished actions. */

import type { Evidence } from "../../../src/case/generated/Command.ts"
import type { GateKind, GateRule } from "../../../src/policy/Bundle.ts"
import { action, rootCause } from "../../../src/testing/Build.ts"
import { customerOf, fixed, inDays, openGate, otherThan, ownerOf, owners, type Standing, type Turn } from "./Turn.ts"

/** Evidence that is enough for a gate of each kind that needs evidence. */
const evidence: Readonly<Partial<Record<GateKind, (s: Standing) => Evidence>>> = {
  classification: () => ({ category: "billing", reason: "it is about money" }),
  "root-cause": () => rootCause,
  proposal: () => ({ proposal: "redo it" }),
  decision: () => ({ decision: "adopted", reason: "it helps" }),
  correction: () => ({ actions: [{ what: "redone" }] }),
  prevention: (s) => ({ actions: [{ ...action("an alarm"), due: inDays(s, 9) }] }),
  effectiveness: () => ({ proof: "0" }),
  result: () => ({ result: "done" }),
  findings: () => ({ result: "nothing found" })
}

/** Returns who passes a gate: the first whom its rule names. */
const passer = (s: Standing, { by }: GateRule): string => {
  const [who = "owner"] = by
  if (who === "customer") return customerOf(s)
  if (who === "owner" || who === "automatic") return ownerOf(s)
  return s.world.people.find(({ roles }) => roles.includes(who))?.id ?? ownerOf(s)
}

/** Passes an open gate of these kinds with enough evidence, or with the given fields added. */
const passes =
  (more: Evidence = {}, ...kinds: readonly GateKind[]): Turn =>
  (s) => {
    const found = openGate(s, ({ kind, by }) => (kinds.length === 0 ? !by.includes("automatic") : kinds.includes(kind)))
    if (found === undefined) return undefined
    const { rule } = found
    if (rule.kind === "confirmation" && kinds.length === 0)
      return { by: customerOf(s), command: { do: "reply", says: "satisfied" } }
    if (rule.kind === "proposal" && found.state.rounds.length > 0 && found.state.rounds.at(-1)?.reply === undefined)
      return { by: customerOf(s), command: { do: "reply", says: "agree" } }
    const fields =
      rule.fields.length === 0 ? {} : { fields: Object.fromEntries(rule.fields.map((name) => [name, "7"])) }
    return {
      by: passer(s, rule),
      command: { do: "pass", gate: rule.name, ...evidence[rule.kind]?.(s), ...fields, ...more }
    }
  }

/** Passes the first open gate. */
export const onward: Turn = passes()

const signs: Turn = (s) => {
  const found = openGate(s, ({ signOff, orExplain }) => signOff.length > 0 || (orExplain?.signOff ?? []).length > 0)
  return found === undefined ? undefined : { by: "sam", command: { do: "sign", gate: found.rule.name } }
}

const explains =
  (fields: Readonly<Record<string, string>> | undefined): Turn =>
  (s) => {
    const found = openGate(s, ({ orExplain }) => orExplain !== undefined)
    if (found === undefined) return undefined
    const by = found.rule.orExplain?.by.includes("owner") === true ? ownerOf(s) : "sam"
    const more = fields === undefined ? {} : { fields }
    return { by, command: { do: "explain", gate: found.rule.name, reason: "no use", ...more } }
  }

const signedBy =
  (by: string): Turn =>
  (s) => {
    const move = signs(s)
    return move === undefined ? undefined : { ...move, by }
  }

/** Postpones a suggestion. */
export const putsOff: Turn = (s) =>
  passes({ decision: "later", reason: "next year", until: inDays(s, 9) }, "decision")(s)

const repliesWith =
  (says: "agree" | "counter" | "refuse" | "satisfied" | "dissatisfied", text?: string): Turn =>
  (s) => ({ by: customerOf(s), command: { do: "reply", says, ...(text === undefined ? {} : { text }) } })

const agrees = repliesWith("agree")
/** Counters a proposal. */
export const counters = repliesWith("counter", "twice, please")
/** Refuses a proposal. */
export const refuses = repliesWith("refuse")
/** Confirms that it was put right. */
export const satisfied = repliesWith("satisfied")
/** Says that it was not put right. */
export const dissatisfied = repliesWith("dissatisfied", "not at all")
/** Makes a proposal. */
export const proposes = passes({}, "proposal")
/** Decides a proposal as the arbiter. */
export const decides: Turn = (s) => {
  const move = proposes(s)
  return move === undefined ? undefined : { ...move, by: "dora" }
}
/** Shows the root cause. */
export const investigates = passes({}, "root-cause")
/** Plans the prevention. */
export const prevents = passes({}, "prevention")
/** Reports an action as done. */
export const done = owners({ do: "act-done", action: 1, evidence: "log" })
/** Shows that the prevention is effective. */
export const verifies = passes({}, "effectiveness")
/** Shows that the metric was missed. */
export const fails = passes({ shortfall: "3 instead of 0" }, "effectiveness")

/** Explanations and signatures, by everybody who might be asked for one. */
export const excuses: readonly Turn[] = [
  explains({ batch: "7" }),
  signs,
  signedBy("sue"),
  signedBy("dora"),
  signedBy("quinn")
]

/** Answers a survey of several questions: all, some, and questions that it does not ask. */
const answers =
  (facts: Readonly<Record<string, boolean | number>>): Turn =>
  (s) => ({ by: customerOf(s), command: { do: "answer", facts } })

/** Answers to a survey. */
export const surveyed: readonly Turn[] = [
  answers({ copies: 2 }),
  answers({ ease: 2 }),
  answers({ resolved: false }),
  answers({ resolved: true, ease: 4 })
]

/** The turns at gates. */
export const gateTurns: readonly Turn[] = [
  onward,
  onward,
  onward,
  onward,
  agrees,
  counters,
  refuses,
  satisfied,
  dissatisfied,
  repliesWith("dissatisfied"),
  decides,
  passes({}, "record"),
  passes({}, "result"),
  passes({}, "correction"),
  passes({}, "containment"),
  passes({}, "approval"),
  passes({}, "classification"),
  investigates,
  passes({ cause: "incidental" }, "root-cause"),
  passes({ method: "fishbone", whys: [], causes: { people: "a", machine: "b", method: "c" } }, "root-cause"),
  prevents,
  done,
  fixed("ben", { do: "act-done", action: 1 }),
  verifies,
  fails,
  passes({ decision: "declined", reason: "too dear" }, "decision"),
  passes({ decision: "later", reason: "next year" }, "decision"),
  putsOff,
  explains(undefined),
  ...excuses,
  (s) => ({ by: otherThan(s, ownerOf(s)), command: { do: "act-done", evidence: "our part" } }),
  fixed("sue", { do: "act-done", evidence: "our part" }),
  fixed("dora", { do: "waive", gate: "investigated", reason: "known" }),
  fixed("dora", { do: "waive", gate: "told", reason: "known" }),
  fixed("quinn", { do: "waive", gate: "told", reason: "known" }),
  fixed("sam", { do: "waive", gate: "corrected", reason: "nothing to do" })
]

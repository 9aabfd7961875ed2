/** Turns that move gates: evidence, replies, signatures, explanations, actions done. */

import type { Evidence } from "../../../src/case/generated/Command.ts"
import type { GateKind, GateRule } from "../../../src/policy/Bundle.ts"
import { action, rootCause } from "../../../src/testing/Build.ts"
import { customerOf, fixed, inDays, openGate, otherThan, ownerOf, owners, type Standing, type Turn } from "./Turn.ts"

/** What is enough for a gate of each kind that asks for evidence. */
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

/** Who passes a gate: the first that its rule names. */
const passer = (s: Standing, { by }: GateRule): string => {
  const [who = "owner"] = by
  if (who === "customer") return customerOf(s)
  if (who === "owner" || who === "automatic") return ownerOf(s)
  return s.world.people.find(({ roles }) => roles.includes(who))?.id ?? ownerOf(s)
}

/** Passes an open gate of these kinds with what is enough, or with what is said here beside it. */
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

/** Passes whatever is open first: the straight way through. */
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

export const putsOff: Turn = (s) =>
  passes({ decision: "later", reason: "next year", until: inDays(s, 9) }, "decision")(s)

const repliesWith =
  (says: "agree" | "counter" | "refuse" | "satisfied" | "dissatisfied", text?: string): Turn =>
  (s) => ({ by: customerOf(s), command: { do: "reply", says, ...(text === undefined ? {} : { text }) } })

const agrees = repliesWith("agree")
export const counters = repliesWith("counter", "twice, please")
export const refuses = repliesWith("refuse")
export const satisfied = repliesWith("satisfied")
export const dissatisfied = repliesWith("dissatisfied", "not at all")
export const proposes = passes({}, "proposal")
export const decides: Turn = (s) => {
  const move = proposes(s)
  return move === undefined ? undefined : { ...move, by: "dora" }
}
export const investigates = passes({}, "root-cause")
export const prevents = passes({}, "prevention")
export const done = owners({ do: "act-done", action: 1, evidence: "log" })
export const verifies = passes({}, "effectiveness")
export const fails = passes({ shortfall: "3 instead of 0" }, "effectiveness")

/** Explained and signed, by everybody who might be asked to. */
export const excuses: readonly Turn[] = [
  explains({ batch: "7" }),
  signs,
  signedBy("sue"),
  signedBy("dora"),
  signedBy("quinn")
]

/** Answers a survey of several questions: whole, in part, and what it does not ask. */
const answers =
  (facts: Readonly<Record<string, boolean | number>>): Turn =>
  (s) => ({ by: customerOf(s), command: { do: "answer", facts } })

export const surveyed: readonly Turn[] = [
  answers({ copies: 2 }),
  answers({ ease: 2 }),
  answers({ resolved: false }),
  answers({ resolved: true, ease: 4 })
]

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

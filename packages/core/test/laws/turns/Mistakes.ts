/** Turns that a policy refuses on any case: wrong words, wrong gates, wrong people, too little evidence. */

import type { Evidence } from "../../../src/case/generated/Command.ts"
import type { GateKind } from "../../../src/policy/Bundle.ts"
import { action } from "../../../src/testing/Build.ts"
import { mergesIntoClosed } from "./Feedback.ts"
import { customerOf, fixed, inDays, openGate, ownerOf, owners, type Turn } from "./Turn.ts"

/** Passes an open gate of a kind with too little evidence, by its owner. */
const poor =
  (kind: GateKind, evidence: Evidence): Turn =>
  (s) => {
    const found = openGate(s, (rule) => rule.kind === kind)
    return found === undefined
      ? undefined
      : { by: ownerOf(s), command: { do: "pass", gate: found.rule.name, ...evidence } }
  }

/** Passes a gate that must be passed by somebody else, by whoever acknowledged the case. */
export const passesTwice: Turn = (s) => {
  const found = openGate(s, ({ notBy }) => notBy.length > 0)
  const by = s.c.gates["acknowledged"]?.by
  return found === undefined || by === undefined ? undefined : { by, command: { do: "pass", gate: found.rule.name } }
}

const whys = { method: "five-whys", whys: ["late"], cause: "systemic" } as const

/** Root causes that are not deep enough, are surface causes, or have no evidence. */
export const poorCauses: readonly Turn[] = [
  poor("root-cause", { method: "guessing" }),
  poor("root-cause", { ...whys, evidence: [] }),
  poor("root-cause", { method: "five-whys", whys: ["a", "b", "operator error"], evidence: ["log"] }),
  poor("root-cause", { method: "fishbone", causes: { weather: "rain" }, cause: "systemic", evidence: ["log"] })
]

/** Actions that are not complete. */
export const poorActions: readonly Turn[] = [
  poor("correction", {}),
  poor("prevention", {}),
  poor("prevention", { actions: [{ what: "an alarm" }] }),
  poor("prevention", { actions: [{ what: " " }] }),
  poor("prevention", { actions: [{ ...action("an alarm"), due: "2020-01-01" }] }),
  poor("prevention", { actions: [{ ...action("an alarm"), owner: "nobody" }] }),
  poor("correction", { actions: [{ ...action("redone"), due: "soon" }] })
]

/** Proposals that are refused. */
export const poorProposals: readonly Turn[] = [
  poor("proposal", {}),
  (s) => ({ by: customerOf(s), command: { do: "reply", says: "satisfied", gate: "agreed" } }),
  poor("proposal", { proposal: "once more" })
]

/** Decisions that are refused. */
export const poorDecisions: readonly Turn[] = [
  poor("decision", { decision: "perhaps", reason: " " }),
  poor("decision", { decision: "later", reason: "next year", until: "2020-01-01" })
]

/** Results that are refused. */
export const poorResults: readonly Turn[] = [
  poor("findings", {}),
  poor("result", {}),
  poor("confirmation", {}),
  (s) => ({ by: customerOf(s), command: { do: "reply", says: "agree", gate: "confirmed" } })
]

/** Proofs of effectiveness that are refused. */
export const poorProofs: readonly Turn[] = [
  poor("effectiveness", {}),
  poor("effectiveness", { shortfall: "3 instead of 0" }),
  owners({ do: "pass", gate: "verified", proof: "0" })
]

/** Signatures and explanations that nobody asked for, or by the wrong person. */
export const poorExcuses: readonly Turn[] = [
  owners({ do: "sign", gate: "told" }),
  owners({ do: "explain", gate: "acknowledged", reason: "no time" }),
  owners({ do: "explain", gate: "told", reason: " " }),
  owners({ do: "explain", gate: "prevented", reason: " " }),
  fixed("dora", { do: "waive", gate: "investigated", reason: " " }),
  passesTwice
]

/** Deadlines that are refused. */
export const wrongDates: readonly Turn[] = [
  owners({ do: "extend", clock: "told", until: "soon", reason: "late" }),
  owners({ do: "extend", clock: "told", until: "2020-01-01", reason: "late" }),
  (s) => ({ by: "sam", command: { do: "extend", clock: "told", until: inDays(s, 400), reason: "late" } }),
  owners({ do: "extend", clock: "corrected", reason: "late" }),
  owners({ do: "extend", clock: "nowhere", reason: "late" }),
  owners({ do: "pause", reason: "lunch" })
]

/** Uses of authority that are refused. */
export const wrongPowers: readonly Turn[] = [
  ({ c }) => {
    const [first] = c.authority.approvals
    return first === undefined ? undefined : { by: first.by, command: { do: "approve" } }
  },
  ({ c }) => {
    const open = c.authority.draws.find(({ finding }) => finding === undefined)
    return open === undefined
      ? undefined
      : { by: open.by, command: { do: "spot-check", decision: open.id, finds: "right" } }
  },
  owners({ do: "approve", approval: "c0" }),
  owners({ do: "spot-check", decision: "c0", finds: "wrong" }),
  owners({ do: "compensate", amount: -1, reason: " " }),
  owners({ do: "discount", amount: "much", reason: "sorry" }),
  owners({ do: "compensate", amount: "9 XAU", reason: "sorry" }),
  owners({ do: "regrade", to: "dreadful", reason: "it is" }),
  owners({ do: "regrade", to: "P0", reason: "it is" })
]

const unheard: readonly Turn[] = [
  ({ c }) => ({ by: "ann", command: { do: "submit", case: c.id, channel: "phone", verbatim: "again" } }),
  ({ world }) => {
    const id = ["E", "F"].find((one) => !world.cases.has(one)) ?? "G"
    return { by: "ann", case: id, command: { do: "submit", case: id, channel: "phone", verbatim: " " } }
  },
  ({ world }) => {
    const id = ["E", "F"].find((one) => !world.cases.has(one)) ?? "G"
    return { by: "ann", case: id, command: { do: "submit", case: id, channel: "form", score: 9 } }
  },
  () => ({ by: "ann", case: "nowhere", command: { do: "note", text: "to nobody" } }),
  fixed("system:host", { do: "event", name: "unheard-of" }),
  owners({ do: "set", addresses: { telepathy: "ida", phone: " " } }),
  owners({ do: "split", text: " " }),
  ({ c }) => ({ by: "sam", command: { do: "merge", into: c.id } }),
  fixed("sam", { do: "merge", into: "nowhere" }),
  mergesIntoClosed,
  owners({ do: "reclassify", category: "weather", reason: "rain" }),
  owners({ do: "reclassify", kind: "riddle", reason: " " }),
  owners({ do: "set", facts: { colour: "red" } }),
  owners({ do: "set", facts: { copies: "many" } }),
  owners({ do: "set", addresses: { pigeon: "loft 3" } }),
  owners({ do: "set", addresses: { mail: " " } }),
  owners({ do: "act-done", action: 9 }),
  owners({ do: "pass", gate: "nowhere" }),
  owners({ do: "waive", gate: "nowhere", reason: "known" }),
  owners({ do: "hand-over", to: "nobody", reason: " " }),
  (s) => ({ by: ownerOf(s), command: { do: "hand-over", to: ownerOf(s), reason: "mine" } }),
  owners({ do: "delegate", to: "ann", until: "2020-01-01", roles: ["director"] }),
  owners({ do: "delegate", to: "nobody", until: "2020-01-01" }),
  owners({ do: "reopen", because: "whim", reason: "why not" }),
  owners({ do: "reopen", because: "dissatisfied", reason: " " }),
  fixed("sam", { do: "move-policy", reason: " " })
]

const strangers: readonly Turn[] = [
  fixed("mallory", { do: "event", name: "delivered" }),
  fixed("mallory", { do: "write", text: "I am Carl" }),
  fixed("mallory", { do: "set", facts: { urgent: true } }),
  fixed("quinn", { do: "set", facts: { copies: 3, spare: false } }),
  owners({ do: "set", facts: { spare: true } }),
  fixed("mallory", { do: "act-done" }),
  fixed("mallory", { do: "hand-over", to: "ann", reason: "to her" }),
  fixed("mallory", { do: "accept" }),
  fixed("mallory", { do: "deny", reason: "I say so" }),
  fixed("mallory", { do: "withdraw" }),
  fixed("mallory", { do: "forward" }),
  fixed("mallory", { do: "turn-away", reason: "I say so" }),
  fixed("mallory", { do: "close" }),
  fixed("channel:bot", { do: "compensate", amount: 1, reason: "sorry" })
]

/** Commands that come too early. */
const early: readonly Turn[] = [
  owners({ do: "pass", gate: "told", result: "done" }),
  owners({ do: "pass", gate: "confirmed" }),
  poor("containment", {}),
  poor("classification", { category: "weather" })
]

/** The turns that a policy refuses. */
export const mistakes: readonly Turn[] = [
  ...poorCauses,
  ...poorActions,
  ...poorProposals,
  ...poorDecisions,
  ...poorResults,
  ...poorProofs,
  ...poorExcuses,
  ...wrongDates,
  ...wrongPowers,
  ...unheard,
  ...strangers,
  ...early
]

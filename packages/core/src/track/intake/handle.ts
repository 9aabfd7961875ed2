/** Opening a case and adding to what is known about it. */

import type { Draft } from "../../decider/Draft.ts"
import * as Drafts from "../../decider/Draft.ts"
import * as Who from "../../decider/Who.ts"
import { attempted } from "../../gate/Confirmation.ts"
import { custodian } from "../../model/Actor.ts"
import type { GateRule } from "../../model/Bundle.ts"
import type { CommandOf } from "../../model/Command.ts"
import type { Loop } from "../../model/Policy.ts"
import { holds } from "../../model/Policy.ts"
import type { Reason } from "../../model/Refusal.ts"
import { reason } from "../../model/Refusal.ts"
import { cancel } from "../clock/react.ts"
import { againstFacts } from "../gate/handle.ts"
import * as Gate from "../gate/State.ts"
import { reopen, sendBack } from "../lifecycle/reopen.ts"
import { tellStaff } from "../message/send.ts"
import type { Understanding } from "./State.ts"
import { understand } from "./understand.ts"

export const submit = (d: Draft, c: CommandOf<"submit">): readonly Reason[] => {
  if (d.state.version > 0) return [reason("case/exists", undefined, { case: c.case })]
  const { do: _, case: __, ...submission } = c
  const facts = { ...d.meta.gathered.customer?.facts, ...c.facts }
  const reasons = [...againstFacts(d, facts)]
  if ((c.verbatim ?? "").trim() === "" && c.score === undefined) reasons.push(reason("intake/no-words"))
  if (reasons.length > 0) return reasons
  const { bundle } = d.policy
  const language = c.customerLanguage ?? d.meta.gathered.customer?.language
  Drafts.emit(d, "case-opened", {
    policy: { id: bundle.id, content: bundle.content, calendars: bundle.calendarsHash },
    receipt: {
      ...submission,
      ...(language === undefined ? {} : { customerLanguage: language }),
      receiver: d.meta.actor.id,
      receivedAt: d.now,
      loggedAt: d.meta.receivedAt
    },
    facts,
    contacts: d.meta.gathered.sameMatter ?? { contacts: 1, unanswered: 0 }
  })
  classify(d, understand(d.policy, submission))
  return []
}

const classify = (d: Draft, understanding: Understanding): void => {
  const path = understanding.category === undefined ? "dictionary" : `dictionary.categories.${understanding.category}`
  Drafts.emit(d, "classified", { understanding }, path)
  const reviewer = d.policy.bundle.dictionary.reviewBy
  // Praise and plain ratings are thanked, not routed: no category needs a person's review.
  const routed = understanding.kind !== "praise" && understanding.kind !== "rating"
  if (!understanding.sure && routed && reviewer !== undefined) {
    const candidates = [understanding.category, understanding.second?.category].filter((name) => name !== undefined)
    Drafts.emit(d, "review-asked", { of: reviewer, candidates }, "dictionary.sure-above")
  }
}

/** Chooses the loop of the case's kind; exactly one fits, since the compiler has checked it. */
export const chooseLoop = (d: Draft): void => {
  if (d.state.intake.understanding === undefined || d.state.lifecycle.closedAt !== undefined) return
  const fits = d.policy.bundle.loops.find((loop) => holds(loop.when, Drafts.vector(d)) === "yes")
  if (fits === undefined || fits.name === d.state.lifecycle.loop) return
  Drafts.emit(d, "loop-chosen", { loop: fits.name }, `${fits.path}.when`)
  const loop = Drafts.loop(d)
  // What the old loop promised is not owed any more; what both promise goes on.
  for (const [name, clock] of Object.entries(d.state.clocks)) {
    const gate = clock.timer !== undefined && "gate" in clock.timer ? clock.timer.gate : undefined
    const isGone =
      gate === undefined
        ? clock.timer === undefined && loop?.clocks.get(name)?.path !== clock.rule
        : !loop?.gates.has(gate)
    if (isGone) cancel(d, name, "loop-changed")
  }
}

/** Who may correct what the dictionary said: the owner, the role that reviews, and whoever may regrade. */
const mayCorrect = (d: Draft): boolean => {
  const { actor } = d.meta
  const { authority, dictionary } = d.policy.bundle
  const regrades = authority.limits.some((limit) => actor.roles.includes(limit.role) && limit.regrade.length > 0)
  return (
    actor.id === d.state.ownership.owner ||
    (dictionary.reviewBy !== undefined && actor.roles.includes(dictionary.reviewBy)) ||
    regrades
  )
}

const kinds = ["complaint", "suggestion", "inquiry", "praise", "rating"]

export const reclassify = (d: Draft, c: CommandOf<"reclassify">): readonly Reason[] => {
  const was = d.state.intake.understanding
  const known = d.policy.bundle.dictionary.categories.map((category) => category.name)
  const reasons: Reason[] = []
  if (!mayCorrect(d))
    reasons.push(
      reason("gate/wrong-person", "dictionary.review-by", {
        gate: "classification",
        by: d.policy.bundle.dictionary.reviewBy ?? "owner",
        actor: d.meta.actor.id,
        owner: d.state.ownership.owner
      })
    )
  if (c.category !== undefined && !known.includes(c.category))
    reasons.push(
      reason("classification/unknown", "dictionary.categories", { category: c.category, known: known.join(", ") })
    )
  if (c.kind !== undefined && !kinds.includes(c.kind))
    reasons.push(reason("classification/unknown", "dictionary.kinds", { category: c.kind, known: kinds.join(", ") }))
  if (c.reason.trim() === "") reasons.push(reason("reason/missing", "dictionary"))
  if (reasons.length > 0 || was === undefined) return reasons
  const by = d.meta.actor.id
  const understanding: Understanding = {
    ...was,
    kind: c.kind ?? was.kind,
    ...(c.category === undefined ? {} : { category: c.category }),
    confidence: 1,
    sure: true,
    decidedBy: by
  }
  d.because = c.reason
  Drafts.emit(
    d,
    "reclassified",
    { understanding, by, reason: c.reason },
    understanding.category === undefined ? "dictionary" : `dictionary.categories.${understanding.category}`
  )
  return []
}

export const set = (d: Draft, c: CommandOf<"set">): readonly Reason[] => {
  const facts = c.facts ?? {}
  const reasons = [...againstFacts(d, facts)]
  if (d.meta.actor.kind === "customer")
    reasons.push(
      reason("gate/wrong-person", "facts", {
        gate: "facts",
        by: "staff",
        actor: d.meta.actor.id,
        owner: d.state.ownership.owner
      })
    )
  if (reasons.length > 0) return reasons
  d.because = c.reason ?? "facts"
  if (Object.keys(facts).length > 0 || c.cause !== undefined)
    Drafts.emit(d, "facts-recorded", {
      facts,
      by: d.meta.actor.id,
      ...(c.cause === undefined ? {} : { cause: c.cause }),
      ...(c.reason === undefined ? {} : { reason: c.reason })
    })
  if (c.causeOf !== undefined) Drafts.emit(d, "case-linked", { to: c.causeOf, as: "same-cause" }, "problems.same")
  return []
}

/** Word by the customer, or word to the customer by staff. */
export const write = (d: Draft, c: CommandOf<"write">): readonly Reason[] => {
  const { actor } = d.meta
  if (actor.kind === "customer") {
    if (!Who.isCustomer(d.state, actor))
      return [reason("gate/wrong-person", undefined, { gate: "write", by: "customer", actor: actor.id, owner: "" })]
    Drafts.emit(d, "customer-wrote", { text: c.text, channel: c.channel ?? d.state.intake.lastChannel ?? "" })
    return []
  }
  Drafts.emit(d, "customer-told", { text: c.text, by: actor.id })
  for (const rule of Drafts.loop(d)?.gates.values() ?? []) {
    const state = Gate.at(d.state.gates, rule.name)
    if (rule.kind === "confirmation" && state.status === "open")
      attempted({ d, rule, state }, c.channel ?? d.state.intake.lastChannel ?? "", actor.id)
  }
  const { receipt, language, lastChannel } = d.state.intake
  const channel = c.channel ?? lastChannel
  Drafts.emit(d, "message-queued", {
    id: `m${d.state.messages.count + 1}`,
    message: "word",
    to: receipt?.customer ?? "anonymous",
    audience: "customer",
    language: language ?? d.policy.bundle.language,
    text: c.text,
    ...(channel === undefined ? {} : { channel })
  })
  return []
}

/** The problem this case belongs to counted its cases. */
export const count = (d: Draft, c: CommandOf<"count">): readonly Reason[] => {
  const { problem } = d.state.intake
  if (problem?.id !== c.problem) return []
  const open = c.status === "open"
  if (problem.customers === c.customers && problem.cases === c.cases && problem.open === open) return []
  d.because = "stream"
  Drafts.emit(d, "problem-told", { problem: c.problem, customers: c.customers, cases: c.cases, open }, "problems")
  return []
}

/** The cause of this case came back: a running verification fails, and the root cause is open again. */
export const recurred = (d: Draft, c: CommandOf<"recurred">): readonly Reason[] => {
  const loop = Drafts.loop(d)
  if (!d.state.intake.links.includes(c.case))
    Drafts.emit(d, "case-linked", { to: c.case, as: "recurrence" }, "problems.same")
  for (const rule of loop?.rule.gates ?? []) {
    if (rule.kind !== "effectiveness" || Gate.at(d.state.gates, rule.name).status !== "open") continue
    Drafts.emit(d, "verification-failed", { gate: rule.name, reason: c.reason }, rule.path)
    failed(d, backFrom(loop, rule), c.reason, rule.path)
    return []
  }
  // The loop was closed: the policy's reopening for a recurrence takes it, or the link alone is on file.
  if (d.state.lifecycle.systemLoop !== undefined) reopen(d, "recurrence", c.reason)
  return []
}

/** Where a failed check sends back to: what the policy says, else the analysis, else the check itself. */
const backFrom = (loop: Loop | undefined, rule: GateRule): GateRule =>
  loop?.gates.get(rule.ifFailed ?? "") ??
  loop?.rule.gates.find((gate) => gate.kind === "root-cause" && gate.side === rule.side) ??
  rule

const failed = (d: Draft, back: Parameters<typeof sendBack>[1], why: string, path: string): void => {
  sendBack(d, back, "recurrence", why, undefined, path)
  const owner = d.state.ownership.owner
  if (owner !== custodian) tellStaff(d, "verification-failed", [owner], { reason: why })
}

/** Opening a case and adding to what is known about it. */

import { againstFacts } from "../../case/FactCheck.ts"
import type { CommandOf, Facts } from "../../case/generated/Command.ts"
import type { Reason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import { cancel } from "../../draft/clocks.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { tellCustomer, tellStaff } from "../../draft/send.ts"
import { nameOf } from "../../people/Actor.ts"
import { holds } from "../../policy/Policy.ts"
import { defined } from "../../value/Optional.ts"
import { park } from "../lifecycle/park.ts"
import { reopen } from "../lifecycle/reopen.ts"
import { againstConsents } from "./consent.ts"
import { againstClass, correct } from "./correct.ts"
import { called } from "./courtesy.ts"
import { ask } from "./form.ts"
import { classified, reread } from "./reread.ts"
import { againstScore, understand, wordsOf } from "./understand.ts"

export const submit = (d: Draft, c: CommandOf<"submit">): readonly Reason[] => {
  if (d.state.version > 0) return [reason("case/exists", undefined, { case: c.case })]
  const { do: _, case: __, of, category, ...submission } = c
  const facts = { ...d.meta.gathered.customer?.facts, ...c.facts }
  const reasons = [
    ...againstFacts(d, facts),
    ...againstScore(d.policy, c),
    ...againstClass(d, { ...c }),
    ...againstConsents(d.policy, c.consent ?? [])
  ]
  if ((c.verbatim ?? "").trim() === "" && c.score === undefined) reasons.push(reason("intake/no-words"))
  if (reasons.length > 0) return reasons
  const { bundle } = d.policy
  const { customer: known, sameMatter, words } = d.meta.gathered
  const language = c.customerLanguage ?? known?.language
  Drafts.emit(
    d,
    "case-opened",
    defined({
      policy: { id: bundle.id, content: bundle.content, calendars: bundle.calendarsHash },
      receipt: {
        ...submission,
        ...defined({ customerLanguage: language }),
        receiver: nameOf(d.meta.actor),
        receivedAt: d.now,
        loggedAt: d.meta.receivedAt
      },
      facts,
      contacts: { contacts: sameMatter?.contacts ?? 1, unanswered: sameMatter?.unanswered ?? 0 },
      of
    })
  )
  const understood = understand(d.policy, submission, called(d.meta.gathered, c.customerName), words)
  classified(d, understood)
  if (category !== undefined)
    correct(
      d,
      { ...understood, category, confidence: 1, sure: true, decidedBy: nameOf(d.meta.actor) },
      nameOf(d.meta.actor),
      "split"
    )
  links(d, c)
  ask(d)
  return []
}

/** Cases that this one may have to do with; staff see them, customers are told nothing of them. */
const links = (d: Draft, { of }: CommandOf<"submit">): void => {
  const { earlier = [], mentions } = d.meta.gathered.sameMatter ?? {}
  if (of !== undefined) Drafts.emit(d, "case-linked", { to: of.case, as: "origin" }, "intake.split")
  for (const to of earlier) Drafts.emit(d, "case-linked", { to, as: "earlier" }, "intake.same-case")
  if (mentions !== undefined && !earlier.includes(mentions))
    Drafts.emit(d, "case-linked", { to: mentions, as: "mentioned" }, "intake")
}

/** The same thing once more: it belongs here, with the same owner and the same promises, and the customer is told so. */
export const join = (d: Draft, c: CommandOf<"join">): readonly Reason[] => {
  const { channel, contacts, unanswered, again } = c
  const text = wordsOf(c)
  // The case is there whatever else the message says: what the policy does not ask for is left out.
  const consent = (c.consent ?? []).filter((name) => againstConsents(d.policy, [name]).length === 0)
  const { channels, isAsked } = d.state.conversation
  if (again === true && channels.includes(channel)) return []
  Drafts.emit(
    d,
    "feedback-joined",
    {
      channel,
      receivedAt: d.now,
      contacts: again === true ? d.state.feedback.contacts : { contacts, unanswered },
      ...(text === "" ? {} : { text }),
      ...defined({ customer: c.customer, score: c.score, facts: c.facts }),
      ...(consent.length === 0 ? {} : { consent }),
      ...(again === true ? { again } : {})
    },
    "intake.same-case"
  )
  const owner = d.state.ownership.owner
  tellStaff(d, "said-again", [owner], { values: { channel } })
  if (again === true) return []
  learn(d, c.facts ?? {})
  reread(d, isAsked, d.meta.gathered.words)
  tellCustomer(d, "joined")
  return []
}

/** What is told again may add to what is known; what is known stays, and another value is on the record. */
const learn = (d: Draft, told: Facts): void => {
  const fresh = Object.entries(told).filter(
    ([name, value]) => d.state.feedback.facts[name] === undefined && againstFacts(d, { [name]: value }).length === 0
  )
  if (fresh.length > 0)
    Drafts.emit(d, "facts-recorded", { facts: Object.fromEntries(fresh), by: nameOf(d.meta.actor) }, "intake.same-case")
}

/** An event of the host's own, about this case. Customers report no events. */
export const happen = (d: Draft, c: CommandOf<"event">): readonly Reason[] => {
  const { events } = d.policy.bundle
  if (!events.includes(c.name)) return [reason("intake/unknown-event", "events", { event: c.name, known: events })]
  Drafts.emit(d, "event-happened", { name: c.name, by: nameOf(d.meta.actor) }, "events")
  const loop = Drafts.loop(d)
  const isOver = d.state.lifecycle.customerLoop !== undefined
  if (isOver && loop?.rule.reopen.some((rule) => rule.cause === c.name))
    park(d, c.name, reopen(d, c.name, c.name), undefined)
  return []
}

/** Chooses the loop of the case's kind; exactly one fits, since the compiler has checked it. */
export const chooseLoop = (d: Draft): void => {
  if (d.state.feedback.understanding === undefined || d.state.lifecycle.closedAt !== undefined) return
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

export const set = (d: Draft, c: CommandOf<"set">): readonly Reason[] => {
  const facts = c.facts ?? {}
  const reasons = [...againstFacts(d, facts)]
  if (reasons.length > 0) return reasons
  d.because = c.reason ?? "facts"
  if (Object.keys(facts).length > 0 || c.cause !== undefined)
    Drafts.emit(d, "facts-recorded", defined({ facts, by: nameOf(d.meta.actor), cause: c.cause, reason: c.reason }))
  if (c.causeOf !== undefined) Drafts.emit(d, "case-linked", { to: c.causeOf, as: "same-cause" }, "problems.same")
  return []
}

/** The problem this case belongs to counted its cases. */
export const count = (d: Draft, c: CommandOf<"count">): readonly Reason[] => {
  const { problem } = d.state.relations
  if (problem?.id !== c.problem) return []
  const open = c.status === "open"
  if (problem.customers === c.customers && problem.cases === c.cases && problem.open === open) return []
  d.because = "stream"
  Drafts.emit(d, "problem-told", { problem: c.problem, customers: c.customers, cases: c.cases, open }, "problems")
  return []
}

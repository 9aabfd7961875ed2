/**
 * What the staff hear of what has happened on a case: by the event, whom it concerns, and what they are told. Requests,
 * offers, actions and clocks tell of themselves, where they stand. Source: `draft/Notice.ts`
 */

import type { Bodies, CaseEvent, EventName, EventNamed } from "../../case/Case.ts"
import * as Gate from "../../case/track/Gate.ts"
import type { Spoken } from "../../case/track/Spoken.ts"
import { timerNamed } from "../../case/track/Timer.ts"
import type { EventOf } from "../../case/track/Track.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import type { Name as Notice } from "../../draft/Notice.ts"
import { departmentTitle, type Value } from "../../draft/placeholder.ts"
import { type NoticeOccasion, tellNamed, tellStaff } from "../../draft/send.ts"
import { anonymous, customerOf, isOfCustomer, parse } from "../../people/Actor.ts"
import type { EndingRule, GateRule, Who as WhoWord } from "../../policy/Bundle.ts"
import { inLanguage } from "../../text/phrase/InLanguage.ts"
import { defined } from "../../value/Optional.ts"
import { missing } from "../../who/Signature.ts"
import * as Who from "../../who/Who.ts"

type Tell<T extends EventName> = (d: Draft, event: EventOf<Bodies, T>) => void

const tellOwner = <N extends Notice>(d: Draft, notice: N, occasion: NoticeOccasion<N> = {}): void =>
  tellStaff(d, notice, [d.state.ownership.owner], occasion)

/** So much of the customer's words stands in a notice. */
const mostWords = 300

/** Something that a customer said. */
interface Said {
  readonly text?: string | undefined
  readonly channel?: string | undefined
  /** Who said it, where that is not whom the case was opened for. */
  readonly customer?: string | undefined
}

/**
 * The customer's words as a notice quotes them, and where they came from. A notice is sealed under the key of the customer
 * for whom the case was opened: words of another one do not stand in it.
 */
export const quote = (d: Draft, { text = "", channel, customer }: Said) => {
  const isOwn = customer === undefined || customer === (d.state.conversation.customer ?? customerOf(anonymous))
  const words = text.trim() === "" || !isOwn ? undefined : { quoted: text, most: mostWords }
  return { "said.words": words, "said.channel": channel }
}

const words = (d: Draft, said: Said) => ({ "said.words": quote(d, said)["said.words"] })

/** Whoever spoke, where the event says it of a word that the staff may have entered for them. */
const spokenFor = ({ by, onBehalfOf = by }: Spoken): string | undefined => {
  const actor = parse(onBehalfOf)
  return isOfCustomer(actor) ? customerOf(actor) : undefined
}

/** Returns the words of the customer's with which something came: those of the same instant. */
const wordsAt = (d: Draft, at: number): Said => {
  for (const event of d.events) {
    if (event.at !== at) continue
    if (event.event === "customer-wrote") return { text: event.text, customer: event.customer }
    if (event.event === "customer-dissatisfied") return { text: event.text, customer: spokenFor(event) }
  }
  return {}
}

/** Returns what was said last by whom the case was opened for. */
export const lastSaid = ({ state }: Draft): Said =>
  state.conversation.said.findLast(
    ({ text, from, customer }) => text !== "" && from === undefined && customer === undefined
  ) ?? {}

const hasAt = (d: Draft, at: number, ...names: readonly EventName[]): boolean =>
  d.events.some((event) => event.at === at && names.includes(event.event))

const by =
  (name: string): Value =>
  (v) =>
    v.who(name)

/** Who entered an answer for the customer; nobody where they gave it themselves. */
const entered = ({ by: who, onBehalfOf }: Spoken) => ({ "act.by": onBehalfOf === undefined ? undefined : by(who) })

/**
 * Whoever did not take the case themselves is told of it, as long as there is something left to do. Whom a rule makes the
 * owner comes to it by nobody's act, not even by their own.
 */
const assigned: Tell<"owner-assigned"> = (d, { owner, takenUp, as, reason }) => {
  if (takenUp || d.state.ownership.owner !== owner || d.state.lifecycle.closedAt !== undefined) return
  const send = as === "arbiter" ? tellStaff : tellNamed
  send(d, "assigned", [owner], { reason, values: quote(d, lastSaid(d)) })
}

/** Thanks alone are told where they end the wait for an answer; what opens a case again, or the next, tells of itself. */
const wrote: Tell<"customer-wrote"> = (d, e) => {
  const { at, as } = e
  if (as === "automatic" || as === "reply") return
  if (as === "courtesy" && !hasAt(d, at, "silence-ended")) return
  if (hasAt(d, at, "case-reopened", "reopening-parked", "case-followed")) return
  if (isAnswerAlone(d, at)) return
  tellOwner(d, "word-to-read", { values: quote(d, e) })
}

/** Whether words were an answer that a survey counts, such as a mark or a choice: an answer in words has still to be read. */
const isAnswerAlone = (d: Draft, at: number): boolean =>
  d.events.some(
    (event) =>
      event.event === "survey-answered" &&
      event.at === at &&
      Object.keys(event.answers).every((fact) => d.policy.bundle.facts[fact]?.type._tag !== "Text")
  )

/** Opened again by what has a notice of its own. */
const isToldOtherwise: ReadonlySet<string> = new Set(["regraded", "bounced", "later", "merged", "shortfall"])

const reopened: Tell<"case-reopened"> = (d, { at, gate, cause, reason }) => {
  if (isToldOtherwise.has(cause) || hasAt(d, at, "verification-failed")) return
  tellOwner(d, "reopened", { gate, reason, values: words(d, wordsAt(d, at)) })
}

const dissatisfied: Tell<"customer-dissatisfied"> = (d, e) => {
  if (hasAt(d, e.at, "case-reopened")) return
  const said = words(d, { text: e.text, customer: spokenFor(e) })
  tellOwner(d, "customer-dissatisfied", { ...defined({ gate: e.gate }), values: { ...said, ...entered(e) } })
}

/** What the customer made of a proposal, in their words. */
const answered =
  (notice: "proposal-countered" | "proposal-refused") =>
  (d: Draft, e: EventOf<Bodies, typeof notice>): void =>
    tellOwner(d, notice, {
      gate: e.gate,
      values: { ...words(d, { text: e.text, customer: spokenFor(e) }), ...entered(e) }
    })

const ended =
  (outcome: EndingRule["name"]) =>
  (d: Draft, event: { readonly by: string; readonly reason?: string }): void =>
    tellOwner(d, "ended-early", {
      reason: event.reason ?? "",
      values: { "act.by": by(event.by), "case.outcome": (v) => v.word("outcome", outcome) }
    })

/** Whoever has to sign hears of it when there is something to sign. */
const toSign =
  (asked: (rule: GateRule) => readonly WhoWord[]) =>
  (d: Draft, { gate, by: who }: { readonly gate: string; readonly by: string }): void => {
    const rule = Drafts.loop(d)?.gates.get(gate)
    const state = Gate.at(d.state.gates, gate)
    if (rule === undefined || state.status !== "open") return
    const { people } = d.meta.gathered
    const lacking = missing(Who.signatories(d.policy, d.state, asked(rule)), state.signatures)
    const to = lacking.flatMap((one) =>
      one._tag === "Who"
        ? Who.people(d.policy, d.state, [one.who], people, d.now)
        : Who.ofDepartment(d.policy, one.department, "contact", people)
    )
    tellStaff(d, "signature-asked", to, { gate, values: { "act.by": by(who) } })
  }

const review: Tell<"review-asked"> = (d, { of, candidates }) => {
  const { language: own } = d.policy.bundle
  const title = (name: string, language: "en" | "zh-CN"): string =>
    inLanguage(d.policy.categories.get(name)?.title, language, own) ?? name
  tellStaff(d, "review-asked", Who.people(d.policy, d.state, [of], d.meta.gathered.people, d.now), {
    values: {
      ...quote(d, lastSaid(d)),
      "review.candidates": (v) =>
        candidates.length === 0
          ? undefined
          : v.list(
              candidates.map((name) => title(name, v.language)),
              "or"
            )
    }
  })
}

/** Whoever is to take part hears of it, with what is left of the last time. */
const invited: Tell<"case-opened"> = (d, { receipt }) => {
  const { mode, invite = [], figures = [] } = d.policy.bundle.channels[receipt.channel] ?? {}
  if (mode !== "routine") return
  const { people } = d.meta.gathered
  const to = people.filter(({ roles }) => invite.some((who) => roles.includes(who))).map(({ id }) => id)
  const [first] = Object.values(d.state.clocks)
    .filter(({ name, dueAt }) => dueAt !== null && timerNamed(name) === undefined)
    .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))
  tellNamed(d, "invited", to, {
    ...defined({ clock: first?.name }),
    values: {
      ...words(d, { text: receipt.verbatim }),
      "routine.figures": (v) =>
        figures.length === 0 ? undefined : v.list(figures.map((name) => v.word("measure", name))),
      "routine.open": receipt.description
    }
  })
}

const table: { readonly [T in EventName]?: Tell<T> } = {
  "case-opened": invited,
  "owner-assigned": assigned,
  "customer-wrote": wrote,
  "proposal-agreed": (d, e) =>
    tellOwner(d, "proposal-agreed", { gate: e.gate, values: { ...words(d, wordsAt(d, e.at)), ...entered(e) } }),
  "proposal-countered": answered("proposal-countered"),
  "proposal-refused": answered("proposal-refused"),
  "customer-confirmed": (d, e) =>
    tellOwner(d, "customer-satisfied", { gate: e.gate, values: { ...words(d, wordsAt(d, e.at)), ...entered(e) } }),
  "customer-dissatisfied": dissatisfied,
  "case-reopened": reopened,
  "reopening-parked": (d, e) =>
    tellOwner(d, "reopening-parked", { values: words(d, { text: e.text, customer: spokenFor(e) }) }),
  "case-withdrawn": ended("withdrawn"),
  "case-forwarded": ended("forwarded"),
  "case-turned-away": ended("turned-away"),
  "case-merged": ended("merged"),
  "customer-loop-closed": (d, e) => {
    if (e.outcome === "unconfirmed")
      tellOwner(d, "closed-by-silence", { values: { "case.outcome": (v) => v.word("outcome", e.outcome) } })
  },
  "gate-evidence-shown": toSign(({ signOff }) => signOff),
  "explanation-given": toSign(({ orExplain }) => orExplain?.signOff ?? []),
  "review-asked": review,
  "department-answered": (d, e) =>
    tellOwner(d, "department-answered", {
      reason: e.text ?? "",
      values: { "act.by": by(e.by), "department.asked": (v) => departmentTitle(d, e.department, v.language) }
    }),
  "action-done": (d, e) =>
    tellOwner(d, "action-done", {
      gate: e.gate,
      reason: Gate.at(d.state.gates, e.gate).actions[e.action - 1]?.what ?? "",
      values: { "act.by": by(e.by) }
    })
}

type TellAny = (d: Draft, event: CaseEvent) => void

const tells = table as Readonly<Record<string, TellAny | undefined>>

const tellAt = (d: Draft, event: CaseEvent, tell: TellAny): void => Drafts.at(d, event.at, () => tell(d, event))

/**
 * Tells the staff of what has happened since so many events, as of the instant at which it did; the owner once of changed
 * grades.
 */
export const react = (d: Draft, from: number): void => {
  const to = d.events.length
  let change: EventNamed<"regraded"> | undefined
  for (let i = from; i < to; i++) {
    const event = d.events[i] as CaseEvent
    if (event.event === "regraded") change ??= event
    const tell = tells[event.event]
    if (tell !== undefined) tellAt(d, event, tell)
  }
  if (change === undefined || d.events[0]?.event === "case-opened") return
  // What a rule makes of the facts is nobody's act, not even that of whoever set them.
  const send = change.grade.by === undefined ? tellNamed : tellStaff
  send(d, "regraded", [d.state.ownership.owner], { reason: change.reason })
}

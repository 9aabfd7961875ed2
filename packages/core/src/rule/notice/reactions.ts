/**
 * Notices to the staff after the events of a case: to whom, and what they say. Requests, offers, actions and clocks
 * send their notices in their own modules. Source: `draft/Notice.ts`
 */

import type { Bodies, CaseEvent, EventName, EventNamed } from "../../case/Case.ts"
import * as Gate from "../../case/track/Gate.ts"
import type { Spoken } from "../../case/track/StatementSource.ts"
import { timerNamed } from "../../case/track/Timer.ts"
import type { EventOf } from "../../case/track/Track.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { type NoticeOccasion, tellNamed, tellStaff } from "../../draft/messageQueue.ts"
import type { Name as Notice } from "../../draft/Notice.ts"
import { departmentTitle, type PlaceholderValue } from "../../draft/placeholder.ts"
import { anonymous, customerOf, isOfCustomer, parse } from "../../people/Actor.ts"
import type { EndingRule, GateRule, Language, Who as WhoWord } from "../../policy/Bundle.ts"
import { inLanguage } from "../../text/phrase/InLanguage.ts"
import { defined } from "../../value/Optional.ts"
import { missing } from "../../who/Signature.ts"
import * as Who from "../../who/Who.ts"

type Tell<T extends EventName> = (draft: Draft, event: EventOf<Bodies, T>) => void

const tellOwner = <N extends Notice>(draft: Draft, notice: N, occasion: NoticeOccasion<N> = {}): void =>
  tellStaff(draft, notice, [draft.state.ownership.owner], occasion)

/** The number of characters of the customer's words that a notice quotes. */
const mostWords = 300

/** Something that a customer said. */
interface Said {
  readonly text?: string | undefined
  readonly channel?: string | undefined
  /** The customer who said it, if that is not the one for whom the case was opened. */
  readonly customer?: string | undefined
}

/**
 * Returns the customer's words as a notice quotes them, with their channel. A notice is sealed under the key of the
 * customer for whom the case was opened, so another customer's words are not quoted.
 */
export const quote = (draft: Draft, { text = "", channel, customer }: Said) => {
  const isOwn = customer === undefined || customer === (draft.state.conversation.customer ?? customerOf(anonymous))
  const words = text.trim() === "" || !isOwn ? undefined : { quoted: text, most: mostWords }
  return { "said.words": words, "said.channel": channel }
}

const words = (draft: Draft, said: Said) => ({ "said.words": quote(draft, said)["said.words"] })

/** Returns the customer who spoke, also if staff entered the words on their behalf. */
const spokenFor = ({ by, onBehalfOf = by }: Spoken): string | undefined => {
  const actor = parse(onBehalfOf)
  return isOfCustomer(actor) ? customerOf(actor) : undefined
}

/** Returns the customer's words that came at an instant. */
const wordsAt = (draft: Draft, at: number): Said => {
  for (const event of draft.events) {
    if (event.at !== at) continue
    if (event.event === "customer-wrote") return { text: event.text, customer: event.customer }
    if (event.event === "customer-dissatisfied") return { text: event.text, customer: spokenFor(event) }
  }
  return {}
}

/** Returns what the customer for whom the case was opened said last. */
export const lastSaid = ({ state }: Draft): Said =>
  state.conversation.said.findLast(
    ({ text, from, customer }) => text !== "" && from === undefined && customer === undefined
  ) ?? {}

const hasAt = (draft: Draft, at: number, ...names: readonly EventName[]): boolean =>
  draft.events.some((event) => event.at === at && names.includes(event.event))

const by =
  (name: string): PlaceholderValue =>
  (voice) =>
    voice.who(name)

/** Returns the placeholder for who entered an answer on the customer's behalf; undefined if the customer gave it. */
const entered = ({ by: who, onBehalfOf }: Spoken) => ({ "act.by": onBehalfOf === undefined ? undefined : by(who) })

/**
 * Notifies a new owner who did not take the case themselves, while there is something to do. An owner whom a rule
 * assigns is notified even if their own act led to it.
 */
const assigned: Tell<"owner-assigned"> = (draft, { owner, takenUp, as, reason }) => {
  if (takenUp || draft.state.ownership.owner !== owner || draft.state.lifecycle.closedAt !== undefined) return
  const send = as === "arbiter" ? tellStaff : tellNamed
  send(draft, "assigned", [owner], { reason, values: quote(draft, lastSaid(draft)) })
}

/**
 * Notifies the owner of a message. Thanks alone are told only if they end a wait for an answer. A message that reopens
 * the case or opens another one has a notice of its own.
 */
const wrote: Tell<"customer-wrote"> = (draft, event) => {
  const { at, as } = event
  if (as === "automatic" || as === "reply") return
  if (as === "courtesy" && !hasAt(draft, at, "silence-ended")) return
  if (hasAt(draft, at, "case-reopened", "reopening-parked", "case-followed")) return
  if (isAnswerAlone(draft, at)) return
  tellOwner(draft, "word-to-read", { values: quote(draft, event) })
}

/** Returns whether words only answered a survey with a mark or a choice. An answer in free text has to be read. */
const isAnswerAlone = (draft: Draft, at: number): boolean =>
  draft.events.some(
    (event) =>
      event.event === "survey-answered" &&
      event.at === at &&
      Object.keys(event.answers).every((fact) => draft.policy.bundle.facts[fact]?.type._tag !== "Text")
  )

/** Causes of a reopening that have a notice of their own. */
const isToldOtherwise: ReadonlySet<string> = new Set(["regraded", "bounced", "later", "merged", "shortfall"])

const reopened: Tell<"case-reopened"> = (draft, { at, gate, cause, reason }) => {
  if (isToldOtherwise.has(cause) || hasAt(draft, at, "verification-failed")) return
  tellOwner(draft, "reopened", { gate, reason, values: words(draft, wordsAt(draft, at)) })
}

const dissatisfied: Tell<"customer-dissatisfied"> = (draft, event) => {
  if (hasAt(draft, event.at, "case-reopened")) return
  const said = words(draft, { text: event.text, customer: spokenFor(event) })
  tellOwner(draft, "customer-dissatisfied", {
    ...defined({ gate: event.gate }),
    values: { ...said, ...entered(event) }
  })
}

/** Notifies the owner of the customer's reply to a proposal, with their words. */
const answered =
  (notice: "proposal-countered" | "proposal-refused") =>
  (draft: Draft, event: EventOf<Bodies, typeof notice>): void =>
    tellOwner(draft, notice, {
      gate: event.gate,
      values: { ...words(draft, { text: event.text, customer: spokenFor(event) }), ...entered(event) }
    })

const ended =
  (outcome: EndingRule["name"]) =>
  (draft: Draft, event: { readonly by: string; readonly reason?: string }): void =>
    tellOwner(draft, "ended-early", {
      reason: event.reason ?? "",
      values: { "act.by": by(event.by), "case.outcome": (v) => v.word("outcome", outcome) }
    })

/** Notifies those who have to sign once there is something to sign. */
const toSign =
  (asked: (rule: GateRule) => readonly WhoWord[]) =>
  (draft: Draft, { gate, by: who }: { readonly gate: string; readonly by: string }): void => {
    const rule = Drafts.loop(draft)?.gates.get(gate)
    const state = Gate.at(draft.state.gates, gate)
    if (rule === undefined || state.status !== "open") return
    const { people } = draft.meta.gathered
    const lacking = missing(Who.signatories(draft.policy, draft.state, asked(rule)), state.signatures)
    const to = lacking.flatMap((one) =>
      one._tag === "Who"
        ? Who.people(draft.policy, draft.state, [one.who], people, draft.now)
        : Who.ofDepartment(draft.policy, one.department, "contact", people)
    )
    tellStaff(draft, "signature-asked", to, { gate, values: { "act.by": by(who) } })
  }

const review: Tell<"review-asked"> = (draft, { of, candidates }) => {
  const { language: own } = draft.policy.bundle
  const title = (name: string, language: Language): string =>
    inLanguage(draft.policy.categories.get(name)?.title, language, own) ?? name
  tellStaff(draft, "review-asked", Who.people(draft.policy, draft.state, [of], draft.meta.gathered.people, draft.now), {
    values: {
      ...quote(draft, lastSaid(draft)),
      "review.candidates": (voice) =>
        candidates.length === 0
          ? undefined
          : voice.list(
              candidates.map((name) => title(name, voice.language)),
              "or"
            )
    }
  })
}

/** Notifies those who are invited to a routine, with what is left from the last one. */
const invited: Tell<"case-opened"> = (draft, { receipt }) => {
  const { mode, invite = [], figures = [] } = draft.policy.bundle.channels[receipt.channel] ?? {}
  if (mode !== "routine") return
  const { people } = draft.meta.gathered
  const to = people.filter(({ roles }) => invite.some((who) => roles.includes(who))).map(({ id }) => id)
  const [first] = Object.values(draft.state.clocks)
    .filter(({ name, dueAt }) => dueAt !== null && timerNamed(name) === undefined)
    .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))
  tellNamed(draft, "invited", to, {
    ...defined({ clock: first?.name }),
    values: {
      ...words(draft, { text: receipt.verbatim }),
      "routine.figures": (voice) =>
        figures.length === 0 ? undefined : voice.list(figures.map((name) => voice.word("measure", name))),
      "routine.open": receipt.description
    }
  })
}

const table: { readonly [T in EventName]?: Tell<T> } = {
  "case-opened": invited,
  "owner-assigned": assigned,
  "customer-wrote": wrote,
  "proposal-agreed": (draft, event) =>
    tellOwner(draft, "proposal-agreed", {
      gate: event.gate,
      values: { ...words(draft, wordsAt(draft, event.at)), ...entered(event) }
    }),
  "proposal-countered": answered("proposal-countered"),
  "proposal-refused": answered("proposal-refused"),
  "customer-confirmed": (draft, event) =>
    tellOwner(draft, "customer-satisfied", {
      gate: event.gate,
      values: { ...words(draft, wordsAt(draft, event.at)), ...entered(event) }
    }),
  "customer-dissatisfied": dissatisfied,
  "case-reopened": reopened,
  "reopening-parked": (draft, event) =>
    tellOwner(draft, "reopening-parked", { values: words(draft, { text: event.text, customer: spokenFor(event) }) }),
  "case-withdrawn": ended("withdrawn"),
  "case-forwarded": ended("forwarded"),
  "case-turned-away": ended("turned-away"),
  "case-merged": ended("merged"),
  "customer-loop-closed": (draft, event) => {
    if (event.outcome === "unconfirmed")
      tellOwner(draft, "closed-by-silence", { values: { "case.outcome": (v) => v.word("outcome", event.outcome) } })
  },
  "gate-evidence-shown": toSign(({ signOff }) => signOff),
  "explanation-given": toSign(({ orExplain }) => orExplain?.signOff ?? []),
  "review-asked": review,
  "department-answered": (draft, event) =>
    tellOwner(draft, "department-answered", {
      reason: event.text ?? "",
      values: {
        "act.by": by(event.by),
        "department.asked": (v) => departmentTitle(draft, event.department, v.language)
      }
    }),
  "action-done": (draft, event) =>
    tellOwner(draft, "action-done", {
      gate: event.gate,
      reason: Gate.at(draft.state.gates, event.gate).actions[event.action - 1]?.what ?? "",
      values: { "act.by": by(event.by) }
    })
}

type TellAny = (draft: Draft, event: CaseEvent) => void

const tells = table as Readonly<Record<string, TellAny | undefined>>

const tellAt = (draft: Draft, event: CaseEvent, tell: TellAny): void =>
  Drafts.at(draft, event.at, () => tell(draft, event))

/**
 * Notifies the staff of the events since number `from`, each as of its own instant. The owner gets one notice for all
 * changed grades.
 */
export const react = (draft: Draft, from: number): void => {
  const to = draft.events.length
  let change: EventNamed<"regraded"> | undefined
  for (let i = from; i < to; i++) {
    const event = draft.events[i] as CaseEvent
    if (event.event === "regraded") change ??= event
    const tell = tells[event.event]
    if (tell !== undefined) tellAt(draft, event, tell)
  }
  if (change === undefined || draft.events[0]?.event === "case-opened") return
  // A grade that a rule derives from facts is nobody's own act, so also whoever set the facts is notified.
  const send = change.grade.by === undefined ? tellNamed : tellStaff
  send(draft, "regraded", [draft.state.ownership.owner], { reason: change.reason })
}

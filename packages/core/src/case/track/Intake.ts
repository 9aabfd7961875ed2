/** What was said, by whom, and what is known about it: the feedback itself, its facts and its classification. */
import type { Language } from "../../policy/Bundle.ts"
import type { Instant } from "../../time/Instant.ts"
import type { Facts, Origin } from "../Command.ts"
import type { Offshoot, Party, Progress, Receipt, Saying, Span, Understanding } from "./Feedback.ts"
import type { EvolveTable } from "./Track.ts"

export type * from "./Feedback.ts"

export interface IntakeState {
  readonly receipt: Receipt | undefined
  /** Everything the customer said that may tell what it is about, in the order in which it came. */
  readonly said: readonly Saying[]
  /** When staff had word for the customer outside a gate. */
  readonly told: readonly Instant[]
  readonly others: readonly Party[]
  /** Where the feedback came in, the first channel first. */
  readonly channels: readonly string[]
  readonly offshoots: Readonly<Record<string, Offshoot>>
  /** Guiding questions that were asked; the last one waits for an answer while `isAsked`. */
  readonly questions: readonly string[]
  readonly isAsked: boolean
  /** A person set kind or category, and it stays for the policy's `override-lasts`. */
  readonly isOverridden: boolean
  /** Events of the host, when each happened last. */
  readonly happened: Readonly<Record<string, Instant>>
  readonly mergedInto: string | undefined
  /** Active channels that were to ask about this case. */
  readonly surveys: readonly string[]
  readonly language: Language | undefined
  readonly facts: Facts
  readonly understanding: Understanding | undefined
  readonly review: string | undefined
  /** The last channel on which the customer spoke: where the answer goes. */
  readonly lastChannel: string | undefined
  readonly contacts: { readonly contacts: number; readonly unanswered: number }
  readonly problem:
    | {
        readonly id: string
        readonly customers: number
        readonly cases: number
        readonly open: boolean
        /** What prevents its cause, on whichever of its cases that was shown. */
        readonly progress?: Progress
        /** The other case that showed it. */
        readonly by?: string
      }
    | undefined
  readonly links: readonly string[]
  /** Of those, the cases of the same cause. */
  readonly siblings: readonly string[]
  /** Of those, cases that the feedback names and that are not this customer's. */
  readonly mentions: readonly string[]
  readonly cause: "unknown" | "incidental" | "systemic"
}

/**
 * Why two cases are linked. `earlier`: a closed one about the same thing, so it may have come back; `mentioned`: the
 * feedback names a case that is not its customer's; `origin`: it was split off, or followed.
 */
export type LinkedAs = "problem" | "same-cause" | "recurrence" | "earlier" | "mentioned" | "origin"

export interface IntakeEvents {
  "case-opened": {
    readonly policy: { readonly id: string; readonly content: string; readonly calendars: string }
    readonly receipt: Receipt
    readonly facts: Facts
    readonly contacts: { readonly contacts: number; readonly unanswered: number }
    readonly customerName?: string
    readonly of?: Origin
  }
  /** The same thing said again, or, with `from`, another case that was merged into this one. */
  "feedback-joined": {
    readonly channel: string
    readonly receivedAt: Instant
    readonly contacts: { readonly contacts: number; readonly unanswered: number }
    readonly text?: string
    readonly customer?: string
    readonly customerName?: string
    readonly language?: Language
    readonly score?: number
    readonly facts?: Facts
    readonly consent?: readonly string[]
    readonly from?: string
    /** The very same message by another channel: no further contact. */
    readonly again?: boolean
  }
  /** `missing`: fields that the form requires and that did not come. */
  "question-asked": { readonly question: string; readonly text: string; readonly missing: readonly string[] }
  /** What the words say now, beside what a person set or the dictionary was sure of. */
  "category-suggested": {
    readonly kind: string
    readonly category?: string
    readonly confidence: number
    readonly hits: readonly (Span & { readonly category: string })[]
  }
  "event-happened": { readonly name: string; readonly by: string }
  /** The customer is to be asked by an active channel, once for each case. */
  "survey-due": { readonly channel: string; readonly customer: string }
  "case-split": Offshoot & { readonly to: string; readonly reason?: string }
  "case-followed": Offshoot & { readonly to: string }
  "case-merged": { readonly into: string; readonly by: string; readonly reason?: string }
  classified: { readonly understanding: Understanding }
  "review-asked": { readonly of: string; readonly candidates: readonly string[] }
  /** `words`: what the dictionary took for another category, to be looked at when it is revised. */
  reclassified: {
    readonly understanding: Understanding
    readonly by: string
    readonly reason: string
    readonly words?: readonly string[]
  }
  "facts-recorded": {
    readonly facts: Facts
    readonly cause?: "incidental" | "systemic"
    readonly reason?: string
    readonly by: string
  }
  /** `as`: thanks alone, or a machine's word, from which nothing follows. */
  "customer-wrote": {
    readonly text: string
    readonly channel: string
    readonly as?: "courtesy" | "automatic"
    readonly customer?: string
  }
  "customer-told": { readonly text: string; readonly by: string }
  "note-added": { readonly text: string; readonly by: string }
  "case-linked": { readonly to: string; readonly as: LinkedAs }
  "case-unlinked": { readonly from: string }
  "problem-told": {
    readonly problem: string
    readonly customers: number
    readonly cases: number
    readonly open: boolean
    /** Another case of the problem has brought it on, or its prevention failed. */
    readonly progress?: Progress | "failed"
    readonly by?: string
  }
  /** Prevention shown here serves every case of the problem. */
  "problem-progressed": { readonly problem: string; readonly gate: string; readonly progress: Progress | "failed" }
  "problem-closed": { readonly problem: string; readonly by: string }
}

export const nothing: IntakeState = {
  receipt: undefined,
  said: [],
  told: [],
  others: [],
  channels: [],
  offshoots: {},
  questions: [],
  isAsked: false,
  isOverridden: false,
  happened: {},
  mergedInto: undefined,
  surveys: [],
  language: undefined,
  facts: {},
  understanding: undefined,
  review: undefined,
  lastChannel: undefined,
  contacts: { contacts: 1, unanswered: 0 },
  problem: undefined,
  links: [],
  siblings: [],
  mentions: [],
  cause: "unknown"
}

/** A score alone has no words. After erasure neither has anything else. */
const words = (receipt: Receipt): string =>
  [receipt.verbatim ?? "", receipt.description ?? ""].filter((text) => text !== "").join("\n")

const linked = (s: IntakeState, to: string): IntakeState =>
  s.links.includes(to) ? s : { ...s, links: [...s.links, to] }

/** Returns the cases that are one matter with this one; what somebody else's words name is not. */
export const together = (s: IntakeState): readonly string[] =>
  s.links.filter((id) => !s.mentions.includes(id) || s.siblings.includes(id))

const shoot = (s: IntakeState, e: Offshoot & { readonly to: string; readonly at: Instant }): IntakeState => {
  const { as, text, receivedAt, by, channel, kind, category, facts, customer } = e
  const offshoot = {
    as,
    text,
    receivedAt,
    by,
    channel,
    ...(kind === undefined ? {} : { kind }),
    ...(category === undefined ? {} : { category }),
    ...(facts === undefined ? {} : { facts }),
    ...(customer === undefined ? {} : { customer })
  }
  return { ...linked(s, e.to), offshoots: { ...s.offshoots, [e.to]: offshoot } }
}

/** Whoever the case was opened for is answered where they spoke last, whatever others say. */
const isFirst = (s: IntakeState, customer: string | undefined): boolean =>
  customer === undefined || s.receipt?.customer === undefined || s.receipt.customer === customer

/** Promises count from the earlier of the two receipts, and both customers are answered. */
const merged = (
  s: IntakeState,
  e: IntakeEvents["feedback-joined"],
  from: string
): Pick<IntakeState, "receipt" | "others" | "links"> => {
  const { customer, customerName, language, channel } = e
  const party: Party = {
    case: from,
    channel,
    ...(customer === undefined ? {} : { customer }),
    ...(customerName === undefined ? {} : { customerName }),
    ...(language === undefined ? {} : { language })
  }
  const { receipt } = s
  const isOther = customer === undefined || customer !== receipt?.customer
  return {
    links: linked(s, from).links,
    others: isOther ? [...s.others.filter((other) => other.case !== from), party] : s.others,
    receipt: receipt === undefined ? receipt : { ...receipt, receivedAt: Math.min(receipt.receivedAt, e.receivedAt) }
  }
}

/** Words further back answer nothing that is still open. */
const mostTold = 64

const counted = ({ customers, cases, open }: IntakeEvents["problem-told"]) => ({ customers, cases, open })

/** How far the prevention is, and which other case shows it; a failed one is none, a proved one closes the problem. */
const brought = (s: IntakeState, problem: string, progress: Progress | "failed", by?: string): IntakeState => {
  if (s.problem?.id !== problem) return s
  const { progress: _, by: __, ...counts } = s.problem
  if (progress === "failed") return { ...s, problem: counts }
  const open = counts.open && progress !== "verified"
  return { ...s, problem: { ...counts, open, progress, ...(by === undefined ? {} : { by }) } }
}

export const evolve: EvolveTable<IntakeState, IntakeEvents> = {
  "case-opened": (_, e) => ({
    ...nothing,
    receipt: e.receipt,
    language: e.receipt.customerLanguage,
    facts: e.facts,
    lastChannel: e.receipt.channel,
    channels: [e.receipt.channel],
    said: [{ at: e.receipt.receivedAt, text: words(e.receipt), channel: e.receipt.channel, as: "feedback" }],
    contacts: e.contacts
  }),
  "feedback-joined": (s, e) => ({
    ...s,
    contacts: e.contacts,
    channels: s.channels.includes(e.channel) ? s.channels : [...s.channels, e.channel],
    said:
      e.again === true || e.text === undefined
        ? s.said
        : [...s.said, { at: e.receivedAt, text: e.text, channel: e.channel, as: "feedback" }],
    ...(e.from === undefined ? { lastChannel: e.channel } : merged(s, e, e.from))
  }),
  "question-asked": (s, e) => ({ ...s, questions: [...s.questions, e.question], isAsked: true }),
  "category-suggested": (s) => s,
  "event-happened": (s, e) => ({ ...s, happened: { ...s.happened, [e.name]: e.at } }),
  "survey-due": (s, e) => ({ ...s, surveys: [...s.surveys, e.channel] }),
  "case-split": shoot,
  "case-followed": shoot,
  "case-merged": (s, e) => ({ ...linked(s, e.into), mergedInto: e.into }),
  classified: (s, e) => ({
    ...s,
    understanding: e.understanding,
    review: e.understanding.sure ? undefined : s.review,
    isOverridden: s.isOverridden && e.understanding.decidedBy === s.understanding?.decidedBy
  }),
  "review-asked": (s, e) => ({ ...s, review: e.of }),
  reclassified: (s, e) => ({ ...s, understanding: e.understanding, review: undefined, isOverridden: true }),
  "facts-recorded": (s, e) => ({ ...s, facts: { ...s.facts, ...e.facts }, cause: e.cause ?? s.cause }),
  "customer-wrote": (s, e) =>
    e.as === "automatic"
      ? s
      : {
          ...s,
          lastChannel: isFirst(s, e.customer) ? e.channel : s.lastChannel,
          ...(e.as === "courtesy"
            ? {}
            : { isAsked: false, said: [...s.said, { at: e.at, text: e.text ?? "", channel: e.channel, as: "word" }] })
        },
  "customer-told": (s, e) => ({ ...s, told: [...s.told.slice(1 - mostTold), e.at] }),
  "note-added": (s) => s,
  "case-linked": (s, e) => {
    switch (e.as) {
      case "problem":
        return { ...s, problem: { id: e.to, customers: 1, cases: 1, open: false } }
      case "same-cause":
      case "recurrence":
        return { ...linked(s, e.to), siblings: [...new Set([...s.siblings, e.to])] }
      case "mentioned":
        return { ...linked(s, e.to), mentions: [...new Set([...s.mentions, e.to])] }
      case "earlier":
      case "origin":
        return linked(s, e.to)
    }
  },
  "case-unlinked": (s, e) => (s.problem?.id === e.from ? { ...s, problem: undefined } : s),
  "problem-told": (s, e) => {
    if (s.problem?.id !== e.problem) return s
    const told = { ...s, problem: { ...s.problem, ...counted(e) } }
    return e.progress === undefined ? told : brought(told, e.problem, e.progress, e.by)
  },
  "problem-progressed": (s, e) => brought(s, e.problem, e.progress),
  "problem-closed": (s, e) => brought(s, e.problem, "verified", e.by)
}

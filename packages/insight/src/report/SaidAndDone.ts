/**
 * The report to customers (you said, we did): what they may read of a period. It contains counts, names of
 * categories, and the texts in which staff wrote why a suggestion was adopted and what prevents a cause. It never
 * tells who said something, what they said, who decided, or which case it was.
 */
import { Actor, foldedText } from "@hearback/core"
import { type CategoryCount, makeCategoryCounts } from "../review/CategoryCounts.ts"
import { categoryOf, conclusionAt, kindAt, momentsOf, type Story } from "../story/CaseStory.ts"
import type { KnownCase } from "../story/Known.ts"
import { isWithin, type Period } from "../story/Period.ts"
import type { CaseSummary } from "../summary/CaseSummary.ts"
import { type PersonalTrace, personalTraces } from "./PersonalTraces.ts"

/**
 * Something that was done, in the words that a person released for publication; without words if they name a person.
 */
export interface ReleasedAction {
  readonly category: string
  readonly text?: string
  /** Whether a later check has shown that the cause is gone. */
  readonly verified?: boolean
}

/** A released text that may identify a person. */
export interface PersonalPlace {
  readonly case: string
  readonly gate: string
  readonly by: string
  readonly found: readonly PersonalTrace[]
}

/** The report of a period. */
export interface PeriodReport {
  readonly period: Period
  /** Texts that may identify a person. If there are any, nothing may be published. */
  readonly personal: readonly PersonalPlace[]
  /** Feedback by category, the most frequent first. */
  readonly heard: readonly CategoryCount[]
  readonly adopted: readonly ReleasedAction[]
  readonly prevented: readonly ReleasedAction[]
  /** The number of answered customers, and their answers. */
  readonly answered: {
    readonly cases: number
    readonly confirmed: number
    readonly unconfirmed: number
    readonly dissatisfied: number
    /** The number of customers whose answer the staff entered. */
    readonly onBehalf: number
  }
}

/** Collects the data of the report. */
export interface ReportCounts {
  take(known: KnownCase<CaseSummary>): void
  /**
   * Adds what was done for a case of `isQuotable`, with the names of its people: a text that contains one is counted
   * and not quoted.
   */
  quote(story: Story, names: readonly string[]): void
  report(): PeriodReport
}

/**
 * Begins the report of a period up to `now`. It counts what was known at the end of the period, as a review does.
 * What was done is reported as it may be told now: its effect can have been checked since, or its customer erased.
 */
export const makeSaidAndDone = (period: Period, now: number): ReportCounts => {
  const inPeriod = (at: number): boolean => isWithin(period, at) && at <= now
  const heard = makeCategoryCounts(period, now)
  const done: ReportedAction[] = []
  const ends = new Map<string, number>()
  const ended = (as: string): number => ends.get(as) ?? 0
  return {
    take: ({ atEnd }) => {
      if (atEnd === undefined) return
      heard.take(atEnd)
      for (const { at, as } of atEnd.endings) if (inPeriod(at)) ends.set(as, ended(as) + 1)
    },
    quote: (story, names) => {
      done.push(...doneIn(story, inPeriod, [story.id, ...peopleOf(story), ...names]))
    },
    report: () => ({
      period,
      personal: done.flatMap(({ personal }) => personal ?? []),
      heard: heard.counts(),
      adopted: done.flatMap(({ as, personal: _, ...one }) => (as === "adopted" ? [one] : [])),
      prevented: done.flatMap(({ as, personal: _, ...one }) => (as === "prevented" ? [one] : [])),
      answered: {
        cases: [...ends.values()].reduce((sum, count) => sum + count, 0),
        confirmed: ended("confirmed"),
        unconfirmed: ended("unconfirmed"),
        dissatisfied: ended("dissatisfied"),
        onBehalf: ended("on-behalf")
      }
    })
  }
}

const doneIn = (
  story: Story,
  inPeriod: (at: number) => boolean,
  people: readonly string[]
): readonly ReportedAction[] => {
  const category = categoryOf(story)
  // The name of an erased customer is unknown, so no text can be checked for it.
  const isErased = story.events.some(({ event }) => event === "customer-erased")
  const quoted = (
    gate: string,
    text: string | undefined,
    { by, isReleased }: { readonly by: string; readonly isReleased: boolean }
  ): Pick<ReportedAction, "text" | "personal"> => {
    if (!isReleased || isErased || text === undefined || text.trim() === "") return {}
    if (people.some((one) => mentions(text, one))) return {}
    const found = personalTraces(text)
    return found.length === 0 ? { text: text.trim() } : { personal: { case: story.id, gate, by, found } }
  }
  return momentsOf(story, "gate-passed").flatMap(({ event, before }): readonly ReportedAction[] => {
    if (!inPeriod(event.at)) return []
    const kind = kindAt(story, before, event.gate)
    if (conclusionAt(story, before, event.gate, event.evidence.decision) === "adopted") {
      const isReleased = event.evidence.publish === true && isPerson(event.by)
      return [{ as: "adopted", category, ...quoted(event.gate, event.evidence.reason, { by: event.by, isReleased }) }]
    }
    if (kind?.brings !== "live") return []
    const verified = story.state.relations.problem?.progress === "verified" || isVerified(story)
    const { actions = [], by = event.by } = before.gates[event.gate] ?? {}
    return actions.map(({ what, publish = false }) => ({
      as: "prevented",
      category,
      verified,
      ...quoted(event.gate, what, { by, isReleased: publish && isPerson(by) })
    }))
  })
}

type ReportedAction = ReleasedAction & { readonly as: "adopted" | "prevented"; readonly personal?: PersonalPlace }

/** Returns whether a person released a text, because a machine releases nothing. */
const isPerson = (name: string): boolean => Actor.parse(name).kind === "person"

const isVerified = (story: Story): boolean =>
  momentsOf(story, "gate-passed").some(({ event, before }) => kindAt(story, before, event.gate)?.brings === "verified")

/** Returns a test for a name, however it is typed, and with its words in any order. */
const mentions = (text: string, name: string): boolean => {
  const all = foldedText(text)
  const words = foldedText(name)
    .split(" ")
    .filter((word) => word !== "")
  return words.length > 0 && words.every((word) => stands(all, word))
}

/** Returns whether a text contains a word: letters only as a whole word, anything else anywhere. */
const stands = (all: string, part: string): boolean => {
  for (let at = all.indexOf(part); at >= 0; at = all.indexOf(part, at + 1)) {
    const isInside =
      /[\p{Script=Latin}\p{N}]/u.test(all[at - 1] ?? "") || /[\p{Script=Latin}\p{N}]/u.test(all[at + part.length] ?? "")
    if (!isInside || !/^[\p{Script=Latin}\p{N}]+$/u.test(part)) return true
  }
  return false
}

/**
 * Returns the ids of the customers, and of everybody who acted on the case, owned it, was asked or was told of it.
 */
export const peopleOf = (story: Story): readonly string[] => {
  const { receipt } = story.state.feedback
  const { others } = story.state.conversation
  const names = new Set([receipt?.receiver ?? ""])
  for (const event of story.events)
    for (const key of moved.has(event.event) ? [...roles, "to", "from"] : roles)
      for (const value of [(event as Readonly<Record<string, unknown>>)[key]].flat())
        if (typeof value === "string") names.add(value)
  for (const { event } of momentsOf(story, "action-planned"))
    for (const { owner = "" } of event.actions) names.add(owner)
  const customers = [receipt?.customer, ...others.map(({ customer }) => customer)]
  return [...new Set([...customers, ...[...names].map(idOf)])].flatMap((id) =>
    id === undefined || id === "" ? [] : [id]
  )
}

/** Returns the id of a person whom the record names. */
const idOf = (name: Actor.ActorName): string | undefined => {
  const actor = Actor.parse(name)
  return actor.kind === "person" || actor.kind === "customer" ? actor.id : undefined
}

const roles = [
  "by",
  "owner",
  "customer",
  "person",
  "approvedBy",
  "arbiter",
  "for",
  "contact",
  "members",
  "people",
  "told"
]
const moved: ReadonlySet<string> = new Set(["handover-offered", "handover-accepted", "on-call-asked", "delegated"])

/** Returns whether the report of a period mentions something that was done for a case. */
export const isQuotable = ({ now: { done } }: KnownCase<CaseSummary>, period: Period): boolean =>
  done.some((at) => isWithin(period, at))

/**
 * The data of a review: the figures of a period beside those of the period before, and cases that are worth reading.
 */
import { defined } from "@hearback/core"
import type { Engine } from "@hearback/engine"
import * as Insight from "@hearback/insight"
import type { Session } from "../call/Call.ts"
import { hearbackError } from "../call/HearbackError.ts"
import { answersOf } from "./Answers.ts"
import { categoryTitle, datesOf, type Figure, figureOf, grantedOf, type Heard, heardOf } from "./Figure.ts"
import { groupTitle, inReadingOrder, type MeasureGroup, otherGroup } from "./Groups.ts"
import type { Measures } from "./Measures.ts"
import { opensFacts, theCase } from "./Stories.ts"
import { keptSummaries } from "./SummaryProjection.ts"
import { type CountedTexts, countedTextsOf, isTextFact, otherTexts, type TextGroups } from "./TextGroups.ts"

/** Why a review lists a case as worth reading.  Units: `late` in ms. */
export type WorthReadingReason = { readonly at: Date } & (
  | { readonly why: "promise-missed"; readonly clock: string; readonly late: number }
  | { readonly why: "reopened" | "dissatisfied" }
  | { readonly why: "verification-failed"; readonly gate: string }
  | { readonly why: "spot-check-wrong"; readonly duty: string }
  | { readonly why: "most-handovers"; readonly times: number }
)

/** What a review lists of the cases. */
interface Findings {
  /** The cases opened in the period, by category, the most frequent first. */
  readonly heard: readonly Heard[]
  /** Every measure of the policy language. `before`: the value of the period before, in words. */
  readonly figures: readonly (Figure & { readonly before?: string })[]
  /** What was granted, by power and by the role whose limit allowed it. */
  readonly granted: Measures["granted"]
  /** How customers answered the questions of surveys. */
  readonly answers: Measures["answers"]
  /** The groups that have targets of their own (`targets-by`). */
  readonly groups: readonly (MeasureGroup & { readonly by: string })[]
  /** Cases worth reading: those with most reasons first, then the latest. At most 100. */
  readonly worthReading: readonly {
    readonly case: string
    readonly category: string
    readonly reasons: readonly WorthReadingReason[]
  }[]
  /** The problems, and the categories of complaints, that came at least twice. At most 100. */
  readonly comingBack: readonly {
    readonly of: "problem" | "category"
    readonly id: string
    readonly category: string
    /** Of a problem: the values of `problems.same` beside the category, as far as they are not personal. */
    readonly same: readonly string[]
    readonly cases: number
    readonly before: number
    readonly problem?: { readonly customers: number; readonly cases: number; readonly progress?: "live" | "verified" }
  }[]
  /** The groups of similar closed cases that have reached `procedure-after`, the latest first. At most 100. */
  readonly proceduresDue: readonly {
    readonly category: string
    readonly cases: number
    /** The first of them that closed, 10 at most. */
    readonly examples: readonly string[]
    readonly since: Date
  }[]
  /** How many rows each list has beyond these. */
  readonly more: Readonly<Record<"worthReading" | "comingBack" | "proceduresDue", number>>
}

/**
 * A review of a period: figures beside those of the period before, cases worth reading, and what comes again and again.
 */
export interface Review extends Omit<Measures, keyof Findings | "by" | "groups" | "learnedLater">, Findings {
  /** The name of the review in the policy. */
  readonly name: string
  /** The period before, for comparison. */
  readonly before: { readonly from: Date; readonly to: Date }
  /**
   * What was learned after the end of the period: the rows that have another value now, with this value. A category
   * without cases now has 0 cases; a case that is not worth reading any more has no reasons.
   */
  readonly learnedLater?: Findings
}

/**
 * Returns the last whole period of a review that is due at an instant, as known at the end of that period.
 * Errors: `review/unknown`.
 */
export const reviewOf = async (session: Session, name: string, at: number): Promise<Review> => {
  const { engine } = session
  const { active } = engine.policies
  const now = engine.clock.now()
  const counted = await targetedTexts(engine)
  const count = async (groupOf: TextGrouping, texts: readonly CountedTexts[]): Promise<Insight.ReviewCounts> => {
    const counts = Insight.makeReview(active, name, at, now, groupOf)
    if (counts === undefined) throw unknown(name, active.bundle.learning?.reviews ?? {})
    for await (const page of keptSummaries(engine, counts))
      for (const known of page) {
        for (const each of texts) each.take(known)
        counts.take(known)
      }
    return counts
  }
  let counts = await count((by) => counted.get(by)?.groupOf, [...counted.values()])
  const texts: TargetedTexts = new Map(
    await Promise.all([...counted].map(async ([by, of]) => [by, await of.groups()] as const))
  )
  const areNamed = [...counted.values()].some((of) => of.areTooMany())
  if (areNamed) counts = await count((by) => texts.get(by)?.groupOf, [])
  const pack = await withTexts(engine, counts.review(areNamed ? undefined : (by) => texts.get(by)?.nameOf))
  return defined({
    name,
    ...datesOf(pack.period),
    before: datesOf(pack.before),
    ...findingsOf(session, pack, texts),
    learnedLater: pack.learnedLater && findingsOf(session, pack.learnedLater, texts)
  })
}

/**
 * Returns what cases have in common. It can be free text, which no row has, so it is read from the first case of each
 * problem.
 */
const withTexts = async (engine: Engine, pack: Insight.PeriodReview): Promise<Insight.PeriodReview> => {
  const opened = opensFacts(engine.policies.active)
  if (opened.length === 0) return pack
  const reading = { end: pack.period.to, opened }
  const named = async <F extends Insight.ReviewFindings>(findings: F, as: "atEnd" | "now"): Promise<F> => {
    const comingBack: Insight.RepeatedComplaints[] = []
    for (const row of findings.comingBack) {
      const story = row.first === undefined ? undefined : (await theCase(engine, row.first, reading))[as]
      comingBack.push(story === undefined ? row : { ...row, same: Insight.sameOf(story) })
    }
    return { ...findings, comingBack }
  }
  const { learnedLater } = pack
  return defined({ ...(await named(pack, "atEnd")), learnedLater: learnedLater && (await named(learnedLater, "now")) })
}

/** Returns how groups are distinguished that have their own targets and are values of a free text. */
type TargetedTexts = ReadonlyMap<string, TextGroups>

type TextGrouping = (by: string) => Insight.GroupOf | undefined

const targetedTexts = async (engine: Engine): Promise<ReadonlyMap<string, CountedTexts>> => {
  const { learning } = engine.policies.active.bundle
  const found = new Map<string, CountedTexts>()
  for (const by of Object.keys(learning?.targetsBy ?? {}))
    if (isTextFact(engine, by)) found.set(by, await countedTextsOf(engine, by))
  return found
}

/** Returns the groups by grouping in the policy's order, each list in reading order. */
const groupsOf = (session: Session, found: readonly Insight.TargetedGroup[], texts: TargetedTexts): Review["groups"] =>
  [...new Set(found.map(({ by }) => by))].flatMap((by) => {
    const groups = found
      .filter((group) => group.by === by)
      .map(({ name, figures }): MeasureGroup => {
        const shown = figures.map((figure) => figureOf(session, figure))
        const others = name === otherTexts ? texts.get(by)?.others : undefined
        if (others !== undefined) return otherGroup(session, others, shown)
        return { name, title: groupTitle(session, by, name), figures: shown }
      })
    return inReadingOrder(session, by, groups).map((group) => ({ by, ...group }))
  })

const unknown = (name: string, reviews: Readonly<Record<string, unknown>>) =>
  hearbackError(
    "review/unknown",
    `the policy has no review \`${name}\`; it has ${Object.keys(reviews).join(", ") || "none"}`
  )

const findingsOf = (session: Session, found: Insight.ReviewFindings, texts: TargetedTexts): Findings => {
  const titleOf = (category = ""): string => categoryTitle(session, category)
  return {
    figures: found.figures.map((figure) =>
      defined({
        ...figureOf(session, figure),
        before:
          figure.before === undefined ? undefined : Insight.renderValue(figure.shape, figure.before, session.language)
      })
    ),
    heard: heardOf(session, found.heard),
    granted: grantedOf(session, found.granted),
    answers: answersOf(session, found.answers),
    groups: groupsOf(session, found.groups, texts),
    worthReading: found.worthReading.map(({ case: id, category, reasons }) => ({
      case: id,
      category: titleOf(category),
      reasons: reasons.map((reason) => ({ ...reason, at: new Date(reason.at) }))
    })),
    comingBack: found.comingBack.map(({ first: _, ...one }) => ({ ...one, category: titleOf(one.category) })),
    proceduresDue: found.proceduresDue.map((due) => ({
      ...due,
      category: titleOf(due.category),
      since: new Date(due.since)
    })),
    more: found.more
  }
}

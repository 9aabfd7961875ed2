/** The report to customers (you said, we did): what they may read of a period. */
import * as Insight from "@hearback/insight"
import type { Session } from "../call/Call.ts"
import { hearbackError } from "../call/HearbackError.ts"
import { categoryTitle, datesOf, type Heard, heardOf } from "./Figure.ts"
import { theCase } from "./Stories.ts"
import { keptSummaries } from "./SummaryProjection.ts"

/**
 * Why there is no report to customers: released texts that may tell who somebody is. They have to be released again in
 * other words.
 */
export interface ReportStopped {
  /** Always false: `SaidAndDone` has true. */
  readonly ok: false
  /** Each such text: its case and gate, who released it (`by`) and what was found in it. */
  readonly personal: readonly {
    readonly case: string
    readonly gate: string
    /** Who released the text. */
    readonly by: string
    readonly found: readonly { readonly kind: Insight.PersonalTrace["kind"]; readonly text: string }[]
  }[]
}

/**
 * The report to customers: counts, titles of categories, and texts that staff released. It contains nothing about
 * single people.
 */
export interface SaidAndDone {
  /** Always true: `ReportStopped` has false. */
  readonly ok: true
  /** The start of the period. */
  readonly from: Date
  /** The end of the period, not included. */
  readonly to: Date
  /** The cases of each category. */
  readonly heard: readonly Heard[]
  /** Suggestions that were adopted, with the reason if it was released. */
  readonly adopted: readonly { readonly category: string; readonly text?: string }[]
  /**
   * What was done against recurrence, with the text if it was released. `verified`: a check showed that the cause is
   * gone.
   */
  readonly prevented: readonly { readonly category: string; readonly text?: string; readonly verified?: boolean }[]
  /**
   * How the customers who were answered felt about it. `onBehalf`: answers that the staff entered; they are in none of
   * the other three.
   */
  readonly answered: {
    readonly cases: number
    readonly confirmed: number
    readonly unconfirmed: number
    readonly dissatisfied: number
    /** What the customer said was entered by the staff: in none of the three. */
    readonly onBehalf: number
  }
}

/**
 * Returns the report of the last whole period before an instant. Errors: `review/unknown` if the policy has no such
 * report.
 */
export const publicReportOf = async (session: Session, at: number): Promise<SaidAndDone | ReportStopped> => {
  const { engine } = session
  const { active } = engine.policies
  const frequency = active.bundle.learning?.youSaidWeDid
  if (frequency === undefined)
    throw hearbackError("review/unknown", "the policy does not say how often customers read what was done")
  const { period } = Insight.lastWholePeriod(frequency, at, active.zone)
  const counts = Insight.makeSaidAndDone(period, engine.clock.now())
  const quotable: string[] = []
  for await (const page of keptSummaries(engine, { from: period.from, end: period.to }))
    for (const known of page) {
      counts.take(known)
      if (Insight.isQuotable(known, period)) quotable.push(known.now.id)
    }
  // The quoted texts are encrypted: a decision's reason, and what was planned.
  const reading = { opened: ["gate-passed", "action-planned"], whole: true } as const
  for (const id of quotable.sort()) {
    const { now } = await theCase(engine, id, reading)
    counts.quote(now, await namesOf(session, now))
  }
  const report = counts.report()
  const titled = (done: Insight.ReleasedAction) => ({ ...done, category: categoryTitle(session, done.category) })
  if (report.personal.length > 0) return { ok: false, personal: report.personal.map(shown) }
  return {
    ok: true,
    ...datesOf(period),
    heard: heardOf(session, report.heard),
    adopted: report.adopted.map(titled),
    prevented: report.prevented.map(titled),
    answered: report.answered
  }
}

const shown = ({ found, ...place }: Insight.PersonalPlace): ReportStopped["personal"][number] => ({
  ...place,
  found: found.map(({ kind, text }) => ({ kind, text }))
})

/**
 * Returns the names that a text may not contain. Names are encrypted, so they are decrypted only for cases that may
 * be quoted.
 */
const namesOf = async ({ engine, names }: Session, story: Insight.Story): Promise<readonly string[]> => {
  const { feedback, conversation } = (await engine.cases.load(story.id)).state
  const spoken = [
    feedback.receipt?.customerName ?? "",
    ...conversation.others.map(({ customerName = "" }) => customerName)
  ]
  const all = [...spoken, ...Insight.peopleOf(story).map(names)]
  return [...new Set(all.flatMap((name) => [name, ...name.split(/\s+/).filter((part) => part.length > 2)]))]
}

/** Tells one case from its first message to its closing; each line names the line of the policy that decided it. */
import { type Bundle, Instant, type Policy, Text, type Zone } from "@hearback/core"
import type { CaseView, Explanation, Loop, LoopEvent } from "hearback"
import { widthOf, wrap } from "../../packages/hearback/src/cli/terminal/Columns.ts"
import { priorityOf } from "./Example.ts"
import type { CaseRecord } from "./Figures.ts"
import { flushRight, type Page } from "./Page.ts"
import { wordsOf } from "./Words.ts"

/** A case with its story, ready to be printed. */
export interface Told {
  readonly example: string
  readonly view: CaseView
  readonly lines: Explanation["lines"]
  /** Title of the case's category in the policy. */
  readonly category?: Bundle.Text
  /** Time zone in which the times are shown. */
  readonly zone: Zone.Zone
}

/** Weight of each kind of event when a story is chosen; kinds that are not listed have the weight 0. */
const worth: Readonly<Record<string, number>> = {
  "handover-accepted": 4,
  "handover-declined": 3,
  compensated: 4,
  approved: 5,
  "clock-extended": 4,
  "clock-paused": 3,
  "proposal-countered": 4,
  "note-added": 5,
  "action-done": 4,
  "customer-dissatisfied": 3,
  "customer-confirmed": 5,
  "gate-signed": 2,
  "clock-missed": 2,
  reclassified: 2,
  regraded: 1
}

const shortEnough = 75

/**
 * Returns the closed case whose different kinds of event weigh most; events beyond 75, which do not fit on two screens,
 * count against a case.
 */
export const choose = ({ cases, events }: CaseRecord): CaseView | undefined => {
  const byCase = new Map<string, LoopEvent[]>()
  for (const event of events) byCase.set(event.case, [...(byCase.get(event.case) ?? []), event])
  let best: { readonly view: CaseView; readonly score: number } | undefined
  for (const view of cases) {
    const mine = byCase.get(view.id) ?? []
    if (view.state !== "closed") continue
    const happened = new Set(mine.map((event) => event.event))
    const score =
      [...happened].reduce((sum, name) => sum + (worth[name] ?? 0), 0) - Math.max(0, mine.length - shortEnough)
    if (best === undefined || score > best.score) best = { view, score }
  }
  return best?.view
}

/** Reads the story of a case from the loop. */
export const tell = async (loop: Loop, example: string, view: CaseView, policy: Policy.Policy): Promise<Told> => {
  const category = policy.categories.get(view.category ?? "")?.title
  const { lines } = await loop.explain(view.id)
  return { zone: policy.zone, example, view, lines, ...(category && { category }) }
}

/**
 * Returns the lines of a story: a heading for each day, then the time, the event, and at the right edge the line of the
 * policy.
 */
export const storyLines = ({ view, lines, example, category, zone }: Told, page: Page): readonly string[] => {
  const { paint, columns, language } = page
  const title = [
    view.id,
    view.customer ?? "",
    Text.word("kind", view.kind ?? "", language),
    category?.[language] ?? Text.readable(view.category ?? ""),
    Text.readable(view.grades[priorityOf(example)]?.level ?? "")
  ]
  const found: string[] = [
    paint(
      "strong",
      flushRight(
        `${wordsOf(language).story}${wordsOf(language).colon}${title.filter((part) => part !== "").join(" · ")}`,
        `examples/${example}`,
        columns
      )
    ),
    paint("dim", "─".repeat(columns))
  ]
  let date = ""
  for (const line of lines) {
    const at = line.at.getTime()
    const today = Instant.renderInstant(at, zone).slice(0, 10)
    if (today !== date) found.push(paint("accent", Text.dayInLetter(at, zone, language)))
    date = today
    const place = line.place === undefined ? "" : `${line.place.file}:${line.place.line}`
    const width = columns - 8 - 2 - Math.max(26, widthOf(place))
    for (const [i, part] of wrap(line.message, width).entries()) {
      const time = i === 0 ? Instant.renderInstant(at, zone).slice(11) : "     "
      const text = flushRight(`  ${time} ${part}`, i === 0 ? place : "", columns)
      found.push(i === 0 && place !== "" ? `${text.slice(0, text.length - place.length)}${paint("dim", place)}` : text)
    }
  }
  return found
}

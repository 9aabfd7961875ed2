/** Draws the course of one case, in lanes and line by line. */
import { Instant } from "@hearback/core"
import type { CaseTimeline } from "../simulate/CaseTimeline.ts"
import { localTime } from "../terminal/Times.ts"
import { lanes } from "./Lanes.ts"
import { type Markup, table, tag } from "./Markup.ts"
import type { PageView } from "./View.ts"

const { DAY } = Instant

/** Events that are only for the record and that people would not tell each other. */
const quiet: ReadonlySet<string> = new Set(["clock-started", "gate-not-needed", "message-queued", "problem-told"])

/** Draws the course of a case. */
export const storyFigure = (story: CaseTimeline, view: PageView): Markup => {
  const { words, titles, subject, context } = view
  const { zone } = subject.policy
  const happened = story.happened.filter(({ event }) => !quiet.has(event.event))
  // A case can be inactive for weeks before it is closed, so the figure ends with the last act of a person or
  // customer.
  const ends = happened.flatMap(({ at, by }) => (by === undefined ? [] : [at]))
  const [from, last] = [happened[0]?.at ?? 0, Math.max(...ends, ...story.worked.map(({ to }) => to), 0)]
  const people = [
    ...new Set([
      ...story.worked.map(({ person }) => person),
      ...happened.flatMap(({ by }) => (by === undefined || by === "customer" ? [] : [by]))
    ])
  ]
  const nameOf = (who: string): string =>
    who === "customer" ? words.customer : who === "" ? words.system : titles("person", who)
  const time = (at: number): string => localTime(at, zone, from, context.language)
  const all = ["customer", ...people, ""].map((who) => ({
    name: nameOf(who),
    bars: story.worked
      .filter(({ person }) => person === who)
      .map((one) => ({ ...one, title: `${one.gate === undefined ? "" : titles("gate", one.gate)} ${time(one.from)}` })),
    marks: happened.flatMap(({ at, by = "", event }, index) =>
      by === who && at <= last ? [{ at, number: index + 1, isMiss: event.event === "clock-missed" }] : []
    )
  }))
  const days = Math.max(1, Math.ceil((last - from) / DAY))
  const every = Math.max(1, Math.ceil(days / 4))
  const start = Math.floor((from + 8 * 3_600_000) / DAY) * DAY - 8 * 3_600_000
  const ticks = [
    { at: from, name: time(from) },
    ...Array.from({ length: Math.floor(days / every) }, (_, i) => start + (i + 1) * every * DAY).flatMap((at) =>
      at > from + 0.24 * (last - from) && at < last - 0.24 * (last - from)
        ? [{ at, name: Instant.renderInstant(at, zone).slice(5, 10) }]
        : []
    ),
    { at: last, name: time(last) }
  ]
  return tag(
    "section",
    {},
    tag("h2", {}, words.story(story.case)),
    tag(
      "figure",
      {},
      tag("figcaption", {}, words.storySays),
      lanes({ lanes: all, from, to: last, ticks }),
      tag(
        "details",
        { open: "" },
        tag("summary", {}, words.numbersTable),
        tag(
          "div",
          { class: "wide" },
          table(
            [words.at, words.what, words.line],
            happened.map(({ at, sentence, place }) => [time(at), sentence(context.language), place])
          )
        )
      )
    )
  )
}

/** Measures, reviews and the report to customers, read from the record through the clear parts of its events. */
import type { Bundle, Case } from "@hearback/core"
import { decodeClear, type Engine, Stream } from "@hearback/engine"
import * as Insight from "@hearback/insight"
import { hearbackError } from "./errors.ts"
import { toInstant } from "./instant.ts"
import type { Figure, Learning, Measures, Review } from "./learning.ts"
import type { Names } from "./say.ts"

interface LearningOptions {
  readonly engine: Engine
  readonly language: Bundle.Language
  readonly names: Names
  readonly whenOpen: () => void
}

/** Returns every case of the store with what happened to it. */
export const storiesOf = async (engine: Engine): Promise<readonly Insight.Story[]> => {
  const logs = new Map<string, Case.CaseEvent[]>()
  for (let after: number | null = null; ; ) {
    const page = await engine.store.read(after, 500, engine.tenant)
    if (page.events.length === 0) break
    for (const stored of page.events) {
      const id = Stream.caseIn(stored.stream)
      if (id === undefined) continue
      const log = logs.get(id)
      if (log === undefined) logs.set(id, [decodeClear(stored)])
      else log.push(decodeClear(stored))
    }
    after = page.next
  }
  const stories: Insight.Story[] = []
  for (const [id, events] of logs) {
    const { content, calendars } = pinOf(events)
    stories.push(Insight.tell({ id, policy: await engine.policies.of(content, calendars), events }))
  }
  return stories
}

/** What a case is pinned to: what it was opened under, or was moved to since. */
const pinOf = (events: readonly Case.CaseEvent[]): { readonly content?: string; readonly calendars?: string } => {
  let pin: { readonly content?: string; readonly calendars?: string } = {}
  for (const event of events) {
    if (event.event === "case-opened" || event.event === "policy-moved") pin = event.policy
    if (event.event === "calendars-moved") pin = { ...pin, calendars: event.calendars }
  }
  return pin
}

/** Makes the part of the handle that learns. */
export const learningOf = ({ engine, language, names, whenOpen }: LearningOptions): Learning => {
  const rule = () => engine.policies.active.bundle.learning
  const { titleOf, figureOf, grantedOf, heardOf } = wordsOf(engine, language)
  const instantOf = (given: Parameters<typeof toInstant>[0] | undefined): number =>
    given === undefined ? engine.clock.now() : toInstant(given)
  const span = ({ from, to }: Insight.Period) => ({ from: new Date(from), to: new Date(to) })
  const figuresOf = (figures: readonly Insight.Figure[]) => figures.map(figureOf)

  const measures: Learning["measures"] = async (given = {}) => {
    whenOpen()
    const now = engine.clock.now()
    const stories = await storiesOf(engine)
    const first = stories.reduce((earliest, { events }) => Math.min(earliest, events[0]?.at ?? now), now)
    const period = {
      from: given.from === undefined ? first : toInstant(given.from),
      to: given.to === undefined ? now + 1 : toInstant(given.to)
    }
    return {
      ...span(period),
      figures: figuresOf(Insight.figures(Insight.reckon(stories, period, now), rule()?.targets)),
      heard: heardOf(Insight.heard(stories, period, now)),
      granted: Insight.granted(stories, period).map(grantedOf)
    } satisfies Measures
  }

  const review: Learning["review"] = async (name, { at: given } = {}) => {
    whenOpen()
    const [at, now] = [instantOf(given), engine.clock.now()]
    const pack = Insight.review(engine.policies.active, name, await storiesOf(engine), at, now)
    if (pack === undefined) {
      const known = Object.keys(rule()?.reviews ?? {}).join(", ")
      throw hearbackError("review/unknown", `the policy has no review \`${name}\`; it has ${known || "none"}`)
    }
    return {
      name,
      ...span(pack.period),
      before: span(pack.before),
      figures: pack.figures.map((figure) => ({
        ...figureOf(figure),
        ...(figure.before === undefined ? {} : { before: Insight.sayValue(figure.shape, figure.before, language) })
      })),
      heard: heardOf(pack.heard),
      granted: pack.granted.map(grantedOf),
      worthReading: pack.worthReading.map(({ case: id, category, reasons }) => ({
        case: id,
        category: titleOf(category ?? ""),
        reasons: reasons.map(({ at: when, ...reason }) => ({ ...reason, at: new Date(when) }))
      })),
      comingBack: pack.comingBack.map((one) => ({ ...one, category: titleOf(one.category) })),
      proceduresDue: pack.proceduresDue.map(({ since, ...one }) => ({
        ...one,
        category: titleOf(one.category),
        since: new Date(since)
      }))
    } satisfies Review
  }

  /** Names are sealed: they are opened only of cases of which something might be quoted. */
  const unsaidOf = async (stories: readonly Insight.Story[]): Promise<(story: Insight.Story) => readonly string[]> => {
    const known = new Map<string, readonly string[]>()
    for (const story of stories.filter(Insight.isQuotable)) {
      const { feedback, conversation } = (await engine.cases.load(story.id)).state
      const spoken = [
        feedback.receipt?.customerName ?? "",
        ...conversation.others.map(({ customerName = "" }) => customerName)
      ]
      const all = [...spoken, ...Insight.peopleOf(story).map(names)]
      known.set(story.id, [
        ...new Set(all.flatMap((name) => [name, ...name.split(/\s+/).filter((part) => part.length > 2)]))
      ])
    }
    return ({ id }) => known.get(id) ?? []
  }

  const saidAndDone: Learning["saidAndDone"] = async ({ at: given } = {}) => {
    whenOpen()
    const frequency = rule()?.youSaidWeDid
    if (frequency === undefined)
      throw hearbackError("review/unknown", "the policy does not say how often customers read what was done")
    const { period } = Insight.lastWhole(frequency, instantOf(given), engine.policies.active.zone)
    const stories = await storiesOf(engine)
    const said = Insight.saidAndDone(stories, period, engine.clock.now(), await unsaidOf(stories))
    const titled = (one: Insight.Done) => ({ ...one, category: titleOf(one.category) })
    return {
      ...span(period),
      heard: heardOf(said.heard),
      adopted: said.adopted.map(titled),
      prevented: said.prevented.map(titled),
      answered: said.answered
    }
  }

  return { measures, review, saidAndDone }
}

/** Figures, grants and categories in the words of the version in force. */
const wordsOf = (engine: Engine, language: Bundle.Language) => {
  const titleOf = (name: string): string => {
    const { dictionary, language: own } = engine.policies.active.bundle
    const title = dictionary.categories.find((category) => category.name === name)?.title
    return title?.[language] ?? title?.[own] ?? name
  }
  const figureOf = ({ measure, shape, value, tally, target, verdict }: Insight.Figure): Figure => ({
    measure,
    shape,
    ...(value === undefined ? {} : { value, says: Insight.sayValue(shape, value, language) }),
    of: tally.cases,
    ...(shape === "share" ? { hits: tally.sum } : {}),
    apart: tally.apart,
    ...(target === undefined ? {} : { target: Insight.sayTarget(target, language) }),
    ...(verdict === undefined ? {} : { verdict })
  })
  const grantedOf = ({ sum, ...one }: Insight.Granted) => {
    const digits = engine.policies.active.bundle.currency?.digits ?? 2
    const scale = { compensate: 10 ** digits, discount: 100, grant: 1 }[one.power]
    return { ...one, sum: sum / scale }
  }
  const heardOf = (all: readonly Insight.Heard[]) =>
    all.map(({ category, cases }) => ({ category: titleOf(category), cases }))
  return { titleOf, figureOf, grantedOf, heardOf }
}

/** Judges an expectation: the actual value, and the line of the policy that decided it. */
import { type Bundle, defined, Fact, Ranges } from "@hearback/core"
import * as Insight from "@hearback/insight"
import type { Scenario } from "@hearback/policy"
import { placeOf } from "../../answer/Place.ts"
import { said, type TranslatedText } from "../../text/TranslatedTexts.ts"
import type { Sent } from "../virtual/Recorder.ts"
import { none, type Seen, seeCase } from "./CaseExpectation.ts"
import { askedIn, namesOf, pathsSaid, sentList } from "./ExpectationLists.ts"
import type { ExpectationResult } from "./ScenarioResult.ts"
import type { Snapshot } from "./Snapshot.ts"

/** Judges one expectation of a step. */
export const judge = (
  snapshot: Snapshot,
  { what, says, expected, place, check }: Scenario.Expectation,
  language: Bundle.Language
): ExpectationResult => {
  const seen = see(snapshot, check)
  const because = placeOf(snapshot.world.policy, seen.rule)
  return {
    what,
    says: says[language],
    expected: inLanguage(askedIn(snapshot.cases, check) ?? expected, language),
    actual: inLanguage(seen.actual, language),
    ok: seen.ok,
    line: place.line,
    ...defined({ because })
  }
}

const inLanguage = (text: string | TranslatedText, language: Bundle.Language): string =>
  typeof text === "string" ? text : text[language]

const see = (snapshot: Snapshot, check: Scenario.ExpectationCheck): Seen => {
  switch (check._tag) {
    case "Sent": {
      const lacking = check.messages.filter((one) => !snapshot.sent.some((sent) => fits(one, sent)))
      const [first] = lacking
      return {
        actual: sentList(snapshot.sent),
        ok: lacking.length === 0,
        rule: first?.message === undefined ? undefined : `messages.${first.message}`
      }
    }
    case "NothingSent": {
      const found =
        check.messages.length === 0
          ? snapshot.sent
          : snapshot.sent.filter((sent) => check.messages.some((one) => fits(one, sent)))
      const [first] = found
      return {
        actual: sentList(found),
        ok: found.length === 0,
        rule: first === undefined ? undefined : `messages.${first.template}`
      }
    }
    case "Measure":
      return seeMeasure(snapshot, check)
    case "Answers":
      return seeAnswers(snapshot, check)
    case "Pending":
      return rules(snapshot.result.pending, check.rules)
    case "Rejected":
      return rules(snapshot.result.rejected, check.rules)
  }
  const found = snapshot.cases.get(check.case)
  return found === undefined
    ? { actual: said((t) => t.scenario.noSuchCase), ok: false }
    : seeCase(snapshot, found, check)
}

const rules = (found: readonly string[], asked: readonly string[]): Seen => ({
  actual: found.length === 0 ? none : pathsSaid(found),
  ok: found.length > 0 && asked.every((rule) => found.includes(rule)),
  rule: found[0]
})

/** Judges a measure over every case of the scenario so far, also those that followed from others. */
const seeMeasure = (
  { stories, world }: Snapshot,
  { measure, target }: Extract<Scenario.ExpectationCheck, { readonly _tag: "Measure" }>
): Seen => {
  const now = world.now()
  const reckoned = Insight.measureTotals(
    stories.map(Insight.summaryOf),
    { from: Number.MIN_SAFE_INTEGER, to: now + 1 },
    now
  )
  const figure = Insight.figuresOf(reckoned, { [measure]: target }).find((one) => one.measure === measure)
  const { shape = "share", value, tally } = figure ?? {}
  const actual = said(({ scenario }, language) => {
    if (value === undefined) return scenario.noCase
    const shown = Insight.renderValue(shape, value, language)
    return shape === "share" ? scenario.share(shown, tally?.sum, tally?.cases) : shown
  })
  return {
    actual,
    ok: figure?.verdict === "met",
    rule: `learning.targets.${measure}`
  }
}

/** Judges answers over all surveys so far that ask the question. */
const seeAnswers = (
  { stories, world }: Snapshot,
  { question, answer, target: { type, good } }: Extract<Scenario.ExpectationCheck, { readonly _tag: "Answers" }>
): Seen => {
  const counts = Insight.makeAnswerCounts({ from: Number.MIN_SAFE_INTEGER, to: world.now() + 1 })
  for (const story of stories) counts.take(Insight.summaryOf(story))
  const own = counts.counts().filter((one) => one.question === question)
  const sum = (of: (one: (typeof own)[number]) => number): number => own.reduce((all, one) => all + of(one), 0)
  const given = (value: string): number => sum(({ values }) => values.get(value) ?? 0)
  const answered = sum((one) => one.answered)
  const marks = sum(({ values }) => [...values].reduce((all, [mark, times]) => all + Number(mark) * times, 0))
  const isShare = type._tag === "Amount" && type.unit === "%"
  const counted = answer === "answered" ? answered : given(answer)
  const figure = answer === "mean" ? marks / answered : isShare ? (100 * counted) / answered : counted
  const code = Number.isFinite(figure)
    ? Math.round(figure * 10 ** (type._tag === "Amount" ? type.scale : 0))
    : undefined
  const asking = Object.entries(world.policy.bundle.channels)
  const [channel] = asking.find(([, { questions = [] }]) => questions.some(({ fact }) => fact === question)) ?? []
  return {
    actual: code === undefined ? said((t) => t.scenario.noAnswer) : Fact.render(type, code),
    ok: code !== undefined && Ranges.has(good, code),
    rule: `channels.${channel}.questions.${question}`
  }
}

const fits = ({ message, to, says }: Scenario.MessageSaid, sent: Sent): boolean =>
  (message === undefined || namesOf(sent).includes(message)) &&
  (to === undefined || to === sent.to) &&
  (says === undefined || sent.subject.includes(says) || sent.text.includes(says))

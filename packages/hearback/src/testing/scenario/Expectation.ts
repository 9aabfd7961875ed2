/** Holds an expectation against what is there: what was seen instead, and the line of the policy that decided it. */
import { type Bundle, Clock, defined, Fact, Gate, Instant, Ranges, Text } from "@hearback/core"
import * as Insight from "@hearback/insight"
import type { Scenario } from "@hearback/policy"
import { placeOf } from "../../answer/Place.ts"
import { givenBy } from "../../case/CaseView.ts"
import { clockOf } from "../../case/ClockView.ts"
import { said, type TranslatedText } from "../../text/TranslatedTexts.ts"
import type { Sent } from "../virtual/Recorder.ts"
import { missing, rulesOf } from "./DecidingRule.ts"
import { approvalsSaid, askedIn, namesOf, pathsSaid, sentList, shown } from "./ExpectationLists.ts"
import type { ExpectationResult } from "./ScenarioResult.ts"
import type { CaseSnapshot, Snapshot } from "./Snapshot.ts"

interface Seen {
  readonly actual: string | TranslatedText
  readonly ok: boolean
  /** The rule that decided it. */
  readonly rule?: string | undefined
}

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

const none = "none"

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

/** Over every case of the scenario so far, also those that followed from others. */
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

/** Over every answer so far, by whatever survey that asks the question. */
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

type OfCase = Exclude<
  Scenario.ExpectationCheck,
  { readonly _tag: "Sent" | "NothingSent" | "Measure" | "Answers" | "Pending" | "Rejected" }
>

const seeCase = (snapshot: Snapshot, found: CaseSnapshot, check: OfCase): Seen => {
  const { state, policy } = found
  const loop = policy.loops.get(state.lifecycle.loop ?? "")
  const is = (actual: string | TranslatedText, expected: string, rule: string | undefined): Seen => ({
    actual,
    ok: actual === expected,
    rule
  })
  switch (check._tag) {
    case "Said":
      return is(saidOf(found, check.of), check.is, rulesOf(found, check.of))
    case "Signals": {
      const heard = state.feedback.understanding?.signals ?? []
      const ok = check.signals.every((name) => (name === none ? heard.length === 0 : heard.includes(name)))
      return { actual: heard.join(", ") || none, ok, rule: `dictionary.signals.${heard[0] ?? check.signals[0]}` }
    }
    case "Fact":
      return fact(found, check)
    case "Attachments": {
      const files = state.feedback.receipt?.attachments ?? []
      const ok = check.files.length === 0 ? files.length === 0 : check.files.every((file) => files.includes(file))
      return { actual: files.join(", ") || none, ok }
    }
    case "Grade": {
      const grade = state.grades[check.dimension]
      return is(grade?.level ?? none, check.level, grade?.lifted?.rule ?? grade?.rule ?? `grading.${check.dimension}`)
    }
    case "Outcome":
      return is(state.lifecycle.customerLoop?.outcome ?? none, check.outcome, rulesOf(found, "outcome"))
    case "Loop": {
      const closed = check.side === "customer-loop" ? state.lifecycle.customerLoop : state.lifecycle.systemLoop
      const rule =
        closed === undefined
          ? `${loop?.rule.path}.${missing(found, check.side) ?? check.side}`
          : `${loop?.rule.path}.${check.side}`
      return is(closed === undefined ? "open" : "closed", check.closed ? "closed" : "open", rule)
    }
    case "Linked": {
      const linked = [...snapshot.cases]
        .filter(([, other]) => other.state.id !== state.id && isLinked(found, other))
        .map(([name]) => name)
      return {
        actual: linked.join(", ") || none,
        ok: check.to.every((name) => linked.includes(name)),
        rule: "problems.same"
      }
    }
    case "Reopened":
      return is(String(state.lifecycle.reopened), String(check.times), rulesOf(found, "reopened"))
    case "Given": {
      const sum = givenBy(state, check.power)
      const actual = Text.amount(check.power, sum, (minor) => Text.money(minor, policy.bundle.currency, "en"))
      return { actual, ok: sum === check.amount, rule: rulesOf(found, check.power) }
    }
    case "Approvals":
      return approvals(found, check.asked)
    case "Due": {
      const clock = clockOf(state, check.clock)
      const due = clock?.dueAt
      const actual = clock === undefined ? said((t) => t.scenario.notStarted) : shown(found, due)
      return { actual, ok: isDue(found, due, check.due), rule: clock?.rule ?? loop?.clocks.get(check.clock)?.path }
    }
    case "Clock":
      return is(
        Clock.stateOf(clockOf(state, check.clock)),
        check.is,
        clockOf(state, check.clock)?.rule ?? loop?.clocks.get(check.clock)?.path
      )
    case "MissedBecause": {
      const breach = clockOf(state, check.clock)?.breaches.at(-1)
      return is(
        breach?.cause ?? none,
        check.cause,
        clockOf(state, check.clock)?.rule ?? loop?.clocks.get(check.clock)?.path
      )
    }
    case "Gate": {
      const rule = loop?.gates.get(check.gate)
      const actual =
        rule === undefined && state.gates[check.gate] === undefined
          ? noGate(loop?.rule.name)
          : Gate.at(state.gates, check.gate).status
      return is(actual, check.is, rulesOf(found, "gate", check.gate) ?? rule?.path)
    }
    case "Because": {
      const decided = [
        ...new Set([
          ...currentRules(found),
          ...found.fresh.flatMap((event) => ("why" in event && event.why !== undefined ? [event.why] : []))
        ])
      ]
      return {
        actual: decided.length === 0 ? none : pathsSaid(decided),
        ok: check.rules.every((rule) => decided.includes(rule)),
        rule: decided[0]
      }
    }
  }
}

const noGate = (loop: string | undefined): TranslatedText =>
  loop === undefined ? said((t) => t.scenario.noLoop) : said((t) => t.scenario.noGateIn(loop))

const currentRules = ({ state }: CaseSnapshot): readonly string[] =>
  Object.values(state.grades).flatMap((grade) => [
    grade.rule,
    ...(grade.points ?? []).map(({ rule }) => rule),
    ...(grade.lifted === undefined ? [] : [grade.lifted.rule])
  ])

const saidOf = ({ state }: CaseSnapshot, of: Extract<OfCase, { _tag: "Said" }>["of"]): string => {
  const understood = state.feedback.understanding
  switch (of) {
    case "kind":
      return understood?.kind ?? none
    case "category":
      return understood?.category ?? "unknown"
    case "emotion":
      return understood?.emotion ?? "unmoved"
    case "review":
      return state.feedback.review ?? none
    case "owner":
      return state.ownership.owner
    case "department":
      return state.ownership.department ?? none
  }
}

/** Cases are linked by a person, or by the problem that both belong to. */
const isLinked = (one: CaseSnapshot, other: CaseSnapshot): boolean =>
  one.state.relations.links.includes(other.state.id) ||
  (one.state.relations.problem !== undefined && one.state.relations.problem.id === other.state.relations.problem?.id)

const isDue = ({ policy }: CaseSnapshot, due: number | null | undefined, said: Scenario.DueSaid): boolean => {
  if (due === undefined || due === null) return false
  return said._tag === "Day" ? Instant.dueDate(due, policy.zone) === said.day : due === said.at
}

/** Values are the same that the policy reads alike: `600` and `"600.00"`. */
const fact = (
  { state, policy, history }: CaseSnapshot,
  check: Extract<Scenario.ExpectationCheck, { readonly _tag: "Fact" }>
): Seen => {
  const value = state.feedback.facts[check.fact]
  const type = policy.bundle.facts[check.fact]?.type
  const code = (one: Fact.FactValue | undefined): number | string | boolean | undefined =>
    one === undefined || type === undefined || type._tag === "Text" ? one : Fact.encode(type, one, policy.zone)
  const rule = history.findLast((event) => event.event === "facts-recorded" && check.fact in event.facts)?.why
  return { actual: value === undefined ? none : String(value), ok: code(value) === code(check.is), rule }
}

const approvals = (found: CaseSnapshot, asked: Extract<OfCase, { _tag: "Approvals" }>["asked"]): Seen => {
  const open = found.state.authority.approvals
  const left = [...open]
  const all = asked.every(({ from, due }) => {
    const at = left.findIndex(
      (one) => (from === undefined || one.from === from) && (due === undefined || isDue(found, one.dueAt, due))
    )
    return at >= 0 && left.splice(at, 1).length > 0
  })
  const there = open.map(({ from, dueAt }) => ({ from, due: shown(found, dueAt) }))
  const actual = open.length === 0 ? none : approvalsSaid(there)
  return { actual, ok: all && left.length === 0, rule: open[0]?.rules[0] ?? "authority.approval" }
}

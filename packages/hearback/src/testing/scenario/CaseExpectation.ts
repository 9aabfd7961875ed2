/** Compares what a scenario expects of a case with the case. */
import { Clock, Fact, Gate, Instant, Text } from "@hearback/core"
import type { Scenario } from "@hearback/policy"
import { givenBy } from "../../case/CaseView.ts"
import { clockOf } from "../../case/ClockView.ts"
import { said, type TranslatedText } from "../../text/TranslatedTexts.ts"
import { missing, rulesOf } from "./DecidingRule.ts"
import { approvalsSaid, pathsSaid, shown } from "./ExpectationLists.ts"
import type { CaseSnapshot, Snapshot } from "./Snapshot.ts"

/** The actual value, and whether it is as expected. */
export interface Seen {
  readonly actual: string | TranslatedText
  readonly ok: boolean
  /** The rule that decided it. */
  readonly rule?: string | undefined
}

/** The word for a missing value. */
export const none = "none"

type OfCase = Exclude<
  Scenario.ExpectationCheck,
  { readonly _tag: "Sent" | "NothingSent" | "Measure" | "Answers" | "Pending" | "Rejected" }
>

/** Compares one expectation of a case. */
export const seeCase = (snapshot: Snapshot, found: CaseSnapshot, check: OfCase): Seen => {
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

/** Returns the linked cases: by a person, or by a problem to which both belong. */
const isLinked = (one: CaseSnapshot, other: CaseSnapshot): boolean =>
  one.state.relations.links.includes(other.state.id) ||
  (one.state.relations.problem !== undefined && one.state.relations.problem.id === other.state.relations.problem?.id)

const isDue = ({ policy }: CaseSnapshot, due: number | null | undefined, said: Scenario.DueSaid): boolean => {
  if (due === undefined || due === null) return false
  return said._tag === "Day" ? Instant.dueDate(due, policy.zone) === said.day : due === said.at
}

/** Returns whether two values are the same for the policy, such as `600` and `"600.00"`. */
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

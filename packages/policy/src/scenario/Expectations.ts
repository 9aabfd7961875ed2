/** What a step expects, every name checked. */
import type { Lifecycle } from "@hearback/core"
import { Bundle, defined } from "@hearback/core"
import { diagnose } from "../diagnostic/Diagnostic.ts"
import { unknownName } from "../diagnostic/UnknownWords.ts"
import { factOf, known, knownAll, sentenceOf, wordOf } from "../people/Context.ts"
import { entriesOf, get, isList, isMap, isScalar, itemsOf, type MapEntry, type Node } from "../source/Node.ts"
import { said } from "../text/TranslatedTexts.ts"
import { expectedKey } from "../translation/StepWords.ts"
import { sides as sideWords } from "../vocabulary/Vocabulary.ts"
import { answerOf } from "./Answers.ts"
import { choiceOf, type ScenarioContext, spotOf, writtenOf, wrongType } from "./Context.ts"
import { measureOf } from "./Measure.ts"
import { dueOf } from "./Moment.ts"
import { rulesOf } from "./Rule.ts"
import type { Expectation, ExpectationCheck, MessageSaid } from "./Scenario.ts"

const kinds = ["complaint", "suggestion", "inquiry", "praise", "rating", "routine"]
const outcomes: readonly Lifecycle.CaseOutcome[] = [
  "confirmed",
  "answered",
  "unconfirmed",
  "dissatisfied",
  "withdrawn",
  "forwarded",
  "turned-away",
  "merged"
]
const gateStates = ["waiting", "open", "passed", "explained", "waived", "lapsed", "not-needed"] as const
const clockStates = ["not-started", "running", "paused", "met", "met-late", "missed", "cancelled"] as const
const causes = ["elapsed", "regraded", "reopened", "calendar", "owner", "extended", "manual", "policy"] as const
const sides = ["customer-loop", "system-loop"] as const

/** Words of `expect` beside which the cases stand; no case is called by one of them. */
export const besideCases = ["sent", "nothing-sent", "measures", "answers", "pending", "rejected"]

/** Reads everything that a step expects, in the order in which it is written. */
export const expectationsOf = (context: ScenarioContext, expect: MapEntry | undefined): readonly Expectation[] => {
  if (expect !== undefined && isIdle(context, expect)) return []
  return entriesOf(expect?.value).flatMap((entry) => {
    const { key, value } = entry
    if (isIdle(context, entry)) return []
    switch (key.text) {
      case "sent":
        return one(entry, { _tag: "Sent", messages: itemsOf(value).flatMap((item) => messagesOf(context, item)) })
      case "nothing-sent":
        return one(entry, {
          _tag: "NothingSent",
          messages: isAny(value) ? [] : itemsOf(value).flatMap((item) => messagesOf(context, item))
        })
      case "measures":
        return entriesOf(value).flatMap((each) =>
          one(each, measureOf(context, each), { word: "measures", name: each.key.text })
        )
      case "answers":
        return entriesOf(value).flatMap((question) =>
          isIdle(context, question)
            ? []
            : entriesOf(question.value).flatMap((each) =>
                one(each, answerOf(context, question.key, each), {
                  word: "answers",
                  name: `${question.key.text}.${each.key.text}`
                })
              )
        )
      case "pending":
        return one(entry, { _tag: "Pending", rules: rulesOf(context, value) })
      case "rejected":
        return one(entry, { _tag: "Rejected", rules: rulesOf(context, value) })
    }
    if (!context.cases.has(key.text)) {
      context.told.push(diagnose("scenario/unknown-case", { name: key.text }, key.span))
      return []
    }
    return entriesOf(value).flatMap((each) => (isIdle(context, each) ? [] : ofCase(context, key.text, each)))
  })
}

/** Of these an empty list says that there are none. */
const countedToNone = ["attachments", "approvals", "nothing-sent"]

/** Whether nothing is expected by an entry, so that no result would fail it: that is told. */
export const isIdle = ({ told }: ScenarioContext, { key, value }: MapEntry): boolean => {
  const isEmpty = (isMap(value) && value.entries.length === 0) || (isList(value) && value.items.length === 0)
  if (!isEmpty || countedToNone.includes(key.text)) return false
  told.push(diagnose("scenario/expects-nothing", { name: key.text }, key.span))
  return true
}

/** A path of one expectation: a word of ours, beside the names that stand before and behind it. */
interface What {
  readonly case?: string
  readonly word: string
  readonly name?: string
}

const one = (
  { key, value }: MapEntry,
  check: ExpectationCheck | undefined,
  what: What = { word: key.text }
): readonly Expectation[] => {
  if (check === undefined) return []
  const path = (word: string, name = what.name): string =>
    [what.case, word, name].filter((part) => part !== undefined).join(".")
  const called = expectedKey(what.word)
  const side = what.word === "loops" ? sides.find((one) => one === what.name) : undefined
  const says = said((_, language) => {
    const keys = Bundle.keyLanguageOf(language)
    return path(called[keys], keys === "en" || side === undefined ? what.name : sideWords[side])
  })
  return [{ what: path(what.word), says, expected: writtenOf(value), place: spotOf(key.span), check }]
}

const isAny = (node: Node): boolean =>
  isScalar(node) && (node.value === true || ["yes", "true", "是"].includes(String(node.value)))

/** `receipt to c-qin`, `receipt`, or a person or customer alone; with `: words` also what it says. */
const messagesOf = (context: ScenarioContext, node: Node): readonly MessageSaid[] => {
  const said = isMap(node)
    ? node.entries.map(({ key, value }) => ({ written: key.text, at: key, says: wordOf(value)?.trim() }))
    : [{ written: wordOf(node) ?? "", at: node, says: undefined }]
  return said.flatMap(({ written, at, says }) => {
    const message = messageOf(context, written, at)
    return message === undefined ? [] : [defined({ ...message, says })]
  })
}

const messageOf = (context: ScenarioContext, written: string, node: Pick<Node, "span">): MessageSaid | undefined => {
  const text = written.trim()
  const [first = "", to] = text.split(/\s+(?:to|给)\s+/)
  const recipients = [...context.people, ...context.customers]
  if (to === undefined && recipients.includes(first)) return { to: first }
  if (!context.messages.includes(first)) {
    context.told.push(unknownName("message", first, context.messages, node.span))
    return undefined
  }
  if (to !== undefined && to !== "anonymous" && !recipients.includes(to)) {
    context.told.push(unknownName("person", to, recipients, node.span))
    return undefined
  }
  return defined({ message: first, to })
}

const ofCase = (context: ScenarioContext, name: string, entry: MapEntry): readonly Expectation[] => {
  const { key, value } = entry
  const what = { case: name, word: key.text }
  const { bundle } = context
  const understood = (
    of: "kind" | "category" | "emotion" | "review" | "owner" | "department",
    is: string | undefined
  ) => one(entry, is === undefined ? undefined : { _tag: "Said", case: name, of, is }, what)
  switch (key.text) {
    case "kind":
      return understood("kind", known(context, "kind", value, kinds))
    case "category":
      return understood(
        "category",
        known(context, "category", value, [...bundle.dictionary.categories.map((each) => each.name), "unknown"])
      )
    case "emotion":
      return understood(
        "emotion",
        known(context, "emotion", value, [...bundle.dictionary.emotions.map((each) => each.level), "unmoved"])
      )
    case "review":
      return understood("review", known(context, "role", value, [...Object.keys(bundle.roles), "none"]))
    case "owner":
      return understood("owner", known(context, "person", value, [...context.people, "system:custodian"]))
    case "department":
      return understood("department", known(context, "department", value, [...Object.keys(bundle.departments), "none"]))
    case "signal": {
      const signals = knownAll(context, "signal", value, [
        ...bundle.dictionary.signals.map((each) => each.name),
        "none"
      ])
      return one(entry, { _tag: "Signals", case: name, signals }, what)
    }
    case "facts":
      return entriesOf(value).flatMap((each) =>
        one(each, factExpected(context, name, each), { ...what, name: each.key.text })
      )
    case "attachments":
      return one(
        entry,
        { _tag: "Attachments", case: name, files: itemsOf(value).flatMap((item) => sentenceOf(item) ?? []) },
        what
      )
    case "outcome": {
      const outcome = choiceOf(context, value, outcomes, key.text)
      return one(entry, outcome === undefined ? undefined : { _tag: "Outcome", case: name, outcome }, what)
    }
    case "linked-to":
      return one(entry, { _tag: "Linked", case: name, to: knownAll(context, "case", value, [...context.cases]) }, what)
    case "reopened":
      return isScalar(value) && typeof value.value === "number"
        ? one(entry, { _tag: "Reopened", case: name, times: value.value }, what)
        : (wrongType(context, value, key.text, (t) => t.value.number) ?? [])
    case "compensated": {
      const minor = minorOf(context, value)
      return one(entry, given(name, "compensate", minor), what)
    }
    case "discounted":
      return one(entry, given(name, "discount", basisPointsIn(context, value)), what)
    case "granted":
      return isScalar(value) && typeof value.value === "number"
        ? one(entry, given(name, "grant", value.value), what)
        : (wrongType(context, value, key.text, (t) => t.value.number) ?? [])
    case "approvals":
      return one(
        entry,
        { _tag: "Approvals", case: name, asked: itemsOf(value).map((item) => approvalOf(context, item)) },
        what
      )
    case "because":
      return one(entry, { _tag: "Because", case: name, rules: rulesOf(context, value) }, what)
    case "due":
    case "gates":
    case "clocks":
    case "loops":
    case "missed-because":
      return entriesOf(value).flatMap((each) =>
        one(each, namedOf(context, name, key.text, each), { ...what, name: each.key.text })
      )
  }
  const levels = context.dimensions.get(key.text)
  if (levels === undefined) {
    context.told.push(unknownName("dimension", key.text, [...context.dimensions.keys(), ...ofOurs], key.span))
    return []
  }
  const level = known(context, "level", value, levels)
  return one(entry, level === undefined ? undefined : { _tag: "Grade", case: name, dimension: key.text, level }, what)
}

const ofOurs =
  "kind category emotion signal review facts attachments owner department outcome linked-to reopened compensated discounted granted approvals due gates clocks loops missed-because because".split(
    " "
  )

/** One entry of a map by the names of clocks, gates or loops. */
const namedOf = (
  context: ScenarioContext,
  name: string,
  of: string,
  { key, value }: MapEntry
): ExpectationCheck | undefined => {
  const isKnown = (kind: "gate" | "clock" | "loop", names: readonly string[]): boolean => {
    if (names.includes(key.text)) return true
    context.told.push(unknownName(kind, key.text, names, key.span))
    return false
  }
  switch (of) {
    case "due": {
      const due = isKnown("clock", context.clocks) ? dueOf(context, value) : undefined
      return due && { _tag: "Due", case: name, clock: key.text, due }
    }
    case "gates": {
      const is = isKnown("gate", context.gates) ? choiceOf(context, value, gateStates, key.text) : undefined
      return is && { _tag: "Gate", case: name, gate: key.text, is }
    }
    case "clocks": {
      const is = isKnown("clock", context.clocks) ? choiceOf(context, value, clockStates, key.text) : undefined
      return is && { _tag: "Clock", case: name, clock: key.text, is }
    }
    case "loops": {
      const side = sides.find((each) => each === key.text)
      const state = isKnown("loop", sides) ? choiceOf(context, value, ["open", "closed"], key.text) : undefined
      return side && state && { _tag: "Loop", case: name, side, closed: state === "closed" }
    }
  }
  const cause = isKnown("clock", context.clocks) ? choiceOf(context, value, causes, key.text) : undefined
  return cause && { _tag: "MissedBecause", case: name, clock: key.text, cause }
}

/** A fact and its value; `none` where nobody has recorded one. */
const factExpected = (
  context: ScenarioContext,
  name: string,
  { key, value }: MapEntry
): ExpectationCheck | undefined => {
  const declared = Object.hasOwn(context.bundle.facts, key.text) ? context.bundle.facts[key.text] : undefined
  if (declared === undefined) {
    context.told.push(unknownName("fact", key.text, Object.keys(context.bundle.facts), key.span))
    return undefined
  }
  const isUnknown = ["none", "无"].includes(wordOf(value)?.trim() ?? "")
  const is = isUnknown ? undefined : factOf(context, key.text, declared, value)
  return isUnknown || is !== undefined ? defined({ _tag: "Fact" as const, case: name, fact: key.text, is }) : undefined
}

const approvalOf = (context: ScenarioContext, node: Node) => {
  if (!isMap(node)) wrongType(context, node, "approvals", (t) => t.thing.map)
  const from = known(context, "role", get(node, "from"), Object.keys(context.bundle.roles))
  const due = dueOf(context, get(node, "due"))
  return defined({ from, due })
}

const given = (name: string, power: "compensate" | "discount" | "grant", amount: number | undefined) =>
  amount === undefined ? undefined : ({ _tag: "Given", case: name, power, amount } as const)

/** A share in percent, in basis points. */
const basisPointsIn = (context: ScenarioContext, node: Node): number | undefined => {
  const text = wordOf(node) ?? ""
  const found = /^(\d+(?:\.\d{1,2})?)\s*[%％]$/.exec(text.trim())
  if (found !== null) return Math.round(Number(found[1]) * 100)
  context.told.push(diagnose("value/bad-share", { found: text }, node.span))
  return undefined
}

/** An amount in the policy's currency, in minor units. */
const minorOf = (context: ScenarioContext, node: Node): number | undefined => {
  const text = wordOf(node) ?? ""
  const { digits, code } = context.bundle.currency ?? { digits: 2, code: "" }
  const found = /^(\d+)(?:\.(\d+))?(?:\s*([A-Z]{3}))?$/.exec(text.trim())
  const fraction = found?.[2] ?? ""
  if (found === null || fraction.length > digits || (found[3] !== undefined && found[3] !== code)) {
    context.told.push(diagnose("value/bad-money", { found: text }, node.span))
    return undefined
  }
  return Number(`${found[1]}${fraction.padEnd(digits, "0")}`)
}

/** Reads what a step expects of a case, and checks every name. */
import type { Lifecycle } from "@hearback/core"
import { Bundle, defined } from "@hearback/core"
import { diagnose } from "../diagnostic/Diagnostic.ts"
import { unknownName } from "../diagnostic/UnknownWords.ts"
import { factOf, known, knownAll, sentenceOf, wordOf } from "../people/Context.ts"
import { entriesOf, get, isMap, isScalar, itemsOf, type MapEntry, type Node } from "../source/Node.ts"
import { said } from "../text/TranslatedTexts.ts"
import { expectedKey } from "../translation/StepWords.ts"
import { sides as sideWords } from "../vocabulary/Vocabulary.ts"
import { choiceOf, type ScenarioContext, spotOf, writtenOf, wrongType } from "./Context.ts"
import { dueOf } from "./Moment.ts"
import { rulesOf } from "./Rule.ts"
import type { Expectation, ExpectationCheck } from "./Scenario.ts"

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

/** A path of one expectation: a word of the language, with names before and after it. */
interface What {
  readonly case?: string
  readonly word: string
  readonly name?: string
}

/** Makes one expectation of a step. */
export const one = (
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

/** Reads everything that a step expects of one case. */
export const ofCase = (context: ScenarioContext, name: string, entry: MapEntry): readonly Expectation[] => {
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

/** Reads one entry of a map by the names of clocks, gates or loops. */
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

/** Reads a fact and its value; `none` means that nobody has recorded one. */
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

/** Reads a share in percent.  Units: basis points. */
const basisPointsIn = (context: ScenarioContext, node: Node): number | undefined => {
  const text = wordOf(node) ?? ""
  const found = /^(\d+(?:\.\d{1,2})?)\s*[%％]$/.exec(text.trim())
  if (found !== null) return Math.round(Number(found[1]) * 100)
  context.told.push(diagnose("value/bad-share", { found: text }, node.span))
  return undefined
}

/** Reads an amount in the policy's currency.  Units: minor units. */
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

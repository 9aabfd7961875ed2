/**
 * Translates findings for a file with Chinese keys: the words of the language that a finding names become those of
 * the file.
 *
 * Findings are made with English words. Parameters that are words of the language become Chinese, and so do the
 * quotations in fixed texts. Names and what a person wrote stay unchanged.
 */
import { defined, Text } from "@hearback/core"
import { languageOf } from "../outline/Outline.ts"
import { rewritten } from "../vocabulary/Placeholder.ts"
import { type Glossary, glossaryOf, inChinese } from "../vocabulary/Snippet.ts"
import { lengthIn, pointIn } from "../vocabulary/Unit.ts"
import * as Vocabulary from "../vocabulary/Vocabulary.ts"
import { cellSort, keyIn, valueIn, wordsOf } from "../vocabulary/Word.ts"
import { pathIn } from "./Path.ts"
import { expectedKey } from "./StepWords.ts"

/** Translates one parameter. */
type How = (word: string) => string

const nobody = { inputs: new Set<string>(), moments: new Set<string>() }
const path: How = (word) => pathIn(word, "zh-CN") ?? word
const placeholder: How = (word) => rewritten(`{${word}}`, "zh-CN").slice(1, -1)
const length: How = (word) => lengthIn(word, "zh-CN") ?? word
const point: How = (word) => pointIn(word, "zh-CN") ?? word
const input: How = (word) => keyIn("inputs", word, "zh-CN", nobody) ?? word
const from =
  (table: Vocabulary.WordPairs): How =>
  (word) =>
    (Object.hasOwn(table, word) ? table[word] : undefined) ?? word
const keyOfPolicy: How = (word) => inPolicy().get(word) ?? word
/** Translates a duty with its limit: `close P0`. */
const duty: How = (word) => word.replace(/^[a-z-]+/, keyOfPolicy)
const keyOfScenario: How = (word) => inScenario().get(word) ?? word
const expectation: How = (word) => expectedKey(word)["zh-CN"]

const { who, moments, endings, fields, inputs, kinds, routine, never, emotions, reopenings, yesNo } = Vocabulary
const field: How = from({ ...inputs, ...fields })
const value: How = from({ ...never, ...emotions, ...Vocabulary.causes, ...Vocabulary.satisfactions, ...yesNo })
const state: How = (word) => from({ ...Vocabulary.gateStates, ...Vocabulary.clockStates })(value(word))

/** Translates what a word of the dictionary stands for, unless it is a name of the policy. */
const speaker: How = from({ ...kinds, ...routine, stronger: "加强", weaker: "减弱", negation: "否定词" })

/** The words of the language among the names of each kind (for `name/unknown`). */
const among: Readonly<Record<string, How>> = {
  who: from(who),
  role: from({ ...who, none: never.none }),
  field,
  fact: field,
  input,
  moment: from({ ...moments, ...endings }),
  event: from({ ...reopenings, ...moments }),
  kind: from({ ...kinds, ...routine }),
  emotion: from(emotions),
  category: value,
  placeholder,
  path,
  level: input,
  department: input,
  dimension: expectation,
  loop: from(Vocabulary.sides)
}

/** For each code, the parameters that contain words of the language; other codes have none. */
const spoken: Readonly<Record<string, Readonly<Record<string, How>>>> = {
  "extends/conflict": { path },
  "extends/removed-but-used": { path, by: path },
  "extends/nothing-removed": { path },
  "extends/nothing-to-change": { path, word: value },
  "extends/part-twice": { path },
  "binding/loosened": { path, from: value, to: value },
  "table/gap": { table: path },
  "table/dead-row": { table: path },
  "table/after-otherwise": { table: path },
  "finding/nothing-accepted": { where: path },
  "calendar/overlapping-hours": { days: keyOfPolicy },
  "clock/point-before-start": { point, within: length },
  "clock/chain-too-long": { sum: length },
  "clock/due-while-closed": { within: length, closed: length },
  "value/implausible": { key: keyOfPolicy, bound: length },
  "clock/answered-too-late": { where: path, within: length },
  "channel/says-otherwise": { key: keyOfPolicy, is: from(Vocabulary.frequencies) },
  "ownership/take-up-too-late": { within: length, promised: length },
  "people/nobody-is": { paths: path },
  "people/not-staff": { who: from(who) },
  "loop/never-holds": { what: input },
  "authority/hole": { duty },
  "authority/order": { duty },
  "gate/key-of-another-kind": { key: keyOfPolicy, kind: keyOfPolicy, kinds: keyOfPolicy },
  "loop/none-for-kind": { kinds: from({ ...kinds, ...routine }) },
  "channel/not-active": { key: keyOfPolicy },
  "channel/score-never": { kind: from(kinds) },
  "channel/rest-too-long": { frequency: from(Vocabulary.frequencies) },
  "form/field-twice": { field },
  "dictionary/word-twice": { one: speaker, other: speaker },
  "category/no-default": { row: path },
  "category/no-otherwise": { row: path },
  "cell/wrong-type": { input },
  "cell/unknown-value": { input, known: state, guess: state },
  "cell/never": { input },
  "message/unknown-placeholder": { guess: placeholder, known: placeholder },
  "message/unknown-here": { placeholder },
  "message/too-early": { placeholder },
  "message/not-known-then": { placeholder },
  "message/must-say": { placeholder },
  "shape/unknown-key": { key: keyOfScenario, allowed: keyOfScenario, guess: keyOfScenario },
  "shape/missing-key": { keys: keyOfPolicy },
  "shape/empty-list": { key: keyOfPolicy },
  "shape/no-effect": { key: keyOfPolicy },
  "shape/two-of": { keys: keyOfPolicy },
  "shape/unknown-word": { word: keyOfScenario, where: keyOfScenario, allowed: keyOfScenario, guess: keyOfScenario },
  "shape/wrong-type": { where: keyOfScenario },
  "scenario/two-verbs": { verbs: keyOfScenario },
  "scenario/nobody-acts": { verb: keyOfScenario },
  "scenario/missing-argument": { verb: keyOfScenario, argument: keyOfScenario }
}

/** Returns the parameters of a code with words of the language in Chinese. */
export const aboutInChinese = <P>(code: string, about: P): P => {
  if (typeof about !== "object" || about === null) return about
  const given = about as Readonly<Record<string, unknown>>
  const how = hows(code, given)
  return Object.fromEntries(
    Object.entries(given).map(([name, each]) => {
      const speak = Object.hasOwn(how, name) ? how[name] : undefined
      if (speak === undefined) return [name, each]
      if (Array.isArray(each)) return [name, each.map((word) => (typeof word === "string" ? speak(word) : word))]
      return [name, typeof each === "string" ? speak(each) : each]
    })
  ) as P
}

const hows = (code: string, about: Readonly<Record<string, unknown>>): Readonly<Record<string, How>> => {
  if (code !== "name/unknown") return spoken[code] ?? {}
  const how = among[String(about["kind"])]
  return defined({ name: from({ removed: never.removed }), known: how, guess: how })
}

/** Returns a text with its quotations in Chinese, except what its parameters contributed. */
export const textInChinese = (text: string, about: unknown): string =>
  inChinese(text, inPolicy(), new Set(textsIn(about)))

const textsIn = (value: unknown): ReadonlyArray<string> => {
  if (typeof value === "string") return [value]
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** Returns an example case with its inputs and values in Chinese. */
export const witnessInChinese = (witness: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(witness).map(([name, each]) => [
      input(name),
      valueIn(cellSort(name), each, "zh-CN", nobody) ?? amountIn(from(yesNo)(each))
    ])
  )

/** Returns `1000.00 CNY` as `1,000 元`. */
const amountIn = (text: string): string =>
  text.replace(/^(-?[\d.]+) ([A-Z]{3})$/, (_, amount: string, currency: string) =>
    Text.form("zh-CN").money(amount.replace(/\.0+$/, "").replace(/\B(?=(\d{3})+(?!\d))/g, ","), currency)
  )

/** Returns the Chinese words for an English word, for guesses. */
export const chineseFor = (word: string): ReadonlyArray<string> => {
  const before = guesses.get(word)
  if (before !== undefined) return before
  const tables = Object.values(wordsOf).map((table) => (Object.hasOwn(table, word) ? table[word] : undefined))
  const found = [inPolicy().get(word), inScenario().get(word), input(word), placeholder(word), ...tables]
  const words = [...new Set(found.flatMap((each) => (each === undefined || each === word ? [] : [each])))]
  if (guesses.size < 5000) guesses.set(word, words)
  return words
}
/** A cache, because allowed words are requested repeatedly. */
const guesses = new Map<string, ReadonlyArray<string>>()

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => (made ??= make())
}

const roots = (...kinds: ReadonlyArray<"policy" | "scenario" | "people">): Glossary =>
  glossaryOf(kinds.map((kind) => languageOf(kind).root))
const inPolicy = once(() => roots("policy", "scenario", "people"))
const inScenario = once(() => roots("scenario", "people", "policy"))

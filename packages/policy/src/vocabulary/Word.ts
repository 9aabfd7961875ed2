/**
 * Translates one word at a place of a certain sort.
 *
 * The schema gives the sort of each place where names and words of the language can occur (`x-words`). Names that the
 * file declares are not translated if the language prefers them at that place.
 */
import { InputName } from "@hearback/core"
import type { KeyLanguage } from "./KeyLanguage.ts"
import { rewritten } from "./Placeholder.ts"
import type { KeySort, ValueSort } from "./Sort.ts"
import { lastingIn, lengthIn, offsetIn, pointIn, receiptIn, spellIn } from "./Unit.ts"
import * as Vocabulary from "./Vocabulary.ts"

/** Names that a file declares and that can hide a word of the language. */
export interface Declared {
  /** Facts and dimensions. */
  readonly inputs: ReadonlySet<string>
  /** Events and gates. */
  readonly moments: ReadonlySet<string>
}

const { fields, inputs, moments, endings, never } = Vocabulary
const none = { none: never.none } as const

/** The words of the language by sort; quantities, texts and paths have their own rules. */
export const wordsOf: Readonly<Partial<Record<ValueSort, Vocabulary.WordPairs>>> = {
  actor: { customer: Vocabulary.who.customer },
  calendar: { "of-owner": "随首问人" },
  category: Vocabulary.unknown,
  cause: { ...Vocabulary.causes, ...Vocabulary.reopenings },
  emotion: { ...Vocabulary.unknown, ...Vocabulary.emotions },
  field: fields,
  happening: { ...moments, ...none, ...Vocabulary.happenings },
  kind: { ...Vocabulary.unknown, ...Vocabulary.kinds, ...Vocabulary.routine },
  method: Vocabulary.methods,
  moment: { ...moments, ...Vocabulary.dates },
  "moment-or-ending": { ...moments, ...endings },
  none,
  owner: { ...Vocabulary.who, ...Vocabulary.queue },
  satisfaction: Vocabulary.satisfactions,
  subject: { ...fields, ...inputs },
  unknown: Vocabulary.unknown,
  which: Vocabulary.which,
  who: { ...Vocabulary.who, ...none },
  "gate-state": { ...Vocabulary.unknown, ...Vocabulary.gateStates },
  "clock-state": { ...Vocabulary.unknown, ...Vocabulary.clockStates }
}

const keyWords: Readonly<Record<KeySort, Vocabulary.WordPairs>> = {
  inputs,
  reopenings: Vocabulary.reopenings,
  aspects: Vocabulary.aspects,
  groupings: Vocabulary.groupings,
  measures: {},
  sides: Vocabulary.sides,
  "any-level": { otherwise: never.otherwise }
}
const keyStems: Readonly<Partial<Record<KeySort, Vocabulary.WordPairs>>> = {
  inputs: Vocabulary.inputStems,
  measures: Vocabulary.measureStems
}

/** Returns the word of the other language; undefined if the table does not have it in its own language. */
export const across = (table: Vocabulary.WordPairs, word: string, to: KeyLanguage): string | undefined => {
  if (to === "zh-CN") return Object.hasOwn(table, word) ? table[word] : undefined
  return reversed(table).get(word)
}

const reverses = new WeakMap<Vocabulary.WordPairs, ReadonlyMap<string, string>>()
const reversed = (table: Vocabulary.WordPairs): ReadonlyMap<string, string> => {
  const before = reverses.get(table)
  if (before !== undefined) return before
  const made = new Map(Object.entries(table).map(([en, zh]) => [zh, en]))
  reverses.set(table, made)
  return made
}

/** Translates a word that begins with a word of the language and ends in a name. */
const acrossStem = (stems: Vocabulary.WordPairs, word: string, to: KeyLanguage): string | undefined => {
  for (const [en, zh] of Object.entries(stems)) {
    const [from, into] = to === "en" ? [zh, en] : [en, zh]
    if (!word.startsWith(from) || word.length === from.length) continue
    const rest = word.slice(from.length)
    return into + (en === "since." ? (across(Vocabulary.dates, rest, to) ?? rest) : rest)
  }
  return undefined
}

/** Returns the key of a map of names in the other language; undefined if it is a name. */
export const keyIn = (sort: KeySort, key: string, to: KeyLanguage, declared: Declared): string | undefined => {
  if ((sort === "inputs" || sort === "groupings") && declared.inputs.has(key)) return undefined
  return across(keyWords[sort], key, to) ?? acrossStem(keyStems[sort] ?? {}, key, to)
}

/** Returns a value in the other language; undefined if it contains no word of the language. */
export const valueIn = (sort: ValueSort, text: string, to: KeyLanguage, declared: Declared): string | undefined => {
  switch (sort) {
    case "length":
      return lengthIn(text, to)
    case "point":
      return pointIn(text, to)
    case "lasting":
      return lastingIn(text, to)
    case "spell":
      return spellIn(text, to)
    case "offset":
      return offsetIn(text, to)
    case "receipt":
      return receiptIn(text, to)
    case "message":
      return rewritten(text, to)
    case "placeholder":
      return rewritten(`{${text}}`, to).slice(1, -1)
    case "result":
      return across({ "category.department": inputs["category.department"] }, text, to) ?? categoryLevel(text, to)
    case "field":
    case "subject":
      return declared.inputs.has(text) ? undefined : across(wordsOf[sort] ?? {}, text, to)
    case "moment-or-ending":
      return declared.moments.has(text) ? undefined : across(wordsOf[sort] ?? {}, text, to)
    case "actor":
    case "calendar":
    case "category":
    case "cause":
    case "emotion":
    case "happening":
    case "kind":
    case "method":
    case "moment":
    case "none":
    case "owner":
    case "satisfaction":
    case "unknown":
    case "which":
    case "who":
    case "gate-state":
    case "clock-state":
      return across(wordsOf[sort] ?? {}, text, to)
  }
}

const categoryLevel = (text: string, to: KeyLanguage): string | undefined =>
  acrossStem({ "category.": Vocabulary.inputStems["category."] }, text, to)

/** Returns the sort of the values of an input, by the input's English name. */
export const cellSort = (input: string): ValueSort => {
  if (input === "kind" || input === "emotion" || input === "cause" || input === "satisfaction") return input
  const { _tag } = InputName.parse(input)
  return _tag === "GateState" ? "gate-state" : _tag === "ClockState" ? "clock-state" : "unknown"
}

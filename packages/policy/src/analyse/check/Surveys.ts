/**
 * Checks surveys with several questions: questions that are never asked, answers that cannot be given, and repeated
 * questions.
 */
import { defined, Fact, Ranges } from "@hearback/core"
import type { ChannelRule, Condition, FactDeclaration, QuestionRule } from "../../bundle/Bundle.ts"
import type { UnhashedBundle } from "../../bundle/Hash.ts"
import { dig, entriesOf, get, itemsOf, type Tree, wordOf, wordsOf } from "../../link/Tree.ts"
import { keyIn, type Reading } from "../../read/Reading.ts"
import { valuesOf } from "../../read/section/Facts.ts"
import { written } from "../../source/SourceFile.ts"

/** Reports faults of each channel's questions, and of the facts that they ask for. */
export const surveys = (reading: Reading, policy: UnhashedBundle): void => {
  for (const [name, tree] of entriesOf(get(reading.root, "facts"))) choices(reading, name, tree)
  for (const [name, tree] of entriesOf(get(reading.root, "channels"))) {
    const channel = policy.channels[name]
    if (channel === undefined) continue
    asksTwice(reading, name, tree, channel)
    const { questions = [] } = channel
    for (const [n, question] of questions.entries()) {
      later(reading, questions, n)
      alike(reading, question, policy.facts[question.fact])
    }
    reach(reading, name, channel)
    everyAnswer(reading, tree, channel)
    heeded(reading, name, tree, channel, policy)
  }
}

/** Checks that a scale is two whole numbers. A cell on several choices is a set of combinations. */
const choices = (reading: Reading, fact: string, tree: Tree): void => {
  const scale = get(tree, "scale")
  const [low = Number.NaN, high = Number.NaN, ...more] = wordsOf(scale).map(Number)
  const isScale = more.length === 0 && Number.isInteger(low) && Number.isInteger(high) && low < high
  if (scale !== undefined && !isScale && !reading.isFaulty(scale.path))
    reading.say("survey/bad-scale", scale, { fact }, { span: scale.span })
  const several = get(tree, "some-of")
  const count = valuesOf(several).length
  if (several !== undefined && count > Fact.MOST_CHOICES)
    reading.say("survey/too-many-choices", several, { fact, count, most: Fact.MOST_CHOICES })
}

/** Reports keys of a single question beside `questions`, and `dissatisfied` without `questions`. */
const asksTwice = (reading: Reading, channel: string, tree: Tree, { questions, dissatisfied }: ChannelRule): void => {
  for (const key of ["question", "scale", "kind-by-score"]) {
    const at = get(tree, key)
    if (at !== undefined && questions !== undefined)
      reading.say("survey/asks-twice", at, { channel, key }, { span: at.named })
  }
  const at = get(tree, "dissatisfied")
  if (at !== undefined && dissatisfied !== undefined && questions === undefined)
    reading.say("survey/no-questions", at, { channel }, { span: at.named })
}

/** Checks conditions of a question, which can use only the answers before it. */
const later = (reading: Reading, questions: readonly QuestionRule[], count: number): void => {
  const question = questions[count] as QuestionRule
  const after = questions.slice(count).map(({ fact }) => fact)
  for (const slot of question.when?.table.slots ?? []) {
    const { name } = reading.inputs.at(slot)
    const at = reading.at(`${question.path}.when`)
    if (after.includes(name) && at !== undefined)
      reading.say("survey/later-question", at, { question: question.fact, other: name }, { span: keyIn(at, name) })
  }
}

/** Reports two choices with the same name, because customers answer by name or by number. */
const alike = (reading: Reading, { fact, path }: QuestionRule, declared: FactDeclaration | undefined): void => {
  const { type, titles = {} } = declared ?? {}
  const at = reading.at(path)
  if ((type?._tag !== "OneOf" && type?._tag !== "SomeOf") || at === undefined) return
  const plain = (text: string): string => text.normalize("NFKC").trim().toLowerCase()
  for (const [n, choice] of type.values.entries()) {
    const own = new Set([choice, ...Object.values(titles[choice] ?? {})].map(plain))
    const other = type.values.find((name, place) => {
      const its = [name, ...Object.values(titles[name] ?? {})].map(plain)
      // If a name equals the number of another choice, an answer is read as the name.
      return place !== n && ((place < n && its.some((title) => own.has(title))) || own.has(String(place + 1)))
    })
    if (other !== undefined)
      reading.say("survey/choices-alike", at, { question: fact, choice, other }, { span: at.named })
  }
}

/** For each slot of an input, the values that a case may have. */
type Box = ReadonlyMap<number, Ranges.Ranges>

/** The most ways to reach a question that are followed. */
const most = 200

/** Reports questions that nobody is asked, and answers that `dissatisfied` waits for in vain. */
const reach = (reading: Reading, channel: string, { questions = [], dissatisfied }: ChannelRule): void => {
  const waysTo = new Map<number, readonly Box[]>()
  for (const { fact, when, path } of questions) {
    const ways = waysOf(when, waysTo)
    const slot = reading.inputs.slot(fact)
    if (slot !== undefined) waysTo.set(slot, ways)
    const at = reading.at(`${path}.when`)
    if (ways.length === 0 && at !== undefined && !reading.isFaulty(path))
      reading.say("survey/never-asked", at, { question: fact })
  }
  for (const row of dissatisfied?.table.rows ?? []) {
    const at = reading.at(row.rule)
    const one = dissatisfied && { ...dissatisfied, table: { ...dissatisfied.table, rows: [row] } }
    if (at !== undefined && waysOf(one, waysTo).length === 0 && !reading.isFaulty(row.rule))
      reading.say("survey/never-holds", at, { channel })
  }
}

/** Reports a question after which every answer counts as dissatisfied. */
const everyAnswer = (reading: Reading, tree: Tree, { dissatisfied }: ChannelRule): void => {
  const { slots = [], rows = [] } = dissatisfied?.table ?? {}
  const maps = itemsOf(get(tree, "dissatisfied"))
  for (const [n, { cells }] of maps.length === rows.length ? rows.entries() : []) {
    const column = cells.findIndex((cell) => cell !== null)
    const [set, others] = [cells[column], cells.filter((cell) => cell !== null).slice(1)]
    const { name, type } = reading.inputs.at(slots[column] ?? 0)
    const at = get(maps[n], name)
    if (set == null || others.length > 0 || at === undefined || reading.isFaulty(`facts.${name}`)) continue
    if (Ranges.isEmpty(Ranges.minus(Fact.domain(type, false), set)))
      reading.say("cell/always", at, { input: name, found: wordOf(at) ?? written(at.span) }, { span: at.span })
  }
}

/** Returns the ways in which a condition holds. An answer exists only if its question was asked. */
const waysOf = (when: Condition | undefined, waysTo: ReadonlyMap<number, readonly Box[]>): readonly Box[] => {
  if (when === undefined) return [new Map()]
  const { slots, rows } = when.table
  return rows.flatMap(({ cells }) => {
    const own: Box = new Map(slots.flatMap((slot, column) => (cells[column] == null ? [] : [[slot, cells[column]]])))
    let boxes: readonly Box[] = [own]
    for (const [slot, set] of own) {
      const ways = Ranges.has(set, Fact.UNKNOWN) ? undefined : waysTo.get(slot)
      if (ways === undefined || boxes.length * ways.length > most) continue
      boxes = boxes.flatMap((box) => ways.flatMap((way) => both(box, way) ?? []))
    }
    return boxes
  })
}

const both = (one: Box, other: Box): Box | undefined => {
  const met = new Map(one)
  for (const [slot, set] of other) {
    const common = Ranges.intersect(met.get(slot) ?? Ranges.all, set)
    if (Ranges.isEmpty(common)) return undefined
    met.set(slot, common)
  }
  return met
}

/** Returns whether a channel of the policy asks no question. */
export const asksNothing = (reading: Reading, channel: string): boolean => {
  const tree = dig(reading.root, "channels", channel)
  return tree !== undefined && ["question", "questions", "scale"].every((key) => get(tree, key) === undefined)
}

/**
 * Checks that answers have an effect: a gate waits for them, and some answers mean that the matter was not put right.
 */
const heeded = (
  reading: Reading,
  channel: string,
  tree: Tree,
  { questions = [], dissatisfied }: ChannelRule,
  { loops }: UnhashedBundle
): void => {
  const at = get(tree, "questions")
  if (questions.length === 0 || at === undefined || reading.isPack || reading.isFaulty(at.path)) return
  const gate = loops.flatMap(({ gates }) => gates).find(({ survey }) => survey === channel)
  const required = questions.find(({ required: must }) => must)
  // A gate that asks through another channel without questions has its own finding.
  const isElsewhere = loops.some(({ path, gates }) =>
    gates.some(({ survey, side, name }) =>
      survey === undefined ? reading.isFaulty(`${path}.${side}.${name}.survey`) : asksNothing(reading, survey)
    )
  )
  if (gate === undefined && required !== undefined && !isElsewhere)
    reading.say("survey/nothing-waits", at, { channel, question: required.fact }, { span: at.named })
  if (gate !== undefined && dissatisfied === undefined)
    reading.say("survey/never-dissatisfied", at, defined({ channel, gate: gate.name }), { span: at.named })
}

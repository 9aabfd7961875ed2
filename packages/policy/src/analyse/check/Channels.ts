/**
 * Checks channels that cannot ask what they should ask, scales that no score fits, and forms that contradict
 * themselves.
 */

import { Calendar, Instant, Ranges, Routine } from "@hearback/core"
import type { ChannelRule } from "../../bundle/Bundle.ts"
import type { UnhashedBundle } from "../../bundle/Hash.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { merge } from "../../link/Merge.ts"
import { dig, entriesOf, get, itemsOf, type Tree, wordOf, wordsOf } from "../../link/Tree.ts"
import { builtInFields, isMeantAsRoutine, ofRoutine } from "../../read/Names.ts"
import { keyIn, type Reading } from "../../read/Reading.ts"
import { type Say, said } from "../../text/TranslatedTexts.ts"

/** Keys that have an effect only on an active channel. */
const asking = ["ask-after", "frequency", "rest", "when", "consent"]

/** Reports faults of channels and forms. */
export const channels = (reading: Reading, policy: UnhashedBundle): void => {
  const common = dig(reading.root, "intake", "form")
  if (common !== undefined) form(reading, common, common)
  for (const [name, tree] of entriesOf(get(reading.root, "channels"))) {
    const own = get(tree, "form")
    if (own !== undefined) form(reading, own, merge(common, own))
    const mode = get(tree, "mode")
    const [isActive, isRoutine] = [wordOf(mode) === "active", wordOf(mode) === "routine"]
    // If the mode is misspelt, it is unknown which keys have an effect.
    if (mode === undefined || !reading.isFaulty(mode.path)) unheeded(reading, name, tree, isActive, isRoutine)
    if (isRoutine) routine(reading, name, tree)
    const asks = get(tree, "ask-after") ?? get(tree, "frequency")
    if (isActive && asks !== undefined && (get(tree, "question") ?? get(tree, "questions")) === undefined)
      reading.say("channel/no-question", asks, { channel: name }, { span: tree.named })
    const rule = policy.channels[name]
    if (rule === undefined) continue
    if (isActive) rest(reading, name, tree, rule)
    times(reading, name, tree, rule, policy)
    if (isActive && rule.frequency !== undefined) ofCustomer(reading, name, tree, rule)
    scale(reading, name, tree, rule)
    reversed(reading, name, rule)
  }
}

/** Reports keys that have an effect only in another mode. */
const unheeded = (reading: Reading, channel: string, tree: Tree, isActive: boolean, isRoutine: boolean): void => {
  for (const key of asking) {
    const value = get(tree, key)
    const isOfRoutine = key === "frequency" && (isRoutine || isMeantAsRoutine(tree))
    if (value !== undefined && !isActive && !isOfRoutine)
      reading.say("channel/not-active", value, { channel, key }, { span: value.named })
  }
  const [first, ...others] = isRoutine ? [] : ofRoutine.flatMap((key) => asEntry(key, get(tree, key)))
  if (first === undefined) return
  // A channel with several keys of a routine probably lacks `mode: routine`.
  const mode = isMeantAsRoutine(tree) ? (get(tree, "mode")?.span ?? tree.named) : undefined
  const places = [...(mode === undefined ? [] : [first]), ...others].map(({ value }) =>
    related(
      value.named,
      said((t) => t.place.andHere)
    )
  )
  const more = { span: mode ?? first.value.named, related: places }
  reading.say("channel/not-routine", first.value, { channel, key: first.key }, more)
}

const asEntry = (key: string, value: Tree | undefined) => (value === undefined ? [] : [{ key, value }])

/** Checks that a routine has a frequency and a task. */
const routine = (reading: Reading, channel: string, tree: Tree): void => {
  const mode = get(tree, "mode") ?? tree
  const often = get(tree, "every") ?? get(tree, "frequency")
  for (const [key, value] of [
    ["frequency", often],
    ["question", get(tree, "question")]
  ] as const)
    if (value === undefined) reading.say("channel/no-routine", mode, { channel, key }, { span: tree.named })
  const twice = get(tree, "every") === undefined ? undefined : get(tree, "frequency")
  if (twice !== undefined) reading.say("routine/twice", twice, { channel }, { span: twice.named })
}

/** A year without special days, for trying times if the calendar has no holidays. */
const usual = 2026

/** Checks that a routine ever takes place, and that its calendar is used for its times. */
const times = (reading: Reading, channel: string, tree: Tree, { every }: ChannelRule, policy: UnhashedBundle): void => {
  const at = get(tree, "every")
  for (const key of ["calendar", "on-holiday"]) {
    const value = get(tree, key)
    if (value !== undefined && at === undefined && wordOf(get(tree, "mode")) === "routine")
      reading.say("shape/no-effect", value, { key, why: said(withoutTimes) }, { span: value.named })
  }
  if (at === undefined || every === undefined || reading.isFaulty(at.path)) return
  const calendar = policy.calendars[every.calendar]
  const year = calendar?.publishedThrough ?? usual
  const hours = Calendar.compile(calendar ?? always, policy.zones[calendar?.zone ?? ""] ?? reading.zone)
  const [from = 0, to = 0] = [year, year + 1].map((each) => Instant.daysFromCivil(each, 1, 1) * Instant.DAY)
  if (Routine.timesOn(every, hours, reading.zone, from, to).length === 0) reading.say("routine/never", at, { channel })
}

const withoutTimes: Say = (texts) => texts.why.noTimes
const always = {
  name: "always",
  zone: "",
  weekly: Array.from({ length: 7 }, () => [[0, 1440] as const]),
  closed: [],
  open: []
}

/** Returns the fewest days from one period to the next. */
const days = { daily: 1, weekly: 7, monthly: 28, quarterly: 90, "half-yearly": 181, yearly: 365 } as const

/**
 * Checks the pause between surveys of one customer: if it is longer than the channel's period, the channel cannot
 * keep its frequency.
 */
const rest = (reading: Reading, channel: string, tree: Tree, { frequency, rest: length }: ChannelRule): void => {
  const at = get(tree, "rest")
  if (at === undefined || frequency === undefined || length?._tag !== "Civil") return
  if (length.months * 31 + length.days > days[frequency] + 3)
    reading.say("channel/rest-too-long", at, { channel, rest: wordOf(at) ?? "", frequency })
}

/** Checks conditions on whom a periodic channel asks: there is no case yet, so they can use only facts on file. */
const ofCustomer = (reading: Reading, channel: string, tree: Tree, { when }: ChannelRule): void => {
  for (const slot of when?.table.slots ?? []) {
    const { name } = reading.inputs.at(slot)
    const at = get(tree, "when")
    if (at !== undefined && !reading.names.fact.has(name))
      reading.say("channel/no-case", at, { channel, input: name }, { span: keyIn(at, name) })
  }
}

/** Checks that every kind has a score of its own between the lowest and the highest score of the scale. */
const scale = (reading: Reading, channel: string, tree: Tree, { kindByScore }: ChannelRule): void => {
  const at = get(tree, "scale")
  if (at !== undefined && reading.isFaulty(at.path)) return
  const [low = 0, high = 0, ...more] = wordsOf(at).map(Number)
  if (at !== undefined && (more.length > 0 || !(low < high)))
    return reading.say("channel/bad-scale", at, { channel }, { span: at.span })
  const rows = kindByScore?.table.rows ?? []
  const twice = new Map(
    rows.flatMap(({ cells: [own] }, index) => {
      const other = rows
        .slice(0, index)
        .findIndex(({ cells: [its] }) => own && its && !Ranges.isEmpty(Ranges.intersect(own, its)))
      return other < 0 ? [] : [[index, kindByScore?.values[other] ?? ""] as const]
    })
  )
  let left = at === undefined ? Ranges.all : Ranges.of(low * 100, high * 100 + 1)
  for (const [n, row] of (kindByScore?.table.rows ?? []).entries()) {
    const cell = reading.at(row.rule)
    const scores = row.cells[0] ?? Ranges.all
    if (cell !== undefined && Ranges.isEmpty(Ranges.intersect(left, scores)) && !reading.isFaulty(row.rule))
      reading.say("channel/score-never", cell, { channel, kind: kindByScore?.values[n] ?? "" })
    else if (cell !== undefined && !reading.isFaulty(row.rule) && twice.has(n))
      reading.say("channel/score-twice", cell, {
        channel,
        kind: kindByScore?.values[n] ?? "",
        other: twice.get(n) ?? ""
      })
    left = Ranges.minus(left, scores)
  }
}

/**
 * Reports a scale from 0 to 10 on which the highest score is not the best, because the net promoter score counts that
 * way. Other scales may begin with the best.
 */
const reversed = (
  reading: Reading,
  channel: string,
  { scale: [low, high] = [1, 1], kindByScore }: ChannelRule
): void => {
  const rowOf = (kind: string) => kindByScore?.table.rows[kindByScore.values.indexOf(kind)]
  const [complaint, praise] = [rowOf("complaint"), rowOf("praise")]
  const [worst, best] = [complaint?.cells[0]?.[0], praise?.cells[0]?.[0]]
  const at = praise === undefined || reading.isFaulty(praise.rule) ? undefined : reading.at(praise.rule)
  if (low === 0 && high === 10 && worst !== undefined && best !== undefined && worst > best && at !== undefined)
    reading.say("channel/score-reversed", at, { channel })
}

const form = (reading: Reading, at: Tree, whole: Tree): void => {
  tooLong(reading, at, whole)
  const required = wordsOf(get(at, "require"))
  for (const item of itemsOf(get(at, "offer")))
    if (required.includes(wordOf(item) ?? "")) reading.say("form/field-twice", item, { field: wordOf(item) ?? "" })
  const asked = new Set([
    ...entriesOf(dig(reading.root, "dictionary", "signals")).flatMap(([, signal]) => wordOf(get(signal, "ask")) ?? []),
    // The first field asks for words that the customer did not send.
    ...entriesOf(get(whole, "questions")).flatMap(([name], n) => (n === 0 ? [name] : []))
  ])
  for (const [name, question] of entriesOf(get(at, "questions")))
    if (!asked.has(name) && !reading.names.fact.has(name) && !builtInFields.includes(name))
      reading.say("form/idle-question", question, { question: name }, { span: question.named })
}

/** Returns whether a field costs the customer no effort: it is optional, or the host fills it in. */
const tooLong = (reading: Reading, at: Tree, whole: Tree): void => {
  const most = Number(wordOf(get(whole, "warn-above")) ?? "")
  const filled = wordsOf(get(whole, "prefill"))
  const count = wordsOf(get(whole, "require")).filter((field) => !filled.includes(field)).length
  if (most > 0 && count > most) reading.say("form/too-long", at, { count, most }, { span: at.named })
}

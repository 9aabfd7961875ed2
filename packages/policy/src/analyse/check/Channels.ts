/** Channels that cannot ask what they are to ask, scales that no score fits, and forms that contradict themselves. */

import { Calendar, Instant, Ranges, Routine } from "@hearback/core"
import type { ChannelRule } from "../../bundle/Bundle.ts"
import type { Unsealed } from "../../bundle/Hash.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { merge } from "../../link/Merge.ts"
import { dig, entriesOf, get, itemsOf, type Tree, wordOf, wordsOf } from "../../link/Tree.ts"
import { builtInFields } from "../../read/Names.ts"
import { keyIn, type Reading } from "../../read/Reading.ts"
import { type Say, said } from "../../text/Say.ts"

/** Keys that only an active channel heeds, and those of a routine. */
const asking = ["ask-after", "frequency", "rest", "when", "consent"]
const ofRoutine = ["person", "owner", "invite", "figures", "every", "calendar", "on-holiday"]

/** Says what is wrong with channels and forms. */
export const channels = (r: Reading, policy: Unsealed): void => {
  const common = dig(r.root, "intake", "form")
  if (common !== undefined) form(r, common, common)
  for (const [name, tree] of entriesOf(get(r.root, "channels"))) {
    const own = get(tree, "form")
    if (own !== undefined) form(r, own, merge(common, own))
    const mode = get(tree, "mode")
    const [isActive, isRoutine] = [wordOf(mode) === "active", wordOf(mode) === "routine"]
    // What a mode that is misspelt would heed nobody knows.
    if (mode === undefined || !r.isFaulty(mode.path)) unheeded(r, name, tree, isActive, isRoutine)
    if (isRoutine) routine(r, name, tree)
    const asks = get(tree, "ask-after") ?? get(tree, "frequency")
    if (isActive && asks !== undefined && (get(tree, "question") ?? get(tree, "questions")) === undefined)
      r.say("channel/no-question", asks, { channel: name }, { span: tree.named })
    const rule = policy.channels[name]
    if (rule === undefined) continue
    if (isActive) rest(r, name, tree, rule)
    times(r, name, tree, rule, policy)
    if (isActive && rule.frequency !== undefined) ofCustomer(r, name, tree, rule)
    scale(r, name, tree, rule)
    reversed(r, name, rule)
  }
}

/** What only another mode heeds. */
const unheeded = (r: Reading, channel: string, tree: Tree, isActive: boolean, isRoutine: boolean): void => {
  for (const key of asking) {
    const value = get(tree, key)
    if (value !== undefined && !isActive && !(isRoutine && key === "frequency"))
      r.say("channel/not-active", value, { channel, key }, { span: value.named })
  }
  const [first, ...others] = isRoutine ? [] : ofRoutine.flatMap((key) => asEntry(key, get(tree, key)))
  if (first === undefined) return
  const places = others.map(({ value }) =>
    related(
      value.named,
      said((t) => t.place.andHere)
    )
  )
  r.say("channel/not-routine", first.value, { channel, key: first.key }, { span: first.value.named, related: places })
}

const asEntry = (key: string, value: Tree | undefined) => (value === undefined ? [] : [{ key, value }])

/** A routine says how often, and what is to be done. */
const routine = (r: Reading, channel: string, tree: Tree): void => {
  const mode = get(tree, "mode") ?? tree
  const often = get(tree, "every") ?? get(tree, "frequency")
  for (const [key, value] of [
    ["frequency", often],
    ["question", get(tree, "question")]
  ] as const)
    if (value === undefined) r.say("channel/no-routine", mode, { channel, key }, { span: tree.named })
  const twice = get(tree, "every") === undefined ? undefined : get(tree, "frequency")
  if (twice !== undefined) r.say("routine/twice", twice, { channel }, { span: twice.named })
}

/** A year by which times are tried where the calendar has no holidays. */
const usual = 2026

/** A routine comes at all, and its calendar is asked where it says times. */
const times = (r: Reading, channel: string, tree: Tree, { every }: ChannelRule, policy: Unsealed): void => {
  const at = get(tree, "every")
  for (const key of ["calendar", "on-holiday"]) {
    const value = get(tree, key)
    if (value !== undefined && at === undefined && wordOf(get(tree, "mode")) === "routine")
      r.say("shape/no-effect", value, { key, why: said(withoutTimes) }, { span: value.named })
  }
  if (at === undefined || every === undefined || r.isFaulty(at.path)) return
  const calendar = policy.calendars[every.calendar]
  const year = calendar?.publishedThrough ?? usual
  const hours = Calendar.compile(calendar ?? always, policy.zones[calendar?.zone ?? ""] ?? r.zone)
  const [from = 0, to = 0] = [year, year + 1].map((each) => Instant.daysFromCivil(each, 1, 1) * Instant.DAY)
  if (Routine.timesOn(every, hours, r.zone, from, to).length === 0) r.say("routine/never", at, { channel })
}

const withoutTimes: Say = (t) => t.why.noTimes
const always = {
  name: "always",
  zone: "",
  weekly: Array.from({ length: 7 }, () => [[0, 1440] as const]),
  closed: [],
  open: []
}

/** The fewest days from one period to the next. */
const days = { daily: 1, weekly: 7, monthly: 28, quarterly: 90, "half-yearly": 181, yearly: 365 } as const

/** Somebody who was asked in one period is left alone in the next: a channel then cannot keep its own frequency. */
const rest = (r: Reading, channel: string, tree: Tree, { frequency, rest: length }: ChannelRule): void => {
  const at = get(tree, "rest")
  if (at === undefined || frequency === undefined || length?._tag !== "Civil") return
  if (length.months * 31 + length.days > days[frequency] + 3)
    r.say("channel/rest-too-long", at, { channel, rest: wordOf(at) ?? "", frequency })
}

/** Whom a channel asks by period has no case: only facts on file can choose among them. */
const ofCustomer = (r: Reading, channel: string, tree: Tree, { when }: ChannelRule): void => {
  for (const slot of when?.table.slots ?? []) {
    const { name } = r.inputs.at(slot)
    const at = get(tree, "when")
    if (at !== undefined && !r.names.fact.has(name))
      r.say("channel/no-case", at, { channel, input: name }, { span: keyIn(at, name) })
  }
}

/** A scale is its lowest and its highest score; every kind must have a score of its own on it. */
const scale = (r: Reading, channel: string, tree: Tree, { kindByScore }: ChannelRule): void => {
  const at = get(tree, "scale")
  if (at !== undefined && r.isFaulty(at.path)) return
  const [low = 0, high = 0, ...more] = wordsOf(at).map(Number)
  if (at !== undefined && (more.length > 0 || !(low < high)))
    return r.say("channel/bad-scale", at, { channel }, { span: at.span })
  const rows = kindByScore?.table.rows ?? []
  const twice = new Map(
    rows.flatMap(({ cells: [own] }, n) => {
      const other = rows
        .slice(0, n)
        .findIndex(({ cells: [its] }) => own && its && !Ranges.isEmpty(Ranges.intersect(own, its)))
      return other < 0 ? [] : [[n, kindByScore?.values[other] ?? ""] as const]
    })
  )
  let left = at === undefined ? Ranges.all : Ranges.of(low * 100, high * 100 + 1)
  for (const [n, row] of (kindByScore?.table.rows ?? []).entries()) {
    const cell = r.at(row.rule)
    const scores = row.cells[0] ?? Ranges.all
    if (cell !== undefined && Ranges.isEmpty(Ranges.intersect(left, scores)) && !r.isFaulty(row.rule))
      r.say("channel/score-never", cell, { channel, kind: kindByScore?.values[n] ?? "" })
    else if (cell !== undefined && !r.isFaulty(row.rule) && twice.has(n))
      r.say("channel/score-twice", cell, { channel, kind: kindByScore?.values[n] ?? "", other: twice.get(n) ?? "" })
    left = Ranges.minus(left, scores)
  }
}

/** From 0 to 10 the highest score is the best, as the net promoter score counts; other scales may begin with the best. */
const reversed = (r: Reading, channel: string, { scale: [low, high] = [1, 1], kindByScore }: ChannelRule): void => {
  const rowOf = (kind: string) => kindByScore?.table.rows[kindByScore.values.findIndex((value) => value === kind)]
  const [complaint, praise] = [rowOf("complaint"), rowOf("praise")]
  const [worst, best] = [complaint?.cells[0]?.[0], praise?.cells[0]?.[0]]
  const at = praise === undefined || r.isFaulty(praise.rule) ? undefined : r.at(praise.rule)
  if (low === 0 && high === 10 && worst !== undefined && best !== undefined && worst > best && at !== undefined)
    r.say("channel/score-reversed", at, { channel })
}

const form = (r: Reading, at: Tree, whole: Tree): void => {
  tooLong(r, at, whole)
  const required = wordsOf(get(at, "require"))
  for (const item of itemsOf(get(at, "offer")))
    if (required.includes(wordOf(item) ?? "")) r.say("form/field-twice", item, { field: wordOf(item) ?? "" })
  const asked = new Set([
    ...entriesOf(dig(r.root, "dictionary", "signals")).flatMap(([, signal]) => wordOf(get(signal, "ask")) ?? []),
    // Words that did not come are asked for by the first.
    ...entriesOf(get(whole, "questions")).flatMap(([name], n) => (n === 0 ? [name] : []))
  ])
  for (const [name, question] of entriesOf(get(at, "questions")))
    if (!asked.has(name) && !r.names.fact.has(name) && !builtInFields.includes(name))
      r.say("form/idle-question", question, { question: name }, { span: question.named })
}

/** What may be left out, and what the host fills in, costs the customer nothing. */
const tooLong = (r: Reading, at: Tree, whole: Tree): void => {
  const most = Number(wordOf(get(whole, "warn-above")) ?? "")
  const filled = wordsOf(get(whole, "prefill"))
  const count = wordsOf(get(whole, "require")).filter((field) => !filled.includes(field)).length
  if (most > 0 && count > most) r.say("form/too-long", at, { count, most }, { span: at.named })
}

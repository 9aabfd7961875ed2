/** Reads channels, the form for feedback, and the rule that joins two submissions to one case. */

import { defined, type MeasureKey, measureKeys, Trigger } from "@hearback/core"
import type {
  Bundle,
  ChannelRule,
  FormRule,
  QuestionRule,
  RoutineDay,
  RoutineTimes,
  Varying
} from "../../bundle/Bundle.ts"
import { merge } from "../../link/Merge.ts"
import { dig, entriesOf, get, itemsOf, type Tree, wordOf, wordsOf, yesNoOf } from "../../link/Tree.ts"
import { said } from "../../text/TranslatedTexts.ts"
import { shareOf } from "../Amount.ts"
import { lengthOf } from "../Length.ts"
import { builtInFields } from "../Names.ts"
import { known, type Reading, unknown, whoOf } from "../Reading.ts"
import { textOf, titled } from "../Text.ts"
import { conditionOf, type DraftRow, tableOf } from "../table/Table.ts"
import { rangesOf } from "../table/WhenCells.ts"
import { withoutPlaceholders } from "./Messages.ts"

/** Reads every channel. */
export const channelsOf = (reading: Reading): Bundle["channels"] =>
  Object.fromEntries(
    entriesOf(get(reading.root, "channels")).map(([name, tree]) => {
      const question = textOf(reading, get(tree, "question"))
      withoutPlaceholders(reading, get(tree, "question"))
      const scale = wordsOf(get(tree, "scale")).map(Number)
      const [low, high] = scale
      const byScore = get(tree, "kind-by-score")
      const form = get(tree, "form")
      const rule: ChannelRule = defined({
        ...titled(reading, tree),
        mode: modes.find((mode) => mode === wordOf(get(tree, "mode"))) ?? "passive",
        question,
        questions: questionsOf(reading, get(tree, "questions")),
        dissatisfied: conditionOf(reading, get(tree, "dissatisfied")),
        scale: low === undefined || high === undefined ? undefined : ([low, high] as const),
        kindByScore: byScore && kindByScore(reading, byScore),
        ...askingOf(reading, tree),
        every: everyOf(reading, tree),
        person: listed(wordsOf(get(tree, "person"))),
        owner: listed(whoOf(reading, get(tree, "owner"))),
        invite: listed(whoOf(reading, get(tree, "invite"))),
        figures: listed(figuresOf(get(tree, "figures"))),
        isPublic: yesNoOf(get(tree, "public")) === true ? (true as const) : undefined,
        form: form && formOf(reading, over(dig(reading.root, "intake", "form"), form))
      })
      return [name, rule]
    })
  )

/** Reads the questions of a survey. Each has the name of the fact that it asks for. */
const questionsOf = (reading: Reading, tree: Tree | undefined): ChannelRule["questions"] =>
  tree &&
  entriesOf(tree).flatMap(([fact, question]) => {
    if (!reading.names.fact.has(fact))
      unknown(reading, "fact", question, fact, [...reading.names.fact.keys()], "fact", question.named)
    const ask = get(question, "ask")
    const isText = ask === undefined && get(question, "required") === undefined && get(question, "when") === undefined
    const text = textOf(reading, isText ? question : ask)
    withoutPlaceholders(reading, isText ? question : ask)
    if (text === undefined) {
      reading.say("shape/missing-key", question, { keys: ["ask"], where: said((t) => t.thing.question) })
      return []
    }
    const required = get(question, "required")
    const rule: QuestionRule = defined({
      fact,
      path: question.path,
      ask: text,
      required: required === undefined || yesNoOf(required) !== false,
      when: conditionOf(reading, get(question, "when"))
    })
    return reading.names.fact.has(fact) ? [rule] : []
  })

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const
const days: Readonly<Record<string, readonly RoutineDay[]>> = {
  "every-day": weekdays,
  "mon-fri": weekdays.slice(0, 5),
  ...Object.fromEntries([...weekdays, "first-of-month" as const, "last-of-month" as const].map((day) => [day, [day]]))
}

/** Reads the times of day of a routine. */
const everyOf = (reading: Reading, tree: Tree): RoutineTimes | undefined => {
  const every = get(tree, "every")
  if (every === undefined) return undefined
  const times = entriesOf(every).flatMap(([day, written]) =>
    itemsOf(written).flatMap((item) => {
      const text = wordOf(item) ?? ""
      const minute = minuteOf(text)
      if (minute === undefined) reading.say("routine/bad-time", item, { found: text })
      return minute === undefined ? [] : (days[day] ?? []).map((on) => ({ on, minute }))
    })
  )
  const standard = wordOf(dig(reading.root, "clock-defaults", "calendar")) ?? "always"
  const calendar = known(reading, "calendar", get(tree, "calendar")) ?? (standard === "of-owner" ? "always" : standard)
  const said = wordOf(get(tree, "on-holiday"))
  const onHoliday = (["moved", "dropped", "kept"] as const).find((each) => each === said) ?? "moved"
  return { times, calendar, onHoliday }
}

const minuteOf = (text: string): number | undefined => {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text.trim())
  return found === null ? undefined : Number(found[1]) * 60 + Number(found[2])
}

const modes = ["passive", "active", "routine"] as const

const listed = <T>(all: readonly T[]): readonly T[] | undefined => (all.length === 0 ? undefined : all)

/** Reads measures. The schema has already checked their names. */
const figuresOf = (tree: Tree | undefined): readonly MeasureKey[] =>
  wordsOf(tree).filter((word): word is MeasureKey => Object.hasOwn(measureKeys, word))

/** Reads when and whom an active channel asks. */
const askingOf = (reading: Reading, tree: Tree): Partial<ChannelRule> => {
  const after = get(tree, "ask-after")
  const name = wordOf(after)
  const isEvent = name !== undefined && reading.names.event.has(name)
  const isGate = name !== undefined && reading.names.gate.has(name)
  if (after !== undefined && name !== undefined && !isEvent && !isGate)
    unknown(reading, "event", after, name, [...reading.names.event.keys(), ...reading.names.gate.keys()])
  const frequency = frequencies.find((each) => each === wordOf(get(tree, "frequency")))
  const rest = lengthOf(reading, get(tree, "rest"))
  const consent = consentOf(reading, get(tree, "consent"))
  const when = conditionOf(reading, get(tree, "when"))
  return defined({
    askAfter: isEvent
      ? Trigger.render({ _tag: "EventHappened", event: name })
      : isGate
        ? Trigger.render({ _tag: "GateSettled", gate: name })
        : undefined,
    frequency,
    rest,
    when,
    consent
  })
}

const frequencies = ["daily", "weekly", "monthly", "quarterly", "half-yearly", "yearly"] as const

/** Reads a consent, which must be one that customers are asked for. */
const consentOf = (reading: Reading, tree: Tree | undefined): string | undefined => {
  const name = wordOf(tree)
  const known = entriesOf(dig(reading.root, "customers", "consent")).map(([each]) => each)
  if (tree === undefined || name === undefined) return undefined
  if (!known.includes(name)) unknown(reading, "fact", tree, name, known, "consent")
  return name
}

/** Reads the consents that customers can give, and whether they can refuse surveys. */
export const customersOf = (reading: Reading): NonNullable<Bundle["customers"]> => {
  const consents = entriesOf(dig(reading.root, "customers", "consent"))
  const optOut = wordOf(dig(reading.root, "sending", "opt-out"))
  return {
    consent: Object.fromEntries(
      consents.map(([name, tree]) => {
        const ask = textOf(reading, get(tree, "ask"))
        withoutPlaceholders(reading, get(tree, "ask"))
        const lasts = lengthOf(reading, get(tree, "lasts"))
        return [name, defined({ ask, lasts })]
      })
    ),
    optOut: optOut !== "no" && optOut !== "false"
  }
}

const over = (base: Tree | undefined, form: Tree): Tree => merge(base, form)

/** Reads scores by kind as a table with the score as its only column. */
const kindByScore = (reading: Reading, tree: Tree): Varying<string> => {
  const drafts: DraftRow[] = []
  const values: string[] = []
  for (const [kind, cell] of entriesOf(tree)) {
    if (!reading.names.kind.has(kind))
      unknown(reading, "kind", cell, kind, [...reading.names.kind.keys()], "kind", cell.named)
    const ranges = rangesOf(reading, "score", { _tag: "Amount", scale: 2, unit: "" }, cell, false)
    if (ranges === undefined) continue
    drafts.push({ cells: new Map([[0, ranges]]), rule: cell.path })
    values.push(kind)
  }
  return { table: tableOf(tree.path, drafts), values }
}

/** Reads a form. Its fields must be built in or declared as facts. */
export const formOf = (reading: Reading, tree: Tree | undefined): FormRule => {
  const tell = known(reading, "message", get(tree, "tell"))
  const questions = entriesOf(get(tree, "questions")).flatMap(([name, question]) => {
    const text = textOf(reading, question)
    withoutPlaceholders(reading, question)
    return text === undefined ? [] : [[name, text] as const]
  })
  return defined({
    require: fieldsOf(reading, get(tree, "require")),
    offer: fieldsOf(reading, get(tree, "offer")),
    prefill: fieldsOf(reading, get(tree, "prefill")),
    questions: Object.fromEntries(questions),
    tell
  })
}

/** Returns names of facts and of the built-in fields of feedback. */
export const fieldsOf = (reading: Reading, tree: Tree | undefined, more: readonly string[] = []): readonly string[] =>
  itemsOf(tree).flatMap((item) => {
    const name = wordOf(item)
    if (name === undefined) return []
    if (reading.names.fact.has(name) || builtInFields.includes(name) || more.includes(name)) return [name]
    unknown(reading, "fact", item, name, [...reading.names.fact.keys(), ...builtInFields, ...more], "field")
    return []
  })

/** Inputs by which cases and problems can be alike, beside facts and fields. */
export const likeness: readonly string[] = ["category", "emotion", "kind", "cause"]

/** Reads who is notified of arrivals in quarantine. */
export const quarantineOf = (reading: Reading): Bundle["quarantine"] => {
  const notify = whoOf(reading, dig(reading.root, "intake", "quarantine", "notify"))
  return notify.length === 0 ? undefined : { notify }
}

/** Reads the rule that joins two submissions to one case. */
export const sameCaseOf = (reading: Reading): Bundle["sameCase"] => {
  const tree = dig(reading.root, "intake", "same-case")
  return {
    same: fieldsOf(reading, get(tree, "same"), likeness),
    alike: shareOf(reading, get(tree, "alike")) ?? 0.85,
    within: lengthOf(reading, get(tree, "within")) ?? { _tag: "Civil", months: 0, days: 14 }
  }
}

/**
 * Reads rules that apply to every case: alarms, assumptions, when messages are sent, learning, and how long records
 * are kept.
 */

import { defined, Fact, Ranges, Trigger } from "@hearback/core"
import type { AlarmRule, AssumptionRule, Bundle, Frequency, LearningRule, TargetsRule } from "../../bundle/Bundle.ts"
import { guessed } from "../../diagnostic/UnknownWords.ts"
import { entriesOf, get, integerOf, itemsOf, type Tree, wordOf, wordsOf } from "../../link/Tree.ts"
import { parseHours } from "../../value/Duration.ts"
import { hoursMeant } from "../../value/MeantQuantity.ts"
import { lengthOf } from "../Length.ts"
import { bestOf, gateMeasured, typeOfMeasure } from "../Measure.ts"
import { known, type Reading, unknown, whoOf } from "../Reading.ts"
import { textOf } from "../Text.ts"
import { conditionOf } from "../table/Table.ts"
import { varyingOf } from "../table/Varying.ts"
import { rangesOf } from "../table/WhenCells.ts"
import { triggersOf } from "./Clocks.ts"

type Standing = Pick<Bundle, "alarms" | "assume" | "sending" | "learning" | "retention">

/** Reads these sections; an absent section is omitted. */
export const governanceOf = (reading: Reading): Standing => {
  const alarms = entriesOf(get(reading.root, "alarms")).flatMap(([name, tree]) => alarmOf(reading, name, tree))
  const assume = itemsOf(get(reading.root, "assume")).flatMap((tree) => assumptionOf(reading, tree))
  const sending = get(reading.root, "sending")
  const learning = get(reading.root, "learning")
  return defined({
    alarms: alarms.length === 0 ? undefined : alarms,
    assume: assume.length === 0 ? undefined : assume,
    sending: sending && sendingOf(reading, sending),
    learning: learning && learningOf(reading, learning),
    ...retentionOf(reading, get(reading.root, "retention"))
  })
}

const alarmOf = (reading: Reading, name: string, tree: Tree): readonly AlarmRule[] => {
  const when = conditionOf(reading, get(tree, "when"))
  const send = known(reading, "message", get(tree, "send")) ?? "alarm"
  const notify = whoOf(reading, get(tree, "notify"))
  const isFaulty = reading.isFaulty(tree.path)
  if (when === undefined && !isFaulty) reading.say("alarm/no-condition", tree, { alarm: name }, { span: tree.named })
  if (notify.length === 0 && !isFaulty)
    reading.say("alarm/nobody", tree, { alarm: name }, { span: get(tree, "notify")?.span ?? tree.named })
  return when === undefined ? [] : [{ name, path: tree.path, when, notify, send }]
}

const assumptionOf = (reading: Reading, tree: Tree): readonly AssumptionRule[] => {
  const never = conditionOf(reading, get(tree, "never"))
  const because = Object.values(textOf(reading, get(tree, "because")) ?? {})[0] ?? ""
  return never === undefined ? [] : [{ path: tree.path, never, because }]
}

const sendingOf = (reading: Reading, tree: Tree): NonNullable<Bundle["sending"]> => {
  const quiet = hoursOf(reading, get(tree, "quiet"))
  const asking = get(tree, "quiet-questions")
  const quietQuestions = asking === undefined ? undefined : hoursOf(reading, asking)
  const levels: string[] = []
  const messages: string[] = []
  for (const item of itemsOf(get(tree, "quiet-except"))) {
    const name = wordOf(item)
    if (name === undefined) continue
    if (reading.names.level.has(name)) levels.push(name)
    else if (reading.names.message.has(name)) messages.push(name)
    else
      unknown(
        reading,
        "message",
        item,
        name,
        [...reading.names.level.keys(), ...reading.names.message.keys()],
        "exception"
      )
  }
  const digest = lengthOf(reading, get(tree, "digest"))
  const redact = redactOf(reading, get(tree, "redact"))
  return defined({ quiet, quietQuestions, quietExcept: { levels, messages }, digest, redact })
}

/** Reads who may still read each kind of data about other people. `none` means nobody. */
const redactOf = (reading: Reading, tree: Tree | undefined): NonNullable<Bundle["sending"]>["redact"] => {
  const kinds = entriesOf(tree).map(([kind, who]) => [kind, wordOf(who) === "none" ? [] : whoOf(reading, who)] as const)
  return kinds.length === 0 ? undefined : Object.fromEntries(kinds)
}

const hoursOf = (reading: Reading, tree: Tree | undefined): NonNullable<Bundle["sending"]>["quiet"] =>
  itemsOf(tree).flatMap((item) => {
    const stretch = wordOf(item)
    const hours = stretch === undefined ? undefined : parseHours(stretch)
    if (stretch !== undefined && hours === undefined)
      reading.say("value/bad-hours", item, { found: stretch, ...hoursMeant(stretch) })
    return hours === undefined ? [] : [hours]
  })

const frequencies: readonly Frequency[] = ["daily", "weekly", "monthly", "quarterly", "half-yearly", "yearly"]

const frequencyOf = (tree: Tree | undefined): Frequency | undefined => frequencies.find((each) => each === wordOf(tree))

const learningOf = (reading: Reading, tree: Tree): LearningRule => {
  const targetsBy = Object.fromEntries(
    entriesOf(get(tree, "targets-by")).flatMap(([by, groups]) => groupTargetsOf(reading, by, groups))
  )
  const reviews = entriesOf(get(tree, "reviews")).flatMap(([name, each]) => {
    const frequency = frequencyOf(each)
    return frequency === undefined ? [] : [[name, frequency] as const]
  })
  const youSaidWeDid = frequencyOf(get(tree, "you-said-we-did"))
  const procedureAfter = integerOf(get(tree, "procedure-after"))
  return defined({
    targets: targetsOf(reading, get(tree, "targets")),
    targetsBy: Object.keys(targetsBy).length === 0 ? undefined : targetsBy,
    reviews: Object.fromEntries(reviews),
    youSaidWeDid,
    procedureAfter
  })
}

const targetsOf = (reading: Reading, tree: Tree | undefined): TargetsRule => {
  const targets: Record<string, TargetsRule[string]> = {}
  for (const [measure, cell] of entriesOf(tree)) {
    const gate = gateMeasured(measure)
    if (measure === "volume") reading.say("learning/counting-is-no-target", cell, { measure }, { span: cell.named })
    if (gate !== undefined && !reading.names.gate.has(gate))
      unknown(reading, "gate", cell, gate, [...reading.names.gate.keys()], "gate", cell.named)
    const type = typeOfMeasure(measure)
    const good = rangesOf(reading, measure, type, cell, false)
    if (good === undefined) continue
    targets[measure] = { type, good }
    const best = bestOf(measure)
    if (best !== undefined && !Ranges.has(good, best))
      reading.say("learning/best-is-missed", cell, {
        measure,
        best: Fact.render(type, best, Fact.english, reading.zone)
      })
  }
  return targets
}

/** Reads the targets of the groups of one grouping. Every other group has those of `otherwise`. */
const groupTargetsOf = (
  reading: Reading,
  by: string,
  tree: Tree
): readonly (readonly [string, Readonly<Record<string, TargetsRule>>])[] => {
  const known = groupingsOf(reading)
  if (!known.has(by)) {
    unknown(reading, "input", tree, by, [...known.keys()], "input", tree.named)
    return []
  }
  const groups = known.get(by)
  for (const [name, each] of entriesOf(tree))
    if (groups !== undefined && name !== "otherwise" && !groups.includes(name))
      reading.say(
        "cell/unknown-value",
        each,
        { input: by, found: name, known: groups, ...guessed(name, groups) },
        { span: each.named }
      )
  return [[by, Object.fromEntries(entriesOf(tree).map(([name, each]) => [name, targetsOf(reading, each)]))]]
}

/**
 * Returns what figures can be grouped by, with the groups that the policy names. People are not named in a policy.
 */
const groupingsOf = (reading: Reading): ReadonlyMap<string, readonly string[] | undefined> => {
  const { department, category, kind, channel, dimension, fact } = reading.names
  const facts = [...fact].flatMap(([name, tree]): readonly (readonly [string, readonly string[] | undefined])[] => {
    if (get(tree, "personal") !== undefined) return []
    const oneOf = wordsOf(get(tree, "one-of"))
    return [[name, oneOf.length === 0 ? undefined : oneOf]]
  })
  return new Map<string, readonly string[] | undefined>([
    ...facts,
    ...[...dimension].map(([name, tree]) => [name, wordsOf(get(tree, "levels"))] as const),
    ["person", undefined],
    ["department", [...department.keys()]],
    ["category", [...category.keys()]],
    ["kind", [...kind.keys()]],
    ["channel", [...channel.keys()]]
  ])
}

const retentionOf = (reading: Reading, tree: Tree | undefined): Pick<Bundle, "retention"> => {
  const written = get(tree, "keep")
  const isPlain = written?._tag === "Scalar"
  const keep = isPlain ? lengthOf(reading, written) : varyingOf(reading, written, (value) => lengthOf(reading, value))
  if (keep === undefined) return {}
  const [from = { _tag: "Closed" }] = triggersOf(reading, get(tree, "from"), "settled")
  const basis = wordOf(get(tree, "basis"))
  return { retention: defined({ keep, from: Trigger.render(from), basis }) }
}

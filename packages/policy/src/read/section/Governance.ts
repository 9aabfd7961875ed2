/** What stands over every case: alarms, assumptions, when messages leave, what is learnt, how long records are kept. */

import { defined, Fact, Ranges, Trigger } from "@hearback/core"
import type { AlarmRule, AssumptionRule, Bundle, Frequency, LearningRule, TargetsRule } from "../../bundle/Bundle.ts"
import { guessed } from "../../diagnostic/Unknown.ts"
import { entriesOf, get, integerOf, itemsOf, type Tree, wordOf, wordsOf } from "../../link/Tree.ts"
import { parseHours } from "../../value/Duration.ts"
import { hoursMeant } from "../../value/Meant.ts"
import { lengthOf } from "../Length.ts"
import { bestOf, gateMeasured, typeOfMeasure } from "../Measure.ts"
import { known, type Reading, unknown, whoOf } from "../Reading.ts"
import { textOf } from "../Text.ts"
import { conditionOf } from "../table/Table.ts"
import { varyingOf } from "../table/Varying.ts"
import { rangesOf } from "../table/When.ts"
import { triggersOf } from "./Clocks.ts"

type Standing = Pick<Bundle, "alarms" | "assume" | "sending" | "learning" | "retention">

/** Reads the sections that stand over every case; an absent one is left out. */
export const governanceOf = (r: Reading): Standing => {
  const alarms = entriesOf(get(r.root, "alarms")).flatMap(([name, tree]) => alarmOf(r, name, tree))
  const assume = itemsOf(get(r.root, "assume")).flatMap((tree) => assumptionOf(r, tree))
  const sending = get(r.root, "sending")
  const learning = get(r.root, "learning")
  return defined({
    alarms: alarms.length === 0 ? undefined : alarms,
    assume: assume.length === 0 ? undefined : assume,
    sending: sending && sendingOf(r, sending),
    learning: learning && learningOf(r, learning),
    ...retentionOf(r, get(r.root, "retention"))
  })
}

const alarmOf = (r: Reading, name: string, tree: Tree): readonly AlarmRule[] => {
  const when = conditionOf(r, get(tree, "when"))
  const send = known(r, "message", get(tree, "send")) ?? "alarm"
  const notify = whoOf(r, get(tree, "notify"))
  const isFaulty = r.isFaulty(tree.path)
  if (when === undefined && !isFaulty) r.say("alarm/no-condition", tree, { alarm: name }, { span: tree.named })
  if (notify.length === 0 && !isFaulty)
    r.say("alarm/nobody", tree, { alarm: name }, { span: get(tree, "notify")?.span ?? tree.named })
  return when === undefined ? [] : [{ name, path: tree.path, when, notify, send }]
}

const assumptionOf = (r: Reading, tree: Tree): readonly AssumptionRule[] => {
  const never = conditionOf(r, get(tree, "never"))
  const because = Object.values(textOf(r, get(tree, "because")) ?? {})[0] ?? ""
  return never === undefined ? [] : [{ path: tree.path, never, because }]
}

const sendingOf = (r: Reading, tree: Tree): NonNullable<Bundle["sending"]> => {
  const quiet = hoursOf(r, get(tree, "quiet"))
  const asking = get(tree, "quiet-questions")
  const quietQuestions = asking === undefined ? undefined : hoursOf(r, asking)
  const levels: string[] = []
  const messages: string[] = []
  for (const item of itemsOf(get(tree, "quiet-except"))) {
    const name = wordOf(item)
    if (name === undefined) continue
    if (r.names.level.has(name)) levels.push(name)
    else if (r.names.message.has(name)) messages.push(name)
    else unknown(r, "message", item, name, [...r.names.level.keys(), ...r.names.message.keys()], "exception")
  }
  const digest = lengthOf(r, get(tree, "digest"))
  const redact = redactOf(r, get(tree, "redact"))
  return defined({ quiet, quietQuestions, quietExcept: { levels, messages }, digest, redact })
}

/** Who still reads each kind of data about other people; `none`: nobody. */
const redactOf = (r: Reading, tree: Tree | undefined): NonNullable<Bundle["sending"]>["redact"] => {
  const kinds = entriesOf(tree).map(([kind, who]) => [kind, wordOf(who) === "none" ? [] : whoOf(r, who)] as const)
  return kinds.length === 0 ? undefined : Object.fromEntries(kinds)
}

const hoursOf = (r: Reading, tree: Tree | undefined): NonNullable<Bundle["sending"]>["quiet"] =>
  itemsOf(tree).flatMap((item) => {
    const stretch = wordOf(item)
    const hours = stretch === undefined ? undefined : parseHours(stretch)
    if (stretch !== undefined && hours === undefined)
      r.say("value/bad-hours", item, { found: stretch, ...hoursMeant(stretch) })
    return hours === undefined ? [] : [hours]
  })

const frequencies: readonly Frequency[] = ["daily", "weekly", "monthly", "quarterly", "half-yearly", "yearly"]

const frequencyOf = (tree: Tree | undefined): Frequency | undefined => frequencies.find((each) => each === wordOf(tree))

const learningOf = (r: Reading, tree: Tree): LearningRule => {
  const targetsBy = Object.fromEntries(
    entriesOf(get(tree, "targets-by")).flatMap(([by, groups]) => groupTargetsOf(r, by, groups))
  )
  const reviews = entriesOf(get(tree, "reviews")).flatMap(([name, each]) => {
    const frequency = frequencyOf(each)
    return frequency === undefined ? [] : [[name, frequency] as const]
  })
  const youSaidWeDid = frequencyOf(get(tree, "you-said-we-did"))
  const procedureAfter = integerOf(get(tree, "procedure-after"))
  return defined({
    targets: targetsOf(r, get(tree, "targets")),
    targetsBy: Object.keys(targetsBy).length === 0 ? undefined : targetsBy,
    reviews: Object.fromEntries(reviews),
    youSaidWeDid,
    procedureAfter
  })
}

const targetsOf = (r: Reading, tree: Tree | undefined): TargetsRule => {
  const targets: Record<string, TargetsRule[string]> = {}
  for (const [measure, cell] of entriesOf(tree)) {
    const gate = gateMeasured(measure)
    if (measure === "volume") r.say("learning/counting-is-no-target", cell, { measure }, { span: cell.named })
    if (gate !== undefined && !r.names.gate.has(gate))
      unknown(r, "gate", cell, gate, [...r.names.gate.keys()], "gate", cell.named)
    const type = typeOfMeasure(measure)
    const good = rangesOf(r, measure, type, cell, false)
    if (good === undefined) continue
    targets[measure] = { type, good }
    const best = bestOf(measure)
    if (best !== undefined && !Ranges.has(good, best))
      r.say("learning/best-is-missed", cell, { measure, best: Fact.render(type, best, Fact.english, r.zone) })
  }
  return targets
}

/** The targets of the groups of one grouping; every other group has those of `otherwise`. */
const groupTargetsOf = (
  r: Reading,
  by: string,
  tree: Tree
): readonly (readonly [string, Readonly<Record<string, TargetsRule>>])[] => {
  const known = groupingsOf(r)
  if (!known.has(by)) {
    unknown(r, "input", tree, by, [...known.keys()], "input", tree.named)
    return []
  }
  const groups = known.get(by)
  for (const [name, each] of entriesOf(tree))
    if (groups !== undefined && name !== "otherwise" && !groups.includes(name))
      r.say(
        "cell/unknown-value",
        each,
        { input: by, found: name, known: groups, ...guessed(name, groups) },
        { span: each.named }
      )
  return [[by, Object.fromEntries(entriesOf(tree).map(([name, each]) => [name, targetsOf(r, each)]))]]
}

/** What figures may be grouped by, each with its groups where the policy names them; people are in no policy. */
const groupingsOf = (r: Reading): ReadonlyMap<string, readonly string[] | undefined> => {
  const { department, category, kind, channel, dimension, fact } = r.names
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

const retentionOf = (r: Reading, tree: Tree | undefined): Pick<Bundle, "retention"> => {
  const written = get(tree, "keep")
  const isPlain = written?._tag === "Scalar"
  const keep = isPlain ? lengthOf(r, written) : varyingOf(r, written, (value) => lengthOf(r, value))
  if (keep === undefined) return {}
  const [from = { _tag: "Closed" }] = triggersOf(r, get(tree, "from"), "settled")
  const basis = wordOf(get(tree, "basis"))
  return { retention: defined({ keep, from: Trigger.render(from), basis }) }
}

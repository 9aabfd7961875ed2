/** What stands over every case: alarms, assumptions, when messages leave, what is learnt, how long records are kept. */

import { defined, Trigger } from "@hearback/core"
import type {
  AlarmRule,
  AssumptionRule,
  Bundle,
  FactType,
  Frequency,
  LearningRule,
  Ranges
} from "../../bundle/Bundle.ts"
import { entriesOf, get, integerOf, itemsOf, type Tree, wordOf } from "../../link/Tree.ts"
import { parseHours } from "../../value/Duration.ts"
import { hoursMeant } from "../../value/Meant.ts"
import { lengthOf } from "../Length.ts"
import { gateMeasured, typeOfMeasure } from "../Measure.ts"
import { known, type Reading, unknown, whoOf } from "../Reading.ts"
import { textOf } from "../Text.ts"
import { conditionOf } from "../table/Table.ts"
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
  if (notify.length === 0 && !isFaulty) r.say("alarm/nobody", tree, { alarm: name }, { span: tree.named })
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
  return defined({ quiet, quietQuestions, quietExcept: { levels, messages }, digest })
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
  const targets: Record<string, { readonly type: FactType; readonly good: Ranges }> = {}
  for (const [measure, cell] of entriesOf(get(tree, "targets"))) {
    const gate = gateMeasured(measure)
    if (measure === "volume") r.say("learning/counting-is-no-target", cell, { measure }, { span: cell.named })
    if (gate !== undefined && !r.names.gate.has(gate))
      unknown(r, "gate", cell, gate, [...r.names.gate.keys()], "gate", cell.named)
    const type = typeOfMeasure(measure)
    const good = rangesOf(r, measure, type, cell, false)
    if (good !== undefined) targets[measure] = { type, good }
  }
  const reviews = entriesOf(get(tree, "reviews")).flatMap(([name, each]) => {
    const frequency = frequencyOf(each)
    return frequency === undefined ? [] : [[name, frequency] as const]
  })
  const youSaidWeDid = frequencyOf(get(tree, "you-said-we-did"))
  const procedureAfter = integerOf(get(tree, "procedure-after"))
  return defined({ targets, reviews: Object.fromEntries(reviews), youSaidWeDid, procedureAfter })
}

const retentionOf = (r: Reading, tree: Tree | undefined): Pick<Bundle, "retention"> => {
  const keep = lengthOf(r, get(tree, "keep"))
  if (keep === undefined) return {}
  const [from = { _tag: "Closed" }] = triggersOf(r, get(tree, "from"), "settled")
  const basis = wordOf(get(tree, "basis"))
  return { retention: defined({ keep, from: Trigger.render(from), basis }) }
}

/** Reads clocks: the start of each, its duration, what meets it, and who is notified before and after it is due. */

import { defined, Trigger } from "@hearback/core"
import type { ClockRule, Target } from "../../bundle/Bundle.ts"
import { dig, entriesOf, get, integerOf, itemsOf, type Tree, wordOf, wordsOf, yesNoOf } from "../../link/Tree.ts"
import * as Vocabulary from "../../vocabulary/Vocabulary.ts"
import { type Expanded, expandedOf } from "../Expansion.ts"
import { lengthOf, pointOf } from "../Length.ts"
import { gatesIn } from "../Names.ts"
import { known, type Reading, unknown, whoOf } from "../Reading.ts"
import { titled } from "../Text.ts"
import { conditionOf } from "../table/Table.ts"
import { varyingOf } from "../table/Varying.ts"

/** Triggers that occur on every case, whatever its policy. */
const happenings = ["received", "logged", "customer-wrote", "told-customer", "answered", "closed", "reopened"]
const endings = Object.keys(Vocabulary.endings)

type Key = "from" | "met-by" | "cancelled-by" | "resumed-by" | "restarted-by"

/**
 * Triggers that can never start, meet, cancel or resume a clock: it ends with its loop, and a case is received before
 * any clock runs.
 */
const never: Readonly<Record<Key, (name: string, isFact: boolean) => boolean>> = {
  from: (name) => name === "closed" || endings.includes(name),
  "met-by": (name, isFact) => isFact || ["received", "logged", "closed", "reopened", ...endings].includes(name),
  "cancelled-by": (name, isFact) => isFact || ["received", "logged", "closed"].includes(name),
  "resumed-by": (name, isFact) => isFact || ["received", "logged", "closed", ...endings].includes(name),
  "restarted-by": (name, isFact) => isFact || ["received", "logged", "closed", ...endings].includes(name)
}

/** Reads every clock. A clock of a gate in two loops appears once for each. */
export const clocksOf = (reading: Reading): readonly ClockRule[] =>
  expandedOf(reading).flatMap((expanded) => clockOf(reading, expanded) ?? [])

const clockOf = (reading: Reading, { name, loop, gate, tree }: Expanded): ClockRule | undefined => {
  const [within, until] = [get(tree, "within"), get(tree, "until")]
  const length = varyingOf<Target>(reading, within, (value) => lengthOf(reading, value))
  const dates = itemsOf(until).flatMap((item) => dateFact(reading, item) ?? [])
  if (within !== undefined && until !== undefined)
    reading.say("clock/two-limits", until, { clock: name }, { span: until.named })
  if (within === undefined && until === undefined) reading.say("clock/no-limit", tree, { clock: name })
  if (length === undefined && dates.length === 0) return undefined
  const when = conditionOf(reading, get(tree, "when"))
  const metBy = get(tree, "met-by")
  const met = metBy === undefined ? byGate(gate) : triggersOf(reading, metBy, "passed", "met-by")
  const restarted = triggersOf(reading, get(tree, "restarted-by"), "passed", "restarted-by")
  const calendar = wordOf(get(tree, "calendar"))
  const basis = wordOf(get(tree, "basis")) ?? wordOf(get(gate?.tree, "basis"))
  return defined({
    name,
    path: (within ?? until ?? tree).path,
    loop,
    gate: gate?.name,
    promise: gate === undefined || metBy !== undefined ? isPromise(reading, met, loop) : gate.side === "customer-loop",
    ...titled(reading, get(tree, "title") === undefined ? gate?.tree : tree),
    when,
    from:
      get(tree, "from") === undefined
        ? ["received"]
        : triggersOf(reading, get(tree, "from"), "settled", "from").map(Trigger.render),
    until: length !== undefined ? undefined : dates.length === 1 ? dates[0] : dates,
    within: length,
    calendar: calendar === "of-owner" ? calendar : (known(reading, "calendar", get(tree, "calendar")) ?? "always"),
    firstDay: wordOf(get(tree, "first-day")) === "counted" ? "counted" : "excluded",
    ends: wordOf(get(tree, "ends")) === "same-time" ? "same-time" : "close-of-day",
    roll: oneOf(tree, "roll", ["none", "next", "previous"]),
    metBy: met.map(Trigger.render),
    cancelledBy:
      get(tree, "cancelled-by") === undefined
        ? endings.filter((name) => name !== "turned-away" || dig(reading.root, "endings", name) !== undefined)
        : triggersOf(reading, get(tree, "cancelled-by"), "passed", "cancelled-by").map(Trigger.render),
    restartedBy: restarted.length === 0 ? undefined : restarted.map(Trigger.render),
    repeats: yesNoOf(get(tree, "repeats")) ?? false,
    pause: pauseOf(reading, get(tree, "pause")),
    resumedBy: resumedBy(reading, get(tree, "resumed-by")),
    ...extensionOf(reading, get(tree, "extend")),
    remind: itemsOf(get(tree, "remind")).flatMap((item) => {
      const at = pointOf(reading, item)
      return at === undefined ? [] : [{ at, rule: item.path }]
    }),
    escalate: itemsOf(get(tree, "escalate")).flatMap((item) => {
      const at = pointOf(reading, get(item, "at"))
      const send = known(reading, "message", get(item, "send"))
      const asked = conditionOf(reading, get(item, "when"))
      const step = { at, notify: whoOf(reading, get(item, "notify")), send, when: asked, rule: item.path }
      return at === undefined ? [] : [defined({ ...step, at })]
    }),
    onRegrade: oneOf(tree, "on-regrade", ["recompute", "keep"]),
    onReopen: oneOf(tree, "on-reopen", ["resume", "restart", "continue"]),
    onNewVersion: oneOf(tree, "on-new-version", ["keep", "recompute", "restart"]),
    manual: oneOf(tree, "manual", ["fixed", "shiftable"]),
    basis
  })
}

/** Returns the word of a key; if the key is absent, the first of `words`. */
const oneOf = <T extends string>(tree: Tree, key: string, words: readonly [T, ...T[]]): T =>
  words.find((word) => word === wordOf(get(tree, key))) ?? words[0]

const dateFact = (reading: Reading, tree: Tree): string | undefined => {
  const written = wordOf(tree)
  const name = written !== undefined && isBuiltInDate(reading, written) ? written : known(reading, "fact", tree)
  if (name === undefined || isDate(reading, name)) return name
  reading.say("clock/no-date", tree, { fact: name })
  return undefined
}

/** Returns whether a name is a date field of feedback. A fact of the policy with the same name hides it. */
const isBuiltInDate = (reading: Reading, name: string): boolean =>
  Object.hasOwn(Vocabulary.dates, name) && !reading.names.fact.has(name)

const isDate = (reading: Reading, fact: string): boolean => {
  const slot = reading.inputs.slot(fact)
  return slot !== undefined && reading.inputs.at(slot).type._tag === "Date"
}

/** Returns the triggers that meet a clock. A gate's own clock is met when the gate is passed. */
const byGate = (gate: Expanded["gate"]): readonly Trigger.Trigger[] =>
  gate === undefined ? [] : [{ _tag: "GatePassed", gate: gate.name }]

/** Reads the triggers that start, meet or cancel a clock. `gates` says which event of a gate counts. */
export const triggersOf = (
  reading: Reading,
  tree: Tree | undefined,
  gates: "settled" | "passed",
  key?: Key
): readonly Trigger.Trigger[] =>
  itemsOf(tree).flatMap((item) => {
    const name = wordOf(item)
    if (name === undefined) return []
    const isFact =
      (reading.names.fact.has(name) ? isDate(reading, name) : isBuiltInDate(reading, name)) &&
      !reading.names.gate.has(name) &&
      !reading.names.clock.has(name)
    if (key !== undefined && never[key](name, isFact)) {
      reading.say("clock/never-happens", item, { key, moment: name })
      return []
    }
    if (happenings.includes(name) || endings.includes(name)) return [Trigger.parse(name)]
    if (reading.names.gate.has(name)) return [{ _tag: gates === "settled" ? "GateSettled" : "GatePassed", gate: name }]
    if (reading.names.clock.has(name)) return [{ _tag: "ClockMet", clock: name }]
    if (reading.names.event.has(name)) return [{ _tag: "EventHappened", event: name }]
    if (reading.names.fact.has(name) ? isDate(reading, name) : isBuiltInDate(reading, name) && isDate(reading, name))
      return [{ _tag: "DateReached", fact: name }]
    const facts = [...reading.names.fact.keys()].filter((fact) => isDate(reading, fact))
    const allowed = [
      ...reading.names.gate.keys(),
      ...reading.names.clock.keys(),
      ...reading.names.event.keys(),
      ...facts,
      ...Object.keys(Vocabulary.dates),
      ...happenings,
      ...endings
    ]
    unknown(reading, "gate", item, name, [...new Set(allowed)], "moment")
    return []
  })

/** Returns whether a clock is a promise: only a message to the customer, or gates of the customer loop, meet it. */
const isPromise = (reading: Reading, met: readonly Trigger.Trigger[], loop: string | undefined): boolean =>
  met.length > 0 &&
  met.every((trigger) => {
    if (trigger._tag === "CustomerTold" || trigger._tag === "Answered") return true
    if (trigger._tag !== "GatePassed") return false
    const { gate } = trigger
    const having = entriesOf(get(reading.root, "loops")).filter(
      ([name, tree]) => (loop === undefined || loop === name) && gatesIn(tree).has(gate)
    )
    return having.length > 0 && having.every(([, tree]) => get(get(tree, "customer-loop"), gate) !== undefined)
  })

const pauseOf = (reading: Reading, tree: Tree | undefined): Readonly<Record<string, Target>> =>
  Object.fromEntries(
    entriesOf(tree).flatMap(([reason, cap]) => {
      const length = lengthOf(reading, cap)
      return length === undefined ? [] : [[reason, length] as const]
    })
  )

/** Reads what ends each pause. */
const resumedBy = (reading: Reading, tree: Tree | undefined): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    entriesOf(tree).map(([reason, by]) => [reason, triggersOf(reading, by, "passed", "resumed-by").map(Trigger.render)])
  )

const extensionOf = (reading: Reading, tree: Tree | undefined): Pick<ClockRule, "extend"> => {
  const each = lengthOf(reading, get(tree, "each"))
  if (tree?._tag !== "Map" || each === undefined) return {}
  const tell = known(reading, "message", get(tree, "tell"))
  const approve = wordsOf(get(tree, "approve"))
  for (const item of itemsOf(get(tree, "approve"))) known(reading, "role", item)
  return {
    extend: defined({
      times: integerOf(get(tree, "times")) ?? 1,
      each,
      approve: approve.filter((role) => reading.names.role.has(role)),
      tell,
      rule: (get(tree, "approve") ?? tree).path
    })
  }
}

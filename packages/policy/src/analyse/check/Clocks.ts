/** Checks the starts of clocks for circles, and extensions for missing settings. */

import { defined, RulePath, Trigger } from "@hearback/core"
import type { ClockRule, LoopRule } from "../../bundle/Bundle.ts"
import type { UnhashedBundle } from "../../bundle/Hash.ts"
import { dig, entriesOf, get, itemsOf, type Tree } from "../../link/Tree.ts"
import { whole } from "../../read/CompleteMaps.ts"
import type { Reading } from "../../read/Reading.ts"
import { type Say, said } from "../../text/TranslatedTexts.ts"
import { circlesOf } from "../graph/Circle.ts"
import { before } from "../graph/Waiting.ts"
import { pauses } from "./Pauses.ts"

/** Checks what starts each clock. */
export const clocks = (reading: Reading, { clocks: rules, loops }: UnhashedBundle): void => {
  const edges = new Map<string, ReadonlySet<string>>()
  for (const { name, from } of rules) {
    const started = from.flatMap((trigger) => startersOf(rules, Trigger.parse(trigger)))
    // The first of several starts counts, so a clock waits for another clock only if that is its only start.
    if (started.length === from.length) edges.set(name, new Set([...(edges.get(name) ?? []), ...started]))
  }
  for (const circle of circlesOf(edges)) {
    const rule = rules.find(({ name }) => name === circle[0])
    const at = rule === undefined ? undefined : placeOf(reading, rule)
    if (at !== undefined) reading.say("clock/cycle", at, { clocks: circle })
  }
  contradictions(reading, rules, new Set(rules.filter((rule) => overAtOnce(reading, rule, loops))))
  for (const [, tree] of [
    ["", dig(reading.root, "clock-defaults")] as const,
    ...entriesOf(dig(reading.root, "clocks"))
  ]) {
    const extend = get(tree, "extend")
    for (const step of itemsOf(get(tree, "escalate"))) {
      const told = get(step, "notify")
      if (told !== undefined && itemsOf(told).length === 0) reading.say("clock/tells-nobody", told, {})
    }
    pauses(reading, tree, rules, tree === undefined ? [] : rules.filter((rule) => ownOf(reading, rule) === tree))
    if (extend?._tag === "Map") neverExtended(reading, extend)
    if (extend?._tag === "Map")
      whole(reading, extend, said(extension), ["each", "approve", ...(isTold(rules, extend) ? ["tell"] : [])])
  }
}

const above = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf(".")))

/**
 * Reports a clock whose start also meets it, or comes after what meets it, so that it never runs. Returns whether it
 * was reported.
 */
const overAtOnce = (reading: Reading, rule: ClockRule, loops: readonly LoopRule[]): boolean => {
  const ends = rule.metBy.map(Trigger.parse).flatMap((end) => (end._tag === "GatePassed" ? [end.gate] : []))
  const starts = rule.from.map(Trigger.parse).flatMap((start) => (start._tag === "GateSettled" ? [start.gate] : []))
  const [end = ""] = ends
  const own = loops.filter(({ name, gates }) => (rule.loop ?? name) === name && gates.some((each) => each.name === end))
  const isBehind = (start: string): boolean => own.length > 0 && own.every((loop) => before(loop, start).has(end))
  const gate = starts.find((each) => ends.includes(each) || isBehind(each))
  const at = get(reading.at(rule.path), "from") ?? get(reading.at(above(rule.path)), "from") ?? placeOf(reading, rule)
  const isTold = gate !== undefined && rule.from.length === 1 && ends.length === rule.metBy.length && ends.length === 1
  if (isTold && at !== undefined)
    reading.say("clock/over-at-once", at, defined({ clock: rule.name, gate, end: gate === end ? undefined : end }))
  return isTold
}

const neverExtended = (reading: Reading, extend: Tree): void => {
  const [times, approve] = [get(extend, "times"), get(extend, "approve")]
  const isNever = times?._tag === "Scalar" && times.value === 0
  const isNobody = approve !== undefined && itemsOf(approve).length === 0
  if (isNever) reading.say("clock/never-extended", times, { times: 0 })
  else if (isNobody) reading.say("clock/never-extended", approve, { times: 1 })
}

/**
 * Reports options of one clock that contradict each other. A clock that ends as soon as it starts begins with the
 * event it repeats.
 */
const contradictions = (reading: Reading, rules: readonly ClockRule[], over: ReadonlySet<ClockRule>): void => {
  const said = new Set<Tree>()
  for (const rule of rules) {
    const own = ownOf(reading, rule)
    const repeats = get(own, "repeats") ?? dig(reading.root, "clock-defaults", "repeats")
    // A gate is passed once, and its clock restarts by itself after a reopening.
    const isOnce = rule.metBy.every((trigger) => Trigger.parse(trigger)._tag === "GatePassed")
    const met = get(own, "met-by")
    const isKnown = met === undefined || !reading.isFaulty(met.path)
    if (rule.repeats && isOnce && isKnown && !over.has(rule) && repeats !== undefined && !said.has(repeats)) {
      said.add(repeats)
      reading.say("clock/cannot-repeat", repeats, { clock: rule.name })
    }
    const both = get(own, "cancelled-by")
    const by = rule.cancelledBy.find((trigger) => rule.metBy.includes(trigger))
    if (by !== undefined && both !== undefined && !said.has(both)) {
      said.add(both)
      reading.say("clock/met-and-cancelled", both, { clock: rule.name, by: Trigger.nameOf(Trigger.parse(by)) })
    }
    const again = get(own, "restarted-by")
    const idle = rule.repeats ? undefined : rule.restartedBy?.find((trigger) => rule.metBy.includes(trigger))
    if (idle !== undefined && again !== undefined && !said.has(again)) {
      said.add(again)
      reading.say("clock/met-and-restarted", again, { clock: rule.name, by: Trigger.nameOf(Trigger.parse(idle)) })
    }
  }
}

const extension: Say = (texts) => texts.thing.extension

/** Reports an extension of a customer promise that tells the customer nothing. */
const isTold = (rules: readonly ClockRule[], extend: Tree): boolean =>
  rules.some(
    ({ promise, extend: rule }) => promise && rule?.rule !== undefined && RulePath.isWithin(rule.rule, extend.path)
  )

/** Returns the clocks that a clock waits for, because it starts when they are met. */
const startersOf = (rules: readonly ClockRule[], trigger: Trigger.Trigger): readonly string[] =>
  trigger._tag === "ClockMet" && rules.some(({ name }) => name === trigger.clock) ? [trigger.clock] : []

const ownOf = (reading: Reading, rule: ClockRule) =>
  dig(reading.root, "clocks", rule.name) ?? dig(reading.root, "clocks", `${rule.loop ?? ""}.${rule.name}`)

const placeOf = (reading: Reading, rule: ClockRule) => {
  const own = ownOf(reading, rule)
  return get(own, "from") ?? own
}

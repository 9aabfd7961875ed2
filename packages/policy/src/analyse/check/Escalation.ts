/**
 * Finds escalations to lower people: a later step, or a more serious case, tells only people below those who were
 * told earlier. The order of roles is that of `authority.limits`; other roles are not compared.
 */
import { Fact, Ranges, type Table } from "@hearback/core"
import type { AlarmRule } from "../../bundle/Bundle.ts"
import type { UnhashedBundle } from "../../bundle/Hash.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { get, type Tree } from "../../link/Tree.ts"
import { type Reading, spotOf } from "../../read/Reading.ts"
import { said } from "../../text/TranslatedTexts.ts"
import { isLater } from "./Points.ts"

/** Reports escalation steps and alarms that tell people too low in the order. */
export const escalation = (reading: Reading, { clocks, alarms = [], authority }: UnhashedBundle): void => {
  const ranks = new Map(authority.limits.map(({ role }, rank) => [role, rank]))
  const isBelow = (some: readonly string[], others: readonly string[]): boolean => {
    const [own, theirs] = [some, others].map((who) => who.flatMap((each) => ranks.get(each) ?? []))
    if (own === undefined || theirs === undefined || own.length < some.length) return false
    return own.length > 0 && theirs.length > 0 && Math.max(...own) < Math.min(...theirs)
  }
  const told = new Set<Tree>()
  for (const { escalate } of clocks) {
    const always = escalate.filter(({ when }) => when === undefined)
    for (const [index, { rule, notify, at }] of always.entries()) {
      const before = always.slice(0, index).find((other) => !isLater(other.at, at) && isBelow(notify, other.notify))
      const [tree, other] = [rule, before?.rule ?? ""].map((path) => get(reading.at(path), "notify"))
      if (before === undefined || tree === undefined || told.has(tree) || !isOwn(tree)) continue
      told.add(tree)
      reading.say("clock/tells-lower", tree, { now: notify, before: before.notify }, besides(other))
    }
  }
  const isFaulty = ({ when }: AlarmRule): boolean => reading.isFaulty(when.rule)
  for (const alarm of alarms) {
    const milder = alarms.find(
      (other) =>
        !isFaulty(other) && !isFaulty(alarm) && isBelow(alarm.notify, other.notify) && isWorse(reading, alarm, other)
    )
    const [at, other] = [alarm.path, milder?.path ?? ""].map((path) => get(reading.at(path), "notify"))
    if (milder !== undefined && at !== undefined && isOwn(at))
      reading.say("alarm/tells-lower", at, { alarm: alarm.name, other: milder.name }, besides(other))
  }
}

const isOwn = ({ named }: Tree): boolean => !named.file.path.startsWith("pack:")

const besides = (tree: Tree | undefined) => ({
  related:
    tree === undefined
      ? []
      : [
          related(
            spotOf(tree),
            said((t) => t.place.toldBefore),
            true
          )
        ]
})

/**
 * Returns whether one alarm is for the more serious of two otherwise equal cases: a stronger level or a larger
 * number.
 */
const isWorse = (
  reading: Reading,
  { when: { table: one } }: AlarmRule,
  { when: { table: other } }: AlarmRule
): boolean => {
  if (one.rows.length !== 1 || other.rows.length !== 1) return false
  const slots = [...new Set([...one.slots, ...other.slots])]
  const differing = slots.filter((slot) => !Ranges.equal(cellOf(one, slot), cellOf(other, slot)))
  const [slot, ...more] = differing
  // A condition without this input is about something else, so the two are not compared.
  if (slot === undefined || more.length > 0 || !one.slots.includes(slot) || !other.slots.includes(slot)) return false
  const { type } = reading.inputs.at(slot)
  const [own, its] = [cellOf(one, slot), cellOf(other, slot)]
  if (type._tag === "OneOf") {
    const [strong, weak] = [own, its].map((set) => Ranges.intersect(set, Fact.domain(type, false)))
    return type.graded && (strong?.at(-1) ?? Number.MAX_VALUE) <= (weak?.[0] ?? 0)
  }
  return own.at(-1) === its.at(-1) && (own[0] ?? 0) > (its[0] ?? 0) && Ranges.covers(its, own)
}

const cellOf = ({ slots, rows }: Table.Table, slot: number): Ranges.Ranges =>
  rows[0]?.cells[slots.indexOf(slot)] ?? Ranges.all

/**
 * Finds promises that cannot all be kept: two promises for one gate, steps that together take longer than the promise
 * they lead to, a promise shorter than the office is closed, and an owner who may begin after the first promise is
 * due.
 */
import { Calendar, Deadline, defined, Instant, Target, Text, Trigger } from "@hearback/core"
import type { CalendarRule, ClockRule, LoopRule } from "../../bundle/Bundle.ts"
import type { UnhashedBundle } from "../../bundle/Hash.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { dig, get } from "../../link/Tree.ts"
import { type Reading, spotOf } from "../../read/Reading.ts"
import { said } from "../../text/TranslatedTexts.ts"
import { calendarOf } from "../graph/Calendars.ts"
import { before } from "../graph/Waiting.ts"
import { type Length, lengthsOf } from "./Points.ts"

/** Compares the clocks of each loop with each other. */
export const chains = (reading: Reading, policy: UnhashedBundle): void => {
  const shorter = new Map<string, readonly (ClockRule | undefined)[]>()
  for (const loop of policy.loops) {
    const clocks = policy.clocks.filter((clock) => clock.loop === undefined || clock.loop === loop.name)
    const alike = new Map<string, ClockRule[]>()
    for (const clock of clocks) alike.set(startOfSpan(clock), [...(alike.get(startOfSpan(clock)) ?? []), clock])
    // If a clock promises nothing to the customers of one loop, it still counts for its other loops.
    for (const clock of clocks.filter(({ promise }) => promise))
      shorter.set(clock.path, [
        ...(shorter.get(clock.path) ?? []),
        shorterThan(reading, clock, alike.get(startOfSpan(clock)) ?? [])
      ])
    tooLong(reading, loop, clocks.filter(goesOn(loop)))
  }
  neverCount(reading, policy.clocks, shorter)
  whileClosed(reading, policy)
  takeUp(reading, policy)
}

const longer = (a: Target.Target, b: Target.Target): boolean => (Target.compare(a, b) ?? 0) > 0
const shown = (target: Target.Target): string => Text.length(target, "en")
const isOf = (clock: ClockRule, gate: string): boolean => clock.metBy.join() === `passed:${gate}`

/** Returns whether a clock does not start after its own gate. Another check reports a clock that does. */
const goesOn =
  (loop: LoopRule) =>
  ({ from, gate }: ClockRule): boolean =>
    !from.map(Trigger.parse).some((start) => start._tag === "GateSettled" && before(loop, start.gate).has(gate ?? ""))

/** What two clocks must share to be compared: their start, calendar and condition. */
const startOfSpan = ({ from, calendar, when }: ClockRule): string =>
  JSON.stringify([from, calendar, when?.table.slots, when?.table.rows.map(({ cells }) => cells)])

/** Returns another promise with the same start that is always shorter and whose end also ends this one. */
const shorterThan = (reading: Reading, clock: ClockRule, alike: readonly ClockRule[]): ClockRule | undefined =>
  clock.until === undefined && clock.metBy.length > 0
    ? alike.find(
        (other) =>
          other.promise &&
          other.metBy.length > 0 &&
          other.metBy.every((end) => clock.metBy.includes(end)) &&
          everLonger(reading, clock, other)
      )
    : undefined

/**
 * Reports the longer of two promises if it is longer in all its loops: keeping the shorter one keeps it too, so it
 * has no effect.
 */
const neverCount = (
  reading: Reading,
  clocks: readonly ClockRule[],
  shorter: ReadonlyMap<string, readonly (ClockRule | undefined)[]>
): void => {
  for (const [path, others] of shorter) {
    const [first] = others
    const [clock, at] = [clocks.find((each) => each.path === path), reading.at(path)]
    const place = reading.at(first?.path ?? "")
    if (clock === undefined || first === undefined || at === undefined || others.includes(undefined)) continue
    // A misspelt gate could be what meets the clock, so nothing is reported.
    if (reading.isFaulty(`clocks.${clock.name}`) || reading.isFaulty(`clocks.${first.name}`)) continue
    // A shorter promise beside that of a pack makes the pack's stricter on purpose.
    if (at.named.file.path.startsWith("pack:")) continue
    const also =
      place === undefined
        ? []
        : [
            related(
              place.span,
              said((t) => t.place.shorter),
              true
            )
          ]
    reading.say("clock/never-counts", at, { clock: clock.name, other: first.name }, { span: spotOf(at), related: also })
  }
}

/** Returns whether a clock gives more time than another in every case. */
const everLonger = (reading: Reading, one: ClockRule, other: ClockRule): boolean => {
  const [all, others] = [lengthsOf(reading, one), lengthsOf(reading, other)]
  return all.length > 0 && others.length > 0 && all.every((a) => others.every((b) => longer(a.target, b.target)))
}

/**
 * Reports steps that follow each other, each within its own time, but together can end after the promise for the last
 * one.
 */
const tooLong = (reading: Reading, loop: LoopRule, clocks: readonly ClockRule[]): void => {
  for (const gate of loop.gates) {
    const whole = clocks.find((clock) => isOf(clock, gate.name) && clock.from.join() === "received")
    const at = reading.at(whole?.path ?? "")
    if (whole === undefined || at === undefined) continue
    const found = lengthsOf(reading, whole).flatMap(
      (promised) => overrunOf(reading, loop, clocks, gate.name, promised) ?? []
    )[0]
    if (found === undefined) continue
    const { steps, sum, witness } = found
    const others = steps.flatMap((clock) => reading.at(clock.path) ?? [])
    const about = { gate: gate.name, steps: steps.map(({ name }) => name), sum: shown(sum) }
    const also = others.map((tree) =>
      related(
        tree.span,
        said((t) => t.place.onTheWay),
        true
      )
    )
    reading.say("clock/chain-too-long", at, about, defined({ related: also, witness }))
  }
}

interface Overrun {
  readonly steps: readonly ClockRule[]
  readonly sum: Target.Target
  readonly witness: Length["witness"]
}

/** Returns steps to a gate, or to a gate that it waits for, that together can take longer than is promised. */
const overrunOf = (
  reading: Reading,
  loop: LoopRule,
  clocks: readonly ClockRule[],
  gate: string,
  { target: promised, witness }: Length
): Overrun | undefined => {
  for (const last of [gate, ...before(loop, gate)]) {
    const steps = chainTo(clocks, last, [])
    const targets = steps?.flatMap((clock) => lengthAt(reading, clock, witness) ?? []) ?? []
    const sum = targets.length === steps?.length ? sumOf(targets) : undefined
    // A single step with more time than the promise has its own finding (due before its turn).
    if (targets.some((target, i) => steps?.[i]?.gate !== gate && longer(target, promised))) continue
    if (steps !== undefined && sum !== undefined && longer(sum, promised)) return { steps, sum, witness }
  }
  return undefined
}

/** Returns at least two clocks that lead from the receipt to a gate. Each starts at the gate of the one before. */
const chainTo = (
  clocks: readonly ClockRule[],
  gate: string,
  behind: readonly string[]
): readonly ClockRule[] | undefined => {
  for (const clock of clocks) {
    const [from = "", ...more] = clock.from
    if (!isOf(clock, gate) || more.length > 0 || clock.when !== undefined) continue
    if (from === "received" && behind.length > 0) return [clock]
    const previous = startOf(clocks, Trigger.parse(from))
    if (previous === undefined || previous === gate || behind.includes(previous)) continue
    const earlier = chainTo(clocks, previous, [...behind, gate])
    if (earlier !== undefined) return [...earlier, clock]
  }
  return undefined
}

/** Returns the gate at which a clock starts. */
const startOf = (clocks: readonly ClockRule[], trigger: Trigger.Trigger): string | undefined => {
  if (trigger._tag === "GateSettled") return trigger.gate
  return trigger._tag === "ClockMet" ? clocks.find(({ name }) => name === trigger.clock)?.gate : undefined
}

/** Returns the duration of a clock at a level; undefined if another dimension decides it. */
const lengthAt = (reading: Reading, clock: ClockRule, witness: Length["witness"]): Target.Target | undefined => {
  const lengths = lengthsOf(reading, clock)
  const at = JSON.stringify(witness)
  return (lengths.length === 1 ? lengths[0] : lengths.find((each) => JSON.stringify(each.witness) === at))?.target
}

const sumOf = (targets: readonly Target.Target[]): Target.Target | undefined =>
  targets.reduce<Target.Target | undefined>((sum, each) => (sum === undefined ? each : plus(sum, each)), undefined)

const plus = (one: Target.Target, other: Target.Target): Target.Target | undefined => {
  if (one._tag === "Elapsed" && other._tag === "Elapsed") return Target.elapsed(one.ms + other.ms)
  if (one._tag === "Working" && other._tag === "Working") return Target.working(one.ms + other.ms)
  if (one._tag === "WorkingDays" && other._tag === "WorkingDays") return Target.workingDays(one.days + other.days)
  if (one._tag === "Civil" && other._tag === "Civil")
    return Target.civil(one.months + other.months, one.days + other.days)
  return undefined
}

/**
 * Reports a promise in elapsed hours that is shorter than a night: feedback in the evening cannot be answered in
 * time.
 */
const whileClosed = (reading: Reading, policy: UnhashedBundle): void => {
  const { clocks, calendars, ownership, loops } = policy
  if (reading.isPack) return
  const isByMachine = (clock: ClockRule): boolean =>
    loops.some(({ name, gates }) =>
      gates.some((gate) => isOf(clock, gate.name) && gate.by.includes("automatic") && (clock.loop ?? name) === name)
    )
  const told = new Set<string>()
  for (const clock of clocks) {
    const rule = calendars[clock.calendar]
    // A regular message that is due again and again is no answer that a customer waits for.
    if (!clock.promise || clock.repeats || rule === undefined || isByMachine(clock)) continue
    const calendar = calendarOf(policy, clock.calendar)
    const night = shortestNight(rule)
    const lengths = lengthsOf(reading, clock)
    // If the clock counts working time at other levels, elapsed time here is intended.
    if (lengths.some(({ target }) => Target.isWorking(target))) continue
    // People on call answer while the office is closed, either always or at the levels that call them.
    if (ownership.onCall !== undefined && (ownership.onCall.when === undefined || lengths.length > 1)) continue
    for (const { target, witness } of lengths) {
      const [level] = Object.values(witness ?? {})
      const all = reading.at(clock.within?.table.id ?? clock.path)
      const at =
        (level === undefined ? undefined : (get(all, level) ?? get(all, "otherwise"))) ?? reading.at(clock.path)
      if (target._tag !== "Elapsed" || night === undefined || target.ms >= night || at === undefined) continue
      if (told.has(clock.path)) continue
      told.add(clock.path)
      const start = calendar && eveningOf(calendar)
      const about = { clock: clock.name, within: shown(target), closed: shown(Target.elapsed(night)) }
      const received =
        start === undefined ? {} : { received: Instant.renderInstant(start, calendar?.zone ?? reading.zone) }
      reading.say("clock/due-while-closed", at, about, { witness: { ...witness, ...received } })
    }
  }
}

/** Returns the shortest time between closing and the next opening; undefined if the office is open on some night. */
const shortestNight = ({ weekly }: CalendarRule): number | undefined => {
  const nights = weekly.flatMap((shifts, day) => {
    const next = weekly[(day + 1) % 7] ?? []
    if (shifts.length === 0 || next.length === 0) return []
    const closes = Math.max(...shifts.map(([, end]) => end))
    return [Math.min(...next.map(([start]) => start)) + 1440 - closes]
  })
  const shortest = Math.min(...nights)
  return Number.isFinite(shortest) && shortest > 0 ? shortest * Instant.MINUTE : undefined
}

/** Returns the closing time on a Tuesday of an ordinary week. */
const eveningOf = (calendar: Calendar.Calendar): Instant.Instant | undefined =>
  Calendar.hoursOf(calendar, Instant.parseDate("2026-03-03") ?? 0)?.to

/** Reports an owner who may begin later than the customer's first promise is due. */
const takeUp = (reading: Reading, policy: UnhashedBundle): void => {
  const { ownership, clocks, loops } = policy
  const at = dig(reading.root, "ownership", "take-up")
  if (at === undefined || ownership.takeUp === undefined) return
  const first = clocks.filter((clock) => {
    const gate = loops.flatMap(({ gates }) => gates).find(({ name }) => name === clock.gate)
    return clock.promise && clock.from.join() === "received" && gate?.by.includes("automatic") !== true
  })
  for (const clock of first)
    for (const { target, witness } of lengthsOf(reading, clock)) {
      const tree = reading.at(clock.path)
      if (tree === undefined || !isAlwaysLater(reading, policy, ownership.takeUp, clock, target)) continue
      const about = { within: shown(ownership.takeUp), clock: clock.name, promised: shown(target) }
      const also = related(
        tree.span,
        said((t) => t.place.promised),
        true
      )
      return reading.say("ownership/take-up-too-late", at, about, defined({ related: [also], witness }))
    }
}

/** The start of each hour of one week. */
const hours = Array.from(
  { length: 7 * 24 },
  (_, hour) => (Instant.parseDate("2026-03-02") ?? 0) * Instant.DAY + hour * Instant.HOUR
)

/** Returns whether a duration always ends after that of a clock with the same start. */
export const isAlwaysLater = (
  reading: Reading,
  policy: UnhashedBundle,
  late: Target.Target,
  clock: ClockRule,
  early: Target.Target
): boolean => {
  const known = Target.compare(late, early)
  if (known !== undefined) return known > 0
  const due = (target: Target.Target, name: string, startedAt: Instant.Instant): number | undefined => {
    const calendar = calendarOf(policy, name) ?? calendarOf(policy, policy.defaultCalendar)
    if (calendar === undefined) return undefined
    const plain = {
      startedAt,
      target,
      calendar,
      zone: reading.zone,
      firstDay: "excluded",
      ends: "close-of-day"
    } as const
    const nothing = { legs: [], switches: [], caps: {}, extensions: [], points: [], now: startedAt }
    return Deadline.timeline({ ...plain, ...nothing, roll: "none" }).dueAt ?? undefined
  }
  return hours.every((start) => {
    const [taken, promised] = [due(late, policy.defaultCalendar, start), due(early, clock.calendar, start)]
    return taken !== undefined && promised !== undefined && taken > promised
  })
}

/** Shows who is reminded and informed, and when: one ladder for all deadlines that share it, and alarms. */
import { type Bundle, type Target, Text } from "@hearback/core"
import { ladder, type Rung } from "../../drawing/Ladder.ts"
import { type Markup, tag } from "../../Markup.ts"
import { type PolicyView, paragraph, under } from "../part/PolicyView.ts"
import { wideTable } from "../part/Tables.ts"

/** Makes the section. */
export const escalation = (view: PolicyView): readonly Markup[] => {
  const { bundle, words, naming } = view
  const ladders = laddersOf(view)
  const rows = (bundle.alarms ?? []).map(({ name, when, notify }) => [
    Text.readable(name),
    naming.condition(when),
    naming.who(notify, words.both)
  ])
  const { name, when, notify } = words.alarm
  return [
    ...(ladders.length === 0 ? [] : [paragraph(words.escalationSays), tag("div", { class: "ladders" }, ...ladders)]),
    ...(rows.length === 0 ? [] : [under(words.alarms, wideTable([name, when, notify], rows))])
  ]
}

/** Draws each ladder that some deadline has. */
export const laddersOf = (view: PolicyView): readonly Markup[] => {
  const { bundle, words, naming } = view
  const by = new Map<string, { readonly rungs: readonly Rung[]; readonly clocks: Bundle.ClockRule[] }>()
  for (const clock of bundle.clocks) {
    const rungs = rungsOf(clock, view)
    if (rungs.length === 0) continue
    const key = JSON.stringify(rungs)
    const same = by.get(key) ?? { rungs, clocks: [] }
    same.clocks.push(clock)
    by.set(key, same)
  }
  return [...by.values()].map(({ rungs, clocks }) => {
    const names = naming.list([...new Set(clocks.map(naming.clock))])
    const says = rungs
      .map(({ title, lines }) => `${title}${words.colon}${lines.join(words.comma)}`)
      .join(words.semicolon)
    return tag(
      "figure",
      {},
      tag("figcaption", {}, tag("b", {}, `${words.ladderOf}${words.colon}`), names),
      ladder({ title: `${words.ladderTitle}${words.colon}${names}`, says }, rungs)
    )
  })
}

/** Returns the points of a deadline in order, with those at one point together. */
const rungsOf = (clock: Bundle.ClockRule, { words, naming }: PolicyView): readonly Rung[] => {
  const told = [
    ...clock.remind.map(({ at }) => ({ at, text: words.reminded })),
    ...clock.escalate.map(({ at, notify, when }) => {
      const who = naming.who(notify, words.both)
      return { at, text: when === undefined ? words.told(who) : words.toldIf(who, naming.condition(when)) }
    })
  ]
  const ordered = told.sort((a, b) => rank(a.at) - rank(b.at))
  const rungs = new Map<string, string[]>()
  for (const { at, text } of ordered) {
    const title = pointText(at, words, naming)
    rungs.set(title, [...(rungs.get(title) ?? []), text])
  }
  return [...rungs].map(([title, lines]) => ({ title, lines }))
}

const pointText = (point: Target.ClockPoint, words: PolicyView["words"], naming: PolicyView["naming"]): string => {
  switch (point._tag) {
    case "Share":
      return words.point.share(point.percent)
    case "Due":
      return words.due
    case "Before":
      return words.point.before(naming.length(point.by))
    case "After":
      return words.point.after(naming.length(point.by))
  }
}

/**
 * Returns the position of a kind of point: shares, points before the due date, the due date, points after it.
 * Durations of one kind keep their order.
 */
const rank = (point: Target.ClockPoint): number => {
  switch (point._tag) {
    case "Share":
      return point.percent / 100
    case "Before":
      return 2 - roughly(point.by) / FAR
    case "Due":
      return 3
    case "After":
      return 4 + roughly(point.by) / FAR
  }
}

const FAR = 1e15

const roughly = (target: Target.Target): number => {
  const day = 86_400_000
  switch (target._tag) {
    case "Elapsed":
      return target.ms
    case "Working":
      return target.ms * 3
    case "WorkingDays":
      return (target.days * day * 7) / 5
    case "Civil":
      return (target.months * 30 + target.days) * day
  }
}

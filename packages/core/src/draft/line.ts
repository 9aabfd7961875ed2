/** From a clock's rule and its facts to the input of the deadline computation. */

import type { Case } from "../case/Case.ts"
import type { Clock, Manual, NamedLeg, Switch, Timeline } from "../case/track/Clocks.ts"
import { type Entry, explain } from "../deadline/Account.ts"
import type { DeadlineInput } from "../deadline/Deadline.ts"
import { timeline } from "../deadline/Deadline.ts"
import type { ClockRule, RuleId } from "../policy/Bundle.ts"
import type { Policy } from "../policy/Policy.ts"
import { calendar as calendarOf, choose, loopOf } from "../policy/Policy.ts"
import { openDate } from "../time/Calendar.ts"
import { DAY, type Instant } from "../time/Instant.ts"
import type { Target } from "../time/Target.ts"
import { toInstant, toLocal, type Zone } from "../time/Zone.ts"
import type { Draft } from "./Draft.ts"
import * as Drafts from "./Draft.ts"

/** What a deadline depends on beside the rule. */
export interface ClockFacts {
  readonly startedAt: Instant
  readonly target: Target
  readonly calendar: string
  readonly legs?: readonly NamedLeg[]
  readonly switches: readonly Switch[]
  readonly extensions: readonly Target[]
  readonly manual?: Manual
}

/** The reason of the pause between a gate's settling and its reopening, when the clock resumes. */
export const SETTLED = "settled"
const FOREVER: Target = { _tag: "Elapsed", ms: 1e14 }

type Points = DeadlineInput["points"]

/** Returns the instants a rule asks for, by the names that marks carry. */
export const points = (rule: ClockRule | undefined): Points =>
  rule === undefined
    ? []
    : [
        ...rule.remind.map((step, i) => ({ name: `remind.${i + 1}`, at: step.at })),
        ...rule.escalate.map((step, i) => ({ name: `escalate.${i + 1}`, at: step.at }))
      ]

/** Returns the deadline computation's input; for timers without a policy rule the plain reading applies. */
export const input = (
  d: Pick<Draft, "policy" | "now">,
  rule: ClockRule | undefined,
  facts: ClockFacts,
  at: Points
): DeadlineInput => {
  const calendar = calendarOf(d.policy, facts.calendar)
  const { manual } = facts
  return {
    startedAt: facts.startedAt,
    target: facts.target,
    calendar,
    zone: d.policy.zone,
    firstDay: rule?.firstDay ?? "excluded",
    ends: rule?.ends ?? "close-of-day",
    roll: rule?.roll ?? "none",
    legs: (facts.legs ?? []).map(({ from, calendar: name }) => ({ from, calendar: calendarOf(d.policy, name) })),
    switches: facts.switches,
    caps: { ...rule?.pause, [SETTLED]: FOREVER },
    extensions: manual === undefined ? facts.extensions : facts.extensions.slice(manual.granted),
    ...(manual === undefined
      ? {}
      : { fixed: { dueAt: manual.dueAt, setAt: manual.setAt, shiftable: rule?.manual === "shiftable" } }),
    points: at,
    now: d.now
  }
}

/** Returns due and pending marks. Marks already fired in this cycle are left out; so are reminders already past. */
export const line = (
  d: Draft,
  rule: ClockRule | undefined,
  facts: ClockFacts,
  fired: readonly string[],
  at: Points = points(rule)
): Timeline => {
  const { dueAt, marks, provisional } = timeline(input(d, rule, facts, at))
  return {
    dueAt,
    provisional,
    marks: marks.filter(
      (mark) =>
        !fired.includes(mark.name) &&
        !(mark.name.startsWith("remind.") && mark.at < d.now) &&
        !(rule === undefined && mark.name === "pause-cap")
    )
  }
}

/** Returns the row that gives the clock its length on this case; of a date, where the clock says it. */
export const rowOf = (d: Draft, rule: ClockRule): RuleId =>
  (rule.within === undefined ? undefined : choose(rule.within, Drafts.vector(d))?.rule) ?? rule.path

/** Returns the target that the rule gives the case now, or undefined where no row fits or the date is unknown. */
export const targetOf = (d: Draft, rule: ClockRule, startedAt: Instant): Target | undefined => {
  if (rule.within !== undefined) return choose(rule.within, Drafts.vector(d))?.value
  const until = rule.until === undefined ? undefined : untilOf(d, rule, rule.until)
  return until === undefined ? undefined : { _tag: "Elapsed", ms: Math.max(0, until - startedAt) }
}

/** A date without a time means the end of that day. */
export const dateFact = (d: Draft, name: string): Instant | undefined => {
  const slot = d.policy.slots.get(name)
  const code = slot === undefined ? undefined : Drafts.vector(d)[slot]
  if (code === undefined || !(code > -DAY * 36_500)) return undefined
  const written = d.state.feedback.facts[name]
  const isDay = typeof written === "string" && /^\d{4}-\d\d-\d\d$/.test(written)
  return isDay ? endOfDay(code, d.policy.zone) : code
}

/** Returns the end of a day of which the beginning is given; it may be an hour shorter or longer than others. */
export const endOfDay = (begins: Instant, zone: Zone): Instant => toInstant(toLocal(begins, zone) + DAY, zone)

/** A date fact as a deadline: where it falls on a day that is closed, it rolls as the clock's rule says. */
const untilOf = (d: Draft, rule: ClockRule, fact: string): Instant | undefined => {
  const at = dateFact(d, fact)
  if (at === undefined || rule.roll === "none") return at
  const local = toLocal(at, d.policy.zone)
  // What ends with a day belongs to it.
  const day = Math.ceil(local / DAY) - 1
  const open = openDate(calendarOf(d.policy, calendarName(d, rule)), day, rule.roll === "next" ? 1 : -1)
  return toInstant(local + (open - day) * DAY, d.policy.zone)
}

/** Returns the name of the calendar a clock runs on for this case. */
export const calendarName = (d: Draft, rule: ClockRule): string => {
  if (rule.calendar !== "of-owner") return rule.calendar
  const owner = d.meta.gathered.people.find((person) => person.id === d.state.ownership.owner)
  return owner?.calendar ?? d.policy.bundle.defaultCalendar
}

export const factsOf = (clock: Clock): ClockFacts => ({
  startedAt: clock.startedAt,
  target: clock.target,
  calendar: clock.calendar,
  ...(clock.legs === undefined ? {} : { legs: clock.legs }),
  switches: clock.switches,
  extensions: clock.extensions,
  ...(clock.manual === undefined ? {} : { manual: clock.manual })
})

/** Returns every interval that a promise counted or not up to an instant, or undefined where it has not started. */
export const account = (policy: Policy, c: Case, name: string, until: Instant): readonly Entry[] | undefined => {
  const clock = c.clocks[name]
  if (clock === undefined) return undefined
  const rule = loopOf(policy, c.lifecycle.loop)?.clocks.get(name)
  return explain(
    input({ policy, now: until }, rule, factsOf(clock), []),
    clock.endedAt === undefined ? until : Math.min(until, clock.endedAt)
  )
}

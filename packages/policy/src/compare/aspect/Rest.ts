/** Everything else that decides: what no other aspect speaks of is told by its key, so that nothing is passed over. */
import { Fact } from "@hearback/core"
import type { Bundle, DayPart, Ranges, TargetsRule } from "../../bundle/Bundle.ts"
import { shiftText } from "../value/Hours.ts"
import { compareValue, type Findings, kebab } from "../value/Values.ts"
import { byKey } from "../value/Weigh.ts"

/** Sections of which another aspect speaks, and what says nothing about cases. */
const elsewhere: ReadonlySet<string> = new Set<keyof Bundle>([
  "hearback",
  "content",
  "shape",
  "calendarsHash",
  "places",
  "inputs",
  "zones",
  "grading",
  "loops",
  "endings",
  "clocks",
  "authority",
  "retention",
  "ownership",
  "departments",
  "messages",
  "sending",
  "dictionary"
])

/** Where sections of a bundle stand in a policy. */
const paths: Readonly<Record<string, string>> = {
  id: "policy",
  zone: "time-zone",
  form: "intake.form",
  quarantine: "intake.quarantine",
  sameCase: "intake.same-case",
  split: "intake.split",
  defaultCalendar: "clock-defaults.calendar"
}

/** Hours, holidays and the zone move deadlines, some to later. */
const weigh = byKey({
  calendars: () => "perhaps-weaker",
  "time-zone": () => "perhaps-weaker",
  calendar: () => "perhaps-weaker"
})

export const compareRest = (found: Findings): void => {
  const [before, after] = found.joint.bundles
  const [one, two] = [before, after].map(
    (bundle) =>
      new Map(
        Object.entries({
          ...bundle,
          calendars: calendarsOf(bundle),
          facts: factsOf(bundle),
          channels: channelsOf(bundle),
          learning: learningOf(bundle)
        })
      )
  )
  for (const key of new Set([...(one?.keys() ?? []), ...(two?.keys() ?? [])])) {
    if (elsewhere.has(key)) continue
    const path = paths[key] ?? kebab(key)
    const dot = path.lastIndexOf(".")
    const at = dot < 0 ? "" : path.slice(0, dot)
    compareValue(
      found,
      { aspect: "other", of: "", at: [at, at], weigh },
      path.slice(dot + 1),
      one?.get(key),
      two?.get(key)
    )
  }
}

/** Facts as a policy declares them: which texts conditions compare them with is told with the conditions. */
const factsOf = ({ facts }: Bundle): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, { type, kind, ...rest }]) => [
      name,
      { ...(type._tag === "OneOf" ? { "one-of": type.values } : { type: kind }), ...rest }
    ])
  )

/** Scores by kind are cells over the score alone, not over the inputs of the policy. */
const channelsOf = ({ channels }: Bundle): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(channels).map(([name, { kindByScore, ...rest }]) => [
      name,
      {
        ...rest,
        ...(kindByScore && {
          kindByScore: kindByScore.table.rows.map(
            ({ cells: [cell] }, i) => `${kindByScore.values[i]} ${scoresText(cell)}`
          )
        })
      }
    ])
  )

const scoresText = (cell: Ranges | null | undefined): string =>
  cell == null ? "" : Fact.renderSet({ _tag: "Amount", scale: 2, unit: "" }, cell)

const learningOf = ({ learning }: Bundle): unknown =>
  learning && {
    ...learning,
    targets: written(learning.targets),
    ...(learning.targetsBy && {
      targetsBy: mapped(learning.targetsBy, (groups) => mapped(groups, written))
    })
  }

const written = (targets: TargetsRule): unknown => mapped(targets, ({ type, good }) => Fact.renderSet(type, good))

const mapped = <A>(all: Readonly<Record<string, A>>, change: (one: A) => unknown): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(all).map(([name, one]) => [name, change(one)]))

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const

/** Calendars with their hours as a policy writes them. */
const calendarsOf = ({ calendars }: Bundle): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(calendars).map(([name, { zone, weekly, closed, open, parts = [] }]) => [
      name,
      {
        "time-zone": zone,
        hours: weekly.flatMap((shifts, day) => shifts.map((shift) => `${days[day]} ${shiftText(shift)}`)),
        closed: [...closed, ...partsOf(parts, "closed")],
        open: [...open, ...partsOf(parts, "open")]
      }
    ])
  )

const partsOf = (parts: readonly DayPart[], is: DayPart["is"]): readonly string[] =>
  parts.flatMap((part) => (part.is === is ? [`${part.date} ${shiftText(part.shift)}`] : []))

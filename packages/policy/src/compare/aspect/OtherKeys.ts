/** Compares everything else that decides, key by key, so that no change is missed. */
import { canonical, Fact } from "@hearback/core"
import type { Bundle, CalendarRule, DayPart, FactType, Ranges, TargetsRule } from "../../bundle/Bundle.ts"
import type { BundleValue, DraftDifference, Weight } from "../table/Difference.ts"
import { appears, byKey, turned } from "../value/ChangeWeight.ts"
import { clockText, shiftText } from "../value/Hours.ts"
import { type ComparisonFindings, compareValue, kebab } from "../value/Values.ts"

/** Sections that other files compare, and sections that have no effect on cases. */
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

/** The places of bundle sections in a policy. */
const paths: Readonly<Record<string, string>> = {
  id: "policy",
  zone: "time-zone",
  form: "intake.form",
  quarantine: "intake.quarantine",
  sameCase: "intake.same-case",
  split: "intake.split",
  defaultCalendar: "clock-defaults.calendar"
}

/** Weighs hours, holidays and the zone: they move some deadlines later and some earlier. */
const byName = byKey({
  calendars: () => "perhaps-weaker",
  "time-zone": () => "perhaps-weaker",
  calendar: () => "perhaps-weaker"
})

/**
 * Weighs privacy: fields about other people are hidden in quotations, and everything is hidden on a channel that
 * everybody reads.
 */
const weigh = (key: string, before: BundleValue, after: BundleValue): Weight => {
  if (key.startsWith("facts.") && key.endsWith(".of-others")) return signed(before, after)
  if (key.startsWith("channels.") && key.endsWith(".public") && after === undefined) return "perhaps-weaker"
  return byName(key, before, after)
}

const signed = turned(appears)

/** Compares all remaining sections of two policies. */
export const compareRest = (found: ComparisonFindings): void => {
  const [before, after] = found.joint.bundles
  const [one, two] = [before, after].map(
    (bundle) =>
      new Map(
        Object.entries({
          ...bundle,
          calendars: calendarsOf(bundle, found.joint.bundles),
          facts: factsOf(bundle),
          channels: channelsOf(bundle),
          customers: bundle.customers && { consent: bundle.customers.consent },
          currency: bundle.currency?.code,
          "sending.opt-out": bundle.customers?.optOut,
          learning: learningOf(bundle),
          problems: problemsOf(bundle)
        })
      )
  )
  const own: ComparisonFindings = { ...found, drafts: [] }
  for (const key of new Set([...(one?.keys() ?? []), ...(two?.keys() ?? [])])) {
    if (elsewhere.has(key)) continue
    const path = paths[key] ?? kebab(key)
    const dot = path.lastIndexOf(".")
    const at = dot < 0 ? "" : path.slice(0, dot)
    compareValue(
      own,
      { aspect: "other", of: "", at: [at, at], weigh },
      path.slice(dot + 1),
      one?.get(key),
      two?.get(key)
    )
  }
  // A channel's form changes with the part that it inherits from the form of the policy.
  const changeOf = ({ before: was, after: is }: DraftDifference): string => canonical([was ?? null, is ?? null])
  const ofForm = new Map(own.drafts.map((draft) => [draft.key, changeOf(draft)]))
  for (const draft of own.drafts) {
    const inherited = /^channels\.[^.]+\.(form\..+)$/.exec(draft.key)?.[1]
    if (inherited === undefined || ofForm.get(inherited) !== changeOf(draft)) found.drafts.push(draft)
  }
}

/** Returns facts as a policy declares them. Texts that conditions compare with are reported with the conditions. */
const factsOf = ({ facts }: Bundle): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, { type, kind, ...rest }]) => [
      name,
      { ...(type._tag === "OneOf" || type._tag === "SomeOf" ? { [kind]: type.values } : typeText(type, kind)), ...rest }
    ])
  )

const typeText = (type: FactType, kind: string): Readonly<Record<string, unknown>> =>
  kind === "scale" && type._tag === "Amount" ? { scale: [type.min, type.max] } : { type: kind }

/** Returns scores by kind. Their cells use only the score, not the inputs of the policy. */
const channelsOf = ({ channels }: Bundle): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(channels).map(([name, { kindByScore, isPublic, every, ...rest }]) => [
      name,
      {
        ...rest,
        ...(isPublic && { public: isPublic }),
        ...(every && {
          every: every.times.map(({ on, minute }) => `${on} ${clockText(minute)}`),
          calendar: every.calendar,
          onHoliday: every.onHoliday
        }),
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

/** Weighs the condition that opens a problem: without it, no problem opens. */
const problemsOf = ({ problems }: Bundle): unknown => ({
  ...problems,
  openWhen: problems.openWhen ?? { rule: "problems", table: { id: "problems", slots: [], rows: [] } }
})

const written = (targets: TargetsRule): unknown => mapped(targets, ({ type, good }) => Fact.renderSet(type, good))

const mapped = <A>(all: Readonly<Record<string, A>>, change: (one: A) => unknown): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(all).map(([name, one]) => [name, change(one)]))

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const

/**
 * Returns calendars with their hours as a policy writes them, and the days that only one of the two has. A calendar
 * that uses the policy's zone in both changes with that zone.
 */
const calendarsOf = (bundle: Bundle, both: readonly Bundle[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(bundle.calendars).map(([name, { zone, weekly }]) => {
      const own = (is: DayPart["is"]): readonly string[] => {
        const other = both.find((each) => each !== bundle)?.calendars[name]
        const days = new Set(other === undefined ? [] : daysOf(other, is))
        return daysOf(bundle.calendars[name], is).filter((day) => !days.has(day))
      }
      return [
        name,
        {
          ...(both.some((each) => (each.calendars[name]?.zone ?? each.zone) !== each.zone) && { "time-zone": zone }),
          hours: weekly.flatMap((shifts, day) => shifts.map((shift) => `${days[day]} ${shiftText(shift)}`)),
          closed: own("closed"),
          open: own("open")
        }
      ]
    })
  )

const daysOf = (calendar: CalendarRule | undefined, is: DayPart["is"]): readonly string[] => [
  ...(calendar?.[is] ?? []),
  ...(calendar?.parts ?? []).flatMap((part) => (part.is === is ? [`${part.date} ${shiftText(part.shift)}`] : []))
]

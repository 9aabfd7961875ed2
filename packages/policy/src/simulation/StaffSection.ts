/** Reads `staff` and `money` of a simulation file. */
import { defined } from "@hearback/core"
import { zone as zoneOf } from "../calendar/Zone.ts"
import { zoneMeant } from "../calendar/ZoneName.ts"
import { diagnose } from "../diagnostic/Diagnostic.ts"
import { known, knownAll, type PeopleContext, sentenceOf, spellOf, wordOf } from "../people/Context.ts"
import { days, spans } from "../read/section/Calendars.ts"
import { entriesOf, get, itemsOf, type Node } from "../source/Node.ts"
import { parseHours } from "../value/Duration.ts"
import { hoursMeant } from "../value/MeantQuantity.ts"
import { isTurned, turnedRound } from "../value/TurnedHours.ts"
import { among } from "./ArrivalSection.ts"
import { amountOf, choiceOf, figuresOf, numberOf, spreadOf, within, yesNoOf } from "./Value.ts"

type Discipline = "fifo" | "priority" | "earliest-due" | "least-slack"

/** The most people. A larger number is probably a typing error. */
const mostAlike = 10_000

/** Reads the section `staff`. */
export const staffOf = (context: PeopleContext, node: Node | undefined) => {
  if (node === undefined) return undefined
  const all = get(node, "people")
  const ids = idsOf(context, all)
  const discipline = choiceOf<Discipline>(get(node, "first"))
  return defined({
    people: all && entriesOf(all).map(({ key, value }) => workerOf(context, key.text, value, ids)),
    discipline,
    preemptive: within(context, get(node, "interrupts"), yesNoOf(get(node, "interrupts")), {
      limit: "interrupts",
      fits: (isOn) => !isOn || discipline !== "fifo"
    })
  })
}

/** Returns the people of a simulation file. Several equal people get a number behind the name. */
const idsOf = ({ told }: PeopleContext, all: Node | undefined): readonly string[] => {
  const ids = new Set<string>()
  for (const { key, value } of entriesOf(all)) {
    const count = numberOf(get(value, "count"))
    const own =
      count === undefined
        ? [key.text]
        : Array.from({ length: Math.min(count, mostAlike) }, (_, n) => `${key.text}-${n + 1}`)
    const known = own.find((id) => ids.has(id))
    if (known !== undefined) told.push(diagnose("simulation/same-person", { person: known }, key.span))
    for (const id of own) ids.add(id)
  }
  return [...ids]
}

/** Returns the skills that somebody of the staff has. */
export const skillsIn = (staff: ReturnType<typeof staffOf>): readonly string[] => [
  ...new Set((staff?.people ?? []).flatMap(({ skills }) => skills ?? []))
]

/** Returns the roles that somebody of the staff has; undefined if the staff is that of the people file. */
export const rolesIn = (staff: ReturnType<typeof staffOf>): ReadonlySet<string> | undefined =>
  staff?.people && new Set(staff.people.flatMap(({ count = 1, roles }) => (count > 0 ? roles : [])))

const workerOf = (context: PeopleContext, id: string, node: Node, ids: readonly string[]) => {
  const { bundle } = context
  const away = get(node, "away")
  const [deputy, shift] = [get(node, "deputy"), get(node, "shift")]
  if (deputy !== undefined && wordOf(deputy) === id)
    context.told.push(diagnose("people/own-deputy", { person: id }, deputy.span))
  if (shift !== undefined && get(node, "calendar") !== undefined)
    context.told.push(diagnose("simulation/limit", { limit: "hours" }, shift.span))
  const skills = get(node, "skills")
  return defined({
    id,
    name: sentenceOf(get(node, "name")),
    count: within(context, get(node, "count"), numberOf(get(node, "count")), {
      limit: "people",
      fits: (count) => count <= mostAlike
    }),
    roles: knownAll(context, "role", get(node, "roles"), Object.keys(bundle.roles)),
    department: known(context, "department", get(node, "department"), Object.keys(bundle.departments)),
    calendar: known(context, "calendar", get(node, "calendar"), Object.keys(bundle.calendars)),
    shift: shiftOf(context, id, shift),
    deputy: known(context, "person", deputy, ids),
    away: away && itemsOf(away).flatMap((item) => spellOf(context, item) ?? []),
    sickness: sicknessOf(context, get(node, "sickness")),
    atOnce: within(context, get(node, "at-once"), numberOf(get(node, "at-once")), {
      limit: "at-once",
      fits: (count) => count >= 1
    }),
    skills: skills && itemsOf(skills).flatMap((item) => wordOf(item) ?? [])
  })
}

const shiftOf = (context: PeopleContext, id: string, node: Node | undefined) => {
  if (node === undefined) return undefined
  const { bundle } = context
  return defined({
    weekly: weekOf(context, id, get(node, "hours")),
    zone: zoneIn(context, get(node, "time-zone")),
    holidays: known(context, "calendar", get(node, "holidays"), Object.keys(bundle.calendars))
  })
}

/** Returns a zone that the policy knows by its name; another zone is returned as data for the simulation. */
const zoneIn = ({ bundle, told }: PeopleContext, node: Node | undefined) => {
  const name = wordOf(node)
  if (node === undefined || name === undefined || Object.hasOwn(bundle.zones, name)) return name
  const found = zoneOf(name)
  if (found === undefined)
    told.push(diagnose("name/unknown", { kind: "time-zone", name, ...zoneMeant(name) }, node.span))
  return found && { id: found.id, from: found.from, offsetMinutes: found.offsetMinutes }
}

type Hours = readonly [startMinute: number, endMinute: number]

/** Reads seven lists of hours, Monday first. */
const weekOf = ({ told }: PeopleContext, id: string, node: Node | undefined): readonly (readonly Hours[])[] => {
  const week: Hours[][] = [[], [], [], [], [], [], []]
  for (const { key, value } of entriesOf(node))
    for (const item of itemsOf(value)) {
      const text = wordOf(item) ?? ""
      const hours = parseHours(text)
      if (hours === undefined) told.push(diagnose("value/bad-hours", { found: text, ...hoursMeant(text) }, item.span))
      else for (const day of spans.get(key.text) ?? []) week[day]?.push(hours)
      if (hours !== undefined && isTurned(hours))
        told.push(diagnose("value/hours-turned", { ...turnedRound(text), is: "overnight" }, item.span))
    }
  for (const day of week) day.sort(([a], [b]) => a - b)
  const twice = week.flatMap((day, index) =>
    overlap(day.filter((hours) => !isTurned(hours))) ? (days[index] ?? []) : []
  )
  if (node !== undefined && twice.length > 0)
    told.push(diagnose("calendar/overlapping-hours", { calendar: id, days: twice }, node.span))
  return week
}

const overlap = (day: readonly Hours[]): boolean => day.some(([from], i) => from < (day[i - 1]?.[1] ?? 0))

const sicknessOf = (context: PeopleContext, node: Node | undefined) => {
  const lasts = spreadOf(context, get(node, "lasts"))
  return lasts && { perYear: amountOf(context, get(node, "per-year")) ?? 0, lasts }
}

/** Reads the section `money`. */
export const moneyOf = (context: PeopleContext, node: Node | undefined) =>
  node &&
  defined({
    hours: figuresOf(context, get(node, "hour"), among(context, "role", Object.keys(context.bundle.roles))),
    lostCustomer: amountOf(context, get(node, "lost-customer"))
  })

/** `staff` and `money` of a simulation file. */
import { defined } from "@hearback/core"
import { diagnose } from "../diagnostic/Diagnostic.ts"
import { type Context, known, knownAll, sentenceOf, spellOf, wordOf } from "../people/Context.ts"
import { spans } from "../read/section/Calendars.ts"
import { entriesOf, get, itemsOf, type Node } from "../source/Node.ts"
import { parseHours } from "../value/Duration.ts"
import { hoursMeant } from "../value/Meant.ts"
import { among } from "./Arriving.ts"
import { amountOf, choiceOf, numberOf, spreadOf, weightsOf, yesNoOf } from "./Value.ts"

export type Discipline = "fifo" | "priority" | "earliest-due" | "least-slack"

export const staffOf = (context: Context, node: Node | undefined) => {
  if (node === undefined) return undefined
  const all = get(node, "people")
  const ids = entriesOf(all).map(({ key }) => key.text)
  return defined({
    people: all && entriesOf(all).map(({ key, value }) => workerOf(context, key.text, value, ids)),
    discipline: choiceOf<Discipline>(get(node, "first")),
    preemptive: yesNoOf(get(node, "interrupts"))
  })
}

const workerOf = (context: Context, id: string, node: Node, ids: readonly string[]) => {
  const { bundle } = context
  const away = get(node, "away")
  const skills = get(node, "skills")
  return defined({
    id,
    name: sentenceOf(get(node, "name")),
    count: numberOf(get(node, "count")),
    roles: knownAll(context, "role", get(node, "roles"), Object.keys(bundle.roles)),
    department: known(context, "department", get(node, "department"), Object.keys(bundle.departments)),
    calendar: known(context, "calendar", get(node, "calendar"), Object.keys(bundle.calendars)),
    shift: shiftOf(context, get(node, "shift")),
    deputy: known(context, "person", get(node, "deputy"), ids),
    away: away && itemsOf(away).flatMap((item) => spellOf(context, item) ?? []),
    sickness: sicknessOf(context, get(node, "sickness")),
    atOnce: numberOf(get(node, "at-once")),
    skills: skills && itemsOf(skills).flatMap((item) => wordOf(item) ?? [])
  })
}

const shiftOf = (context: Context, node: Node | undefined) => {
  if (node === undefined) return undefined
  const { bundle } = context
  return defined({
    weekly: weekOf(context, get(node, "hours")),
    zone: known(context, "time-zone", get(node, "time-zone"), Object.keys(bundle.zones)),
    holidays: known(context, "calendar", get(node, "holidays"), Object.keys(bundle.calendars))
  })
}

type Hours = readonly [startMinute: number, endMinute: number]

/** Seven lists of hours, Monday first. */
const weekOf = ({ told }: Context, node: Node | undefined): readonly (readonly Hours[])[] => {
  const week: Hours[][] = [[], [], [], [], [], [], []]
  for (const { key, value } of entriesOf(node))
    for (const item of itemsOf(value)) {
      const text = wordOf(item) ?? ""
      const hours = parseHours(text)
      if (hours === undefined) told.push(diagnose("value/bad-hours", { found: text, ...hoursMeant(text) }, item.span))
      else for (const day of spans.get(key.text) ?? []) week[day]?.push(hours)
    }
  return week.map((day) => day.sort(([a], [b]) => a - b))
}

const sicknessOf = (context: Context, node: Node | undefined) => {
  const lasts = spreadOf(context, get(node, "lasts"))
  return lasts && { perYear: amountOf(context, get(node, "per-year")) ?? 0, lasts }
}

export const moneyOf = (context: Context, node: Node | undefined) =>
  node &&
  defined({
    hours: weightsOf(context, get(node, "hour"), among(context, "role", Object.keys(context.bundle.roles))),
    lostCustomer: amountOf(context, get(node, "lost-customer"))
  })

/** The whole policy read into one bundle. What could not be read was said; a bundle with errors is not handed out. */
import { defined, Instant } from "@hearback/core"
import type { Bundle, DimensionRule } from "../bundle/Bundle.ts"
import type { Unsealed } from "../bundle/Hash.ts"
import { dig, entriesOf, get, type Tree, wordOf, wordsOf } from "../link/Tree.ts"
import { type Reading, whoOf } from "../read/Reading.ts"
import { authorityOf } from "../read/section/Authority.ts"
import { calendarsOf, zonesOf } from "../read/section/Calendars.ts"
import { channelsOf, customersOf, formOf, quarantineOf, sameCaseOf } from "../read/section/Channels.ts"
import { clocksOf } from "../read/section/Clocks.ts"
import { dictionaryOf } from "../read/section/Dictionary.ts"
import { factsOf } from "../read/section/Facts.ts"
import { governanceOf } from "../read/section/Governance.ts"
import { dimensionsOf } from "../read/section/Grading.ts"
import { endingsOf, loopsOf } from "../read/section/Loops.ts"
import { messagesOf } from "../read/section/Messages.ts"
import { ownershipOf } from "../read/section/Ownership.ts"
import { problemsOf } from "../read/section/Problems.ts"
import { titled } from "../read/Text.ts"
import { dateMeant } from "../value/Meant.ts"

/** Reads every section; `ordered` puts dimensions in an order in which each reads only those before it. */
export const unsealedOf = (
  r: Reading,
  zone: string,
  ordered: (dimensions: readonly DimensionRule[]) => readonly DimensionRule[]
): Unsealed => {
  const { root } = r
  const calendar = wordOf(get(get(root, "clock-defaults"), "calendar"))
  const calendars = calendarsOf(r, zone)
  const effective = dateOf(r, get(root, "effective"))
  const sections = {
    roles: Object.fromEntries(entriesOf(get(root, "roles")).map(([name, role]) => [name, titled(r, role)])),
    departments: departmentsOf(r, get(root, "departments")),
    facts: factsOf(r),
    events: wordsOf(get(root, "events")),
    channels: channelsOf(r),
    form: formOf(r, get(get(root, "intake"), "form")),
    quarantine: quarantineOf(r),
    sameCase: sameCaseOf(r),
    split: wordOf(dig(root, "intake", "split")) === "from-split" ? ("from-split" as const) : ("from-receipt" as const),
    customers: customersOf(r),
    dictionary: dictionaryOf(r),
    grading: ordered(dimensionsOf(r)),
    ownership: ownershipOf(r),
    loops: loopsOf(r),
    clocks: clocksOf(r),
    endings: endingsOf(r),
    authority: authorityOf(r),
    problems: problemsOf(r),
    messages: messagesOf(r),
    ...governanceOf(r)
  }
  return defined({
    hearback: 1,
    id: wordOf(get(root, "policy")) ?? wordOf(get(root, "pack")) ?? "",
    ...titled(r, root),
    effective,
    language: r.language,
    zone,
    currency: r.currency,
    zones: { ...zonesOf(calendars), [zone]: r.zone },
    calendars,
    defaultCalendar: calendar === undefined || calendar === "of-owner" ? "always" : calendar,
    ...sections,
    // Last, because reading the other sections is what finds out which inputs are used.
    inputs: [...r.inputs.all()]
  })
}

/** Reads a date such as `2027-01-01`, or says that it is none. */
export const dateOf = (r: Reading, tree: Tree | undefined): string | undefined => {
  const date = wordOf(tree)
  if (tree === undefined || date === undefined || Instant.parseDate(date) !== undefined) return date
  r.say("value/bad-date", tree, { found: date, ...dateMeant(date) })
  return undefined
}

const departmentsOf = (r: Reading, tree: Tree | undefined): Bundle["departments"] =>
  Object.fromEntries(
    entriesOf(tree).map(([name, department]) => [
      name,
      {
        ...titled(r, department),
        contact: whoOf(r, get(department, "contact")),
        head: whoOf(r, get(department, "head"))
      }
    ])
  )

/**
 * Reads the whole policy into one bundle. Faults were reported while reading; a bundle with errors is not returned to
 * callers of the package.
 */
import { defined, Instant } from "@hearback/core"
import type { Bundle, DimensionRule } from "../bundle/Bundle.ts"
import type { UnhashedBundle } from "../bundle/Hash.ts"
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
import { dateMeant } from "../value/MeantQuantity.ts"

/** Reads every section. `ordered` sorts dimensions so that each reads only earlier ones. */
export const unsealedOf = (
  reading: Reading,
  zone: string,
  ordered: (dimensions: readonly DimensionRule[]) => readonly DimensionRule[]
): UnhashedBundle => {
  const { root } = reading
  const calendar = wordOf(get(get(root, "clock-defaults"), "calendar"))
  const calendars = calendarsOf(reading, zone)
  const effective = dateOf(reading, get(root, "effective"))
  const sections = {
    roles: Object.fromEntries(entriesOf(get(root, "roles")).map(([name, role]) => [name, titled(reading, role)])),
    departments: departmentsOf(reading, get(root, "departments")),
    facts: factsOf(reading),
    events: wordsOf(get(root, "events")),
    channels: channelsOf(reading),
    form: formOf(reading, get(get(root, "intake"), "form")),
    quarantine: quarantineOf(reading),
    sameCase: sameCaseOf(reading),
    split: wordOf(dig(root, "intake", "split")) === "from-split" ? ("from-split" as const) : ("from-receipt" as const),
    customers: customersOf(reading),
    dictionary: dictionaryOf(reading),
    grading: ordered(dimensionsOf(reading)),
    ownership: ownershipOf(reading),
    loops: loopsOf(reading),
    clocks: clocksOf(reading),
    endings: endingsOf(reading),
    authority: authorityOf(reading),
    problems: problemsOf(reading),
    messages: messagesOf(reading),
    ...governanceOf(reading)
  }
  return defined({
    hearback: 1,
    id: wordOf(get(root, "policy")) ?? wordOf(get(root, "pack")) ?? "",
    ...titled(reading, root),
    effective,
    language: reading.language,
    zone,
    currency: reading.currency,
    zones: { ...zonesOf(calendars), [zone]: reading.zone },
    calendars,
    defaultCalendar: calendar === undefined || calendar === "of-owner" ? "always" : calendar,
    ...sections,
    // Inputs are read last, because the other sections decide which inputs are used.
    inputs: [...reading.inputs.all()]
  })
}

/** Returns a date such as `2027-01-01` from its text, or adds a finding that it is no date. */
export const dateOf = (reading: Reading, tree: Tree | undefined): string | undefined => {
  const date = wordOf(tree)
  if (tree === undefined || date === undefined || Instant.parseDate(date) !== undefined) return date
  reading.say("value/bad-date", tree, { found: date, ...dateMeant(date) })
  return undefined
}

const departmentsOf = (reading: Reading, tree: Tree | undefined): Bundle["departments"] =>
  Object.fromEntries(
    entriesOf(tree).map(([name, department]) => [
      name,
      {
        ...titled(reading, department),
        contact: whoOf(reading, get(department, "contact")),
        head: whoOf(reading, get(department, "head"))
      }
    ])
  )

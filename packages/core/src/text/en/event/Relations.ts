/** How the case stands to others. */

import type { LinkedAs, RelationsEvents } from "../../../case/track/Relations.ts"
import { short } from "../../shape/Parts.ts"
import { spoken } from "../../shape/Said.ts"
import type { EventLines } from "../../shape/Voice.ts"
import { count } from "../form/Form.ts"

type Linked = Readonly<Record<Exclude<LinkedAs, "problem">, (to: string) => string>>
const linked: Linked = {
  "same-cause": (to) => `linked to ${to}, which has the same cause`,
  recurrence: (to) => `recurred as ${to}`,
  earlier: (to) => `possibly a recurrence of ${to}, which is closed`,
  mentioned: (to) => `mentions ${to}, another customer's case`,
  origin: (to) => `was split from ${to}`,
  "found-in": (to) => `was found in ${to}`,
  finding: (to) => `led to ${to}`
}

export const relations: EventLines<RelationsEvents> = {
  "case-split": (event, wording) =>
    `${wording.who(event.by)} split off ${event.to}: ${spoken(event.text)}${wording.why(event.reason)}`,
  "case-followed": (event) => `the customer's message after the case ended is handled in ${event.to}`,
  "case-merged": (event, wording) =>
    `${wording.who(event.by)} merged the case into ${event.into}${wording.why(event.reason)}`,
  "case-linked": (event) =>
    event.as === "problem" ? `added to problem ${short(event.to)}` : linked[event.as](event.to),
  "case-unlinked": (event) => `no longer part of problem ${short(event.from)}`,
  "problem-told": (event) =>
    event.progress === "failed"
      ? `prevention of the same cause has failed in ${event.by ?? ""}`
      : event.by !== undefined
        ? `prevention of the same cause is in place in ${event.by}`
        : `${count(event.customers, "customer reports", "customers report")} the same problem, in ${count(event.cases, "case", "cases")}${event.open ? "; the problem is open" : ""}`,
  "problem-progressed": (event, wording) =>
    event.progress === "failed"
      ? `prevention of problem ${short(event.problem)} has failed`
      : `${wording.gate(event.gate)} covers every case of problem ${short(event.problem)}`,
  "problem-closed": (event) =>
    `problem ${short(event.problem)} is closed: its prevention proved effective in ${event.by}`
}

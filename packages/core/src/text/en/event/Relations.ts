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
  "case-split": (e, v) => `${v.who(e.by)} split off ${e.to}: ${spoken(e.text)}${v.why(e.reason)}`,
  "case-followed": (e) => `the customer's message after the end is handled in ${e.to}`,
  "case-merged": (e, v) => `${v.who(e.by)} merged the case into ${e.into}${v.why(e.reason)}`,
  "case-linked": (e) => (e.as === "problem" ? `added to problem ${short(e.to)}` : linked[e.as](e.to)),
  "case-unlinked": (e) => `no longer part of problem ${short(e.from)}`,
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
  "problem-closed": (e) => `problem ${short(e.problem)} is closed: its prevention proved effective in ${e.by}`
}

/** Computes what scenarios exercised, from their events and the states between them. */
import { Case, Inputs, Policy, Ranges, type Table } from "@hearback/core"
import type { Observed, Refused } from "../scenario/Observations.ts"
import type { CoverageSubject, Reached } from "./Items.ts"
import * as Key from "./Key.ts"

/** Returns the keys of everything that one scenario exercised. */
export const coveredBy = (subject: CoverageSubject, { cases, refused, sent }: Observed): ReadonlySet<string> => {
  const covered = new Set<string>(sent.map(Key.sent))
  for (const { id, events } of cases) follow(subject, id, events, covered)
  for (const one of refused) noteRefused(subject, one, covered)
  return covered
}

const follow = (
  subject: CoverageSubject,
  id: string,
  events: readonly Case.CaseEvent[],
  covered: Set<string>
): void => {
  const { policy, tables } = subject
  let before = Case.empty(id)
  let seen: Inputs.SeenVector = { policy, of: before, vector: Inputs.inputs(policy, before) }
  for (const event of events) {
    const after = Case.evolve(before, event)
    const asked = seen.vector
    seen = Inputs.again(seen, after)
    for (const table of tables) {
      const moments = new Set(table.moments.map((moment) => moment(event, after)))
      if (moments.has("before")) noteTable(table, asked, covered)
      if (moments.has("after")) noteTable(table, seen.vector, covered)
    }
    noteEvent(policy, event, after, covered)
    before = after
  }
}

const noteTable = ({ table, isCondition, reach }: Reached, inputs: Policy.Inputs, covered: Set<string>): void => {
  const row = Policy.row(table, inputs)
  if (row >= 0) covered.add(Key.row(table, row))
  if (isCondition && row >= 0) covered.add(Key.condition(table, "held"))
  if (isCondition && row < 0 && Policy.holds({ rule: table.id, table }, inputs) === "no")
    covered.add(Key.condition(table, "not-held"))
  for (const bound of reach.bounds)
    if ((row < 0 || row >= bound.row) && fits(table, bound.cells, inputs)) covered.add(Key.bound(table, bound))
}

const fits = (table: Table.Table, cells: Table.TableRow["cells"], inputs: Policy.Inputs): boolean =>
  table.slots.every((slot, column) => {
    const cell = cells[column] ?? null
    return cell === null || Ranges.has(cell, inputs[slot] ?? Number.NaN)
  })

const gateParts = {
  "gate-opened": "opened",
  "gate-passed": "passed",
  "gate-explained": "explained",
  "gate-waived": "waived"
} as const

const spent = {
  compensated: ["compensate.per-case", "compensate.per-day", "compensate.per-month", "compensate.per-year"],
  discounted: ["discount"],
  "resources-granted": ["resources"]
} as const

/** Returns what the names and rules of an event show. */
const noteEvent = (policy: Policy.Policy, event: Case.CaseEvent, after: Case.Case, covered: Set<string>): void => {
  const loop = Policy.loopOf(policy, after.lifecycle.loop)
  const note = (clock: string, what: string): void => {
    const rule = loop?.clocks.get(clock)
    if (rule !== undefined) covered.add(Key.clock(Key.clockOf(rule), what))
  }
  switch (event.event) {
    case "gate-opened":
    case "gate-passed":
    case "gate-explained":
    case "gate-waived":
      covered.add(Key.gate(loop?.gates.get(event.gate)?.path ?? "", gateParts[event.event]))
      break
    case "clock-started":
      note(event.clock, "started")
      break
    case "clock-met":
      note(event.clock, "met")
      break
    case "clock-missed":
      note(event.clock, "missed")
      break
    case "clock-reminded":
    case "clock-escalated":
      note(event.clock, event.mark)
      break
    case "compensated":
    case "discounted":
    case "resources-granted": {
      const { limits } = policy.bundle.authority
      // A person to whom somebody lent the power did not act within a limit of their own.
      const holder = limits.find(({ role }) => event.why?.startsWith(`authority.limits.${role}.`))
      if (holder !== undefined)
        for (const key of spent[event.event]) covered.add(Key.limit(`authority.limits.${holder.role}.${key}`, "within"))
      break
    }
    case "approval-asked":
      for (const rule of event.approval.rules) covered.add(Key.limit(rule, "above"))
      break
    case "command-refused":
      for (const rule of event.rules) covered.add(Key.limit(rule, "above"))
      break
  }
}

const noteRefused = ({ policy, tables }: CoverageSubject, refused: Refused, covered: Set<string>): void => {
  const { command, gate, reasons, state } = refused
  for (const { rule } of reasons) if (rule !== undefined) covered.add(Key.limit(rule, "above"))
  const rule = gate === undefined ? undefined : Policy.loopOf(policy, state.lifecycle.loop)?.gates.get(gate)
  if (rule !== undefined) covered.add(Key.gate(rule.path, "refused"))
  const inputs = Inputs.inputs(policy, state)
  for (const table of tables) if (table.refused?.(command, gate, state)) noteTable(table, inputs, covered)
}

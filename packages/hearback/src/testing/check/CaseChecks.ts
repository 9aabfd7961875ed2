/** Checks of a case for any test runner. Each tells what was found and the line of the policy that decided it. */
import { type Command, Instant } from "@hearback/core"
import type { Place } from "../../answer/Place.ts"
import * as Shape from "../../call/Shape.ts"
import type { CaseView } from "../../case/CaseView.ts"
import type { ClockView } from "../../case/ClockView.ts"
import { readOf } from "./CheckedCase.ts"

/** The result of a check of a case. */
export interface Checked {
  /** Whether the case is as expected. */
  readonly ok: boolean
  /** The expectation, the actual value, and the line of the policy that decided it. */
  readonly says: string
}

const line = (place: Place | undefined): string =>
  place === undefined ? "" : `; decided by ${place.file}:${place.line} (${place.rule})`

/** Makes a check that fails for a case that `get` did not find. */
const found =
  <A extends readonly unknown[]>(check: (view: CaseView, ...asked: A) => Checked) =>
  (view: CaseView | undefined, ...asked: A): Checked =>
    view === undefined ? { ok: false, says: "`get` found no such case" } : check(view, ...asked)

/** Checks whether a person owns the case. */
export const checkOwner = found((view, owner: string) => ({
  ok: view.owner === owner,
  says: `case ${view.id} is owned by ${view.owner}; expected: ${owner}${line(readOf(view)?.owner)}`
}))

const clockIn = ({ clocks, waits }: CaseView, name: string): ClockView | undefined =>
  [...clocks, ...waits].find((clock) => clock.name === name)

/** Returns the message for a clock that has not started, with a similar name that was probably meant. */
const notStarted = (view: CaseView, name: string, asked: string): Checked => {
  const started = [...view.clocks, ...view.waits].map((clock) => clock.name)
  const known = started.length === 0 ? "none has" : `these have: ${started.join(", ")}`
  return { ok: false, says: `the clock ${name} of case ${view.id} has not started (${known}); ${asked}` }
}

/**
 * Checks whether a clock is due at an instant: a `Date`, an instant with its offset, or a local time in the policy's
 * zone, `2026-11-17 17:00` or only `2026-11-17`.
 */
export const checkDue = found((view: CaseView, name: string, due: Date | string): Checked => {
  mustBeTime(view, due)
  const asked = `expected: due ${typeof due === "string" ? due : due.toISOString()}`
  const clock = clockIn(view, name)
  if (clock === undefined) return notStarted(view, name, asked)
  const known = readOf(view)
  const at = clock.dueAt?.getTime()
  const seen = at === undefined ? "never due" : `due ${known?.text(at) ?? new Date(at).toISOString()}`
  return {
    ok: at !== undefined && isDue(view, at, due),
    says: `the clock ${name} of case ${view.id} is ${seen}; ${asked}${line(clock.place)}`
  }
})

const isDay = (due: Date | string): due is string => typeof due === "string" && /^\d{4}-\d{2}-\d{2}$/.test(due)

const instantOf = (view: CaseView, due: Date | string): number | undefined => {
  if (due instanceof Date) return due.getTime()
  const known = readOf(view)
  return known === undefined ? Date.parse(due) : known.instant(due)
}

/** Throws for a date that no calendar has, such as 2025-02-29, because no clock could ever be due then. */
const mustBeTime = (view: CaseView, due: Date | string): void => {
  const instant = isDay(due) ? Instant.parseDate(due) : instantOf(view, due)
  if (instant === undefined || Number.isNaN(instant))
    throw Shape.invalid(
      `\`${String(due)}\` is neither a day such as 2026-11-17 nor an instant such as 2026-11-17 17:00`
    )
}

const isDue = (view: CaseView, at: number, due: Date | string): boolean =>
  isDay(due) ? readOf(view)?.day(at) === due : instantOf(view, due) === at

/** Checks whether a deadline was missed and no later report refuted it. */
export const checkMissed = found((view: CaseView, name: string): Checked => {
  const clock = clockIn(view, name)
  if (clock === undefined) return notStarted(view, name, "expected: missed")
  const { missed, state, place } = clock
  const seen = missed === undefined ? `${state}, and was not missed` : `${missed.refuted ? "refuted" : "missed"}`
  return {
    ok: missed !== undefined && !missed.refuted,
    says: `the clock ${name} of case ${view.id} is ${seen}; expected: missed${line(place)}`
  }
})

/** The name of a command that people give. */
export type Verb = Exclude<Command.Verb, "submit" | "join">

/** Checks whether the reader of the case may give a command on it now. `at`: the gate that the command is about. */
export const checkAllowed = found((view: CaseView, command: Verb, at?: string): Checked => {
  const asked = at === undefined ? command : `${command} ${at}`
  const about = view.permissions.filter((one) => one.command === command && (at === undefined || one.gate === at))
  const denied = about.flatMap(({ reasons }) => reasons)
  const why =
    about.length === 0
      ? `case ${view.id} has no gate, clock or request for it`
      : denied.map(({ message, place }) => `${message}${line(place)}`).join("; ")
  const ok = about.some(({ allowed }) => allowed)
  return { ok, says: `${asked} is ${ok ? "allowed" : "not allowed"} on case ${view.id}${ok ? "" : `: ${why}`}` }
})

/**
 * Checks whether a case is closed. With `"customer-loop"`: whether the customer loop is closed, even if improvement
 * continues.
 */
export const checkClosed = found((view: CaseView, side?: "customer-loop"): Checked => {
  const ok = view.state !== "open" && (side !== undefined || view.state !== "customer-loop-closed")
  const holding = view.gates
    .filter((gate) => (side === undefined || gate.side === side) && (gate.state === "open" || gate.state === "waiting"))
    .map(({ name, state, place }) => `${name} is ${state}${line(place)}`)
  const seen = ok ? `closed${view.outcome === undefined ? "" : ` (${view.outcome})`}` : "not closed"
  const says = `${side === undefined ? "" : "the customer loop of "}case ${view.id} is ${seen}`
  return { ok, says: ok || holding.length === 0 ? says : `${says}: ${holding.join("; ")}` }
})

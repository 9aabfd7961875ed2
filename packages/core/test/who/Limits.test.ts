/** Every limit of a role counts over its own time: one test a row. */
import { describe, expect, it } from "vitest"
import type { LedgerEntry } from "../../src/case/Gathered.ts"
import type { LimitRule } from "../../src/policy/Bundle.ts"
import { london } from "../../src/testing/Cast.ts"
import { instant } from "../../src/testing/Spec.ts"
import { exceeded, isWindowed, type Use } from "../../src/who/Limits.ts"

const gave = (at: string, power: LedgerEntry["power"] = "compensate"): LedgerEntry => ({
  case: "A",
  power,
  amount: 60,
  at: instant(at)
})

const use = (change: Partial<Use> = {}): Use => ({
  power: "compensate",
  amount: 50,
  onCase: 0,
  ledger: [],
  at: instant("2026-11-16 12:00"),
  ...change
})

const over = (limits: Partial<LimitRule>, given: Use): readonly string[] =>
  exceeded({ zone: london }, { role: "agent", close: [], regrade: [], waive: [], ...limits }, given)

/** A limit of 100, what is within the same time as the 16th of November 2026, and what is just outside of it. */
const windows = [
  ["perDay", "per-day", ["2026-11-16 00:00", "2026-11-16 11:59"], ["2026-11-15 23:59", "2025-11-16 12:00"]],
  ["perMonth", "per-month", ["2026-11-01 00:00", "2026-11-15 09:00"], ["2026-10-31 23:59", "2025-11-16 12:00"]],
  ["perYear", "per-year", ["2026-01-01 00:00", "2026-10-01 09:00"], ["2025-12-31 23:59"]]
] as const

describe.each(windows)("a limit %s", (key, name, within, outside) => {
  it.each(within)("counts what was given on %s", (at) =>
    expect(over({ compensate: { [key]: 100 } }, use({ ledger: [gave(at)] }))).toEqual([
      `authority.limits.agent.compensate.${name}`
    ])
  )

  it.each(outside)("does not count what was given on %s", (at) =>
    expect(over({ compensate: { [key]: 100 } }, use({ ledger: [gave(at)] }))).toEqual([])
  )

  it("counts its own power alone, takes as much as it says, and is one over time", () => {
    expect(over({ compensate: { [key]: 100 } }, use({ ledger: [gave("2026-11-16 09:00", "discount")] }))).toEqual([])
    expect(over({ compensate: { [key]: 110 } }, use({ ledger: [gave("2026-11-16 09:00")] }))).toEqual([])
    expect(over({ compensate: { [key]: null } }, use({ ledger: [gave("2026-11-16 09:00")], amount: 9999 }))).toEqual([])
    expect(isWindowed({ role: "agent", compensate: { [key]: 100 } } as unknown as LimitRule)).toBe(true)
  })
})

it("a limit of a case counts what was given on it, and is not one over time", () => {
  const limits = { compensate: { perCase: 100 } }
  expect(over(limits, use({ onCase: 50 }))).toEqual([])
  expect(over(limits, use({ onCase: 51 }))).toEqual(["authority.limits.agent.compensate.per-case"])
  expect(over(limits, use({ ledger: [gave("2026-11-16 09:00")] }))).toEqual([])
  expect(isWindowed({ role: "agent", ...limits } as unknown as LimitRule)).toBe(false)
})

it.each([
  ["discount", "discount"],
  ["grant", "resources"]
] as const)("a limit of %s is that of a case", (power, key) => {
  expect(over({ [key]: 100 }, use({ power, onCase: 50 }))).toEqual([])
  expect(over({ [key]: 100 }, use({ power, onCase: 51 }))).toEqual([`authority.limits.agent.${key}`])
  expect(over({ [key]: null }, use({ power, onCase: 9999 }))).toEqual([])
  expect(over({}, use({ power }))).toEqual(["authority.limits.agent"])
})

it("who has no limit gives nothing", () => {
  expect(exceeded({ zone: london }, undefined, use())).toEqual(["authority.limits"])
  expect(over({}, use())).toEqual(["authority.limits.agent"])
})

/** Every limit of a role counts over its own time: one test a row. */
import { describe, expect, it } from "vitest"
import type { LedgerEntry } from "../../src/case/Gathered.ts"
import type { LimitRule } from "../../src/policy/Bundle.ts"
import { policy } from "../../src/testing/Build.ts"
import { london } from "../../src/testing/Cast.ts"
import { instant } from "../../src/testing/Spec.ts"
import { authorityOf, inForce, versionOf } from "../../src/who/AuthorityInForce.ts"
import { above, covers, exceeded, isWindowed, limitsOf, type Use } from "../../src/who/Limits.ts"

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

it.each([
  ["perDay", "2026-11-15 16:00", "2026-11-15 15:59"],
  ["perMonth", "2026-10-31 16:00", "2026-10-31 15:59"],
  ["perYear", "2025-12-31 16:00", "2025-12-31 15:59"]
])("a limit %s begins at midnight on the wall of its zone", (key, within, outside) => {
  const shanghai = { id: "Asia/Shanghai", from: [], offsetMinutes: [480] }
  const limit = { role: "agent", close: [], regrade: [], waive: [], compensate: { [key]: 100 } }
  const counts = (at: string) => exceeded({ zone: shanghai }, limit, use({ ledger: [gave(at)] })).length === 1
  expect([counts(within), counts(outside)]).toEqual([true, false])
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

it("a month is that of one year", () => {
  const limits = { compensate: { perMonth: 100 } }
  const may = use({ at: instant("2038-12-16 12:00"), ledger: [gave("2026-12-16 09:00"), gave("2037-12-16 09:00")] })
  expect(over(limits, may)).toEqual([])
  // A year of twelve months more, and a month less.
  expect(over(limits, use({ ledger: [gave("2014-12-16 09:00")] }))).toEqual([])
})

it("a role that may give other things alone has no limit over time", () => {
  const role = { role: "agent", close: [], regrade: [], waive: [] }
  expect(isWindowed(role)).toBe(false)
  expect(isWindowed({ ...role, compensate: { perDay: null } })).toBe(false)
})

describe("a list of names", () => {
  it.each<readonly [list: readonly string[] | "all" | undefined, names: readonly string[], is: boolean]>([
    ["all", [], true],
    ["all", ["P1"], true],
    [undefined, ["P1"], false],
    [[], ["P1"], false],
    [["P1"], ["P1"], true],
    [["P1", "P2"], ["P2", "P9"], true],
    [["P1"], ["P2"], false],
    [["P1"], [], false]
  ])("%j covers one of %j: %j", (list, names, is) => expect(covers(list, names)).toBe(is))
})

describe("the ladder", () => {
  const own = policy()
  const at = (...roles: readonly string[]) => limitsOf(own, roles)?.role
  const higher = (...roles: readonly string[]) => above(own, limitsOf(own, roles)).map(({ role }) => role)
  it("gives whoever has several roles the strongest", () => {
    expect([at("agent"), at("director", "agent"), at("quality"), at()]).toEqual([
      "agent",
      "director",
      undefined,
      undefined
    ])
  })
  it("has above a role those that follow, and above none all of them", () => {
    expect([higher("agent"), higher("supervisor", "agent"), higher("director"), higher("quality")]).toEqual([
      ["supervisor", "director"],
      ["director"],
      [],
      ["agent", "supervisor", "director"]
    ])
  })
})

it("what is in force at the decision decides, and the policy of the case where nothing else is", () => {
  const own = policy()
  const zone = { ...london, id: "elsewhere" }
  const rule = { ...own.bundle.authority, apart: ["grant", "close"] as const }
  const decision = (authority?: object) => ({ policy: own, meta: { gathered: { authority } } }) as never
  const other = decision({ content: "build-2", rule, zone })
  expect([versionOf(other), authorityOf(other), inForce(other)]).toEqual([
    "build-2",
    rule,
    { bundle: { authority: rule }, zone }
  ])
  const same = decision()
  expect([versionOf(same), authorityOf(same), inForce(same).zone]).toEqual(["build-1", own.bundle.authority, own.zone])
  expect(inForce(decision({ content: "build-2", rule })).zone).toBe(own.zone)
})

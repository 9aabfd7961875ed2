import "hearback/vitest"
import type { SimulatedFigure, SimulationComparison } from "hearback/simulation"
import { checkAllowed, checkClosed, checkDue, checkMissed, checkOwner, testLoop } from "hearback/testing"
import { describe, expect, it } from "vitest"
import { people, policy, words } from "../First.ts"

const opened = async () => {
  const loop = await testLoop(policy, { at: "2026-11-16 09:40", people })
  const { case: id } = await loop.submit(words)
  const read = async (by?: string) =>
    (await (by === undefined ? loop : loop.for({ actor: { id: by } })).get(id)) ?? expect.fail("no case")
  return { loop, id, read }
}

/** Returns the message of a failing assertion. */
const failure = (act: () => void): string => {
  try {
    act()
  } catch (error) {
    return (error as Error).message
  }
  return expect.fail("it passed")
}

describe("matchers of a case", () => {
  it("pass if it is true, and fail with the deciding line of the policy", async () => {
    const { read } = await opened()
    const view = await read()
    expect(view).toBeOwnedBy("agent-7")
    expect(view).not.toBeOwnedBy("supervisor-2")
    expect(failure(() => expect(view).toBeOwnedBy("supervisor-2"))).toMatch(
      /^case \S+ is owned by agent-7; expected: supervisor-2; decided by pack:starter:\d+ \(ownership/
    )
    expect(failure(() => expect(view).not.toBeOwnedBy("agent-7"))).toMatch(/is owned by agent-7/)
    expect(view).toHaveDue("agreed", "2026-11-17 17:00")
    expect(view).toHaveDue("agreed", "2026-11-17")
    expect(view).toHaveDue("agreed", new Date("2026-11-17T09:00:00Z"))
    expect(view).toHaveDue("agreed", "2026-11-17T17:00+08:00")
    expect(failure(() => expect(view).toHaveDue("agreed", "2026-11-18"))).toMatch(
      /is due 2026-11-17 17:00; expected: due 2026-11-18; decided by first\.policy\.yaml:12 \(clocks\.agreed/
    )
    expect(failure(() => expect(view).toHaveDue("agred", "2026-11-18"))).toMatch(
      /the clock agred of case \S+ has not started \(these have: acknowledged, .*agreed/
    )
    for (const never of ["soon", "2025-02-29", "2025-02-29 17:00", new Date(Number.NaN)])
      expect(() => expect(view).toHaveDue("agreed", never)).toThrow(/neither a day .* nor an instant/)
  })

  it("recognise a missed deadline", async () => {
    const { loop, read } = await opened()
    expect(await read()).not.toHaveMissed("agreed")
    await loop.advance("2 working days")
    expect(await read()).toHaveMissed("agreed")
    expect(failure(() => expect(0).toHaveMissed("agreed"))).toMatch(
      /takes a case, the result of `await loop\.get\(id\)`/
    )
  })

  it("know what the reader may do, and why not", async () => {
    const { read } = await opened()
    expect(await read("agent-7")).toAllow("pass", "acknowledged")
    expect(await read("agent-7")).not.toAllow("pass", "told")
    const view = await read("agent-7")
    expect(failure(() => expect(view).toAllow("pass", "told"))).toMatch(
      /^pass told is not allowed on case \S+: .*; decided by pack:starter:\d+/
    )
    expect(failure(() => expect(view).toAllow("pass", "nowhere"))).toMatch(/no gate, clock or request for it/)
  })

  it("know whether it is closed, and what keeps it open", async () => {
    const { loop, read } = await opened()
    const view = await read()
    expect(failure(() => expect(view).toBeClosed())).toMatch(
      /is not closed: acknowledged is open; decided by pack:starter:\d+ .*told is waiting/
    )
    const at = {
      received: "2026-11-02T01:00Z",
      history: { answered: "2026-11-03T01:00Z", closed: "2026-11-04T01:00Z" }
    }
    const past = await loop.submit({ ...words, customer: "C-18", ...at })
    const closed = await loop.get(past.case)
    expect(closed).toBeClosed()
    expect(closed).toBeClosed("customer-loop")
    expect(failure(() => expect(closed).not.toBeClosed())).toMatch(/is closed/)
  })

  it("report that there is no case if `get` found none", () => {
    const all = [
      checkOwner(undefined, "x"),
      checkDue(undefined, "agreed", "2026-11-17"),
      checkMissed(undefined, "agreed")
    ]
    for (const checked of [...all, checkAllowed(undefined, "accept"), checkClosed(undefined)])
      expect(checked).toEqual({ ok: false, says: "`get` found no such case" })
  })

  it("work without vitest", async () => {
    const { read } = await opened()
    const view = await read("agent-7")
    expect([checkOwner(view, "agent-7"), checkDue(view, "agreed", "2026-11-17"), checkMissed(view, "agreed")]).toEqual([
      { ok: true, says: expect.any(String) },
      { ok: true, says: expect.any(String) },
      { ok: false, says: expect.stringMatching(/running, and was not missed/) }
    ])
    expect([checkAllowed(view, "pass", "acknowledged").ok, checkClosed(view).ok]).toEqual([true, false])
  })
})

describe("matchers of a simulation", () => {
  const figure = (low: number, high: number): SimulatedFigure => ({
    title: "agreed: deadlines met",
    metric: "attainment",
    about: { clock: "agreed" },
    statistic: "mean",
    status: "estimated",
    value: (low + high) / 2,
    low,
    high,
    count: 100,
    replications: 10,
    place: { file: "policy.yaml", line: 12, column: 3, rule: "clocks.agreed.within" }
  })

  it("pass and fail by the interval, and an inconclusive figure passes neither way", () => {
    expect(figure(0.96, 0.98)).toBeMetAtLeast(0.95)
    expect(figure(0.96, 0.98)).toBeMetAtLeast("95%")
    expect(figure(0.9, 0.94)).not.toBeMetAtLeast(0.95)
    expect(failure(() => expect(figure(0.9, 0.94)).toBeMetAtLeast(0.95))).toMatch(/policy\.yaml:12/)
    expect(failure(() => expect(figure(0.92, 0.96)).toBeMetAtLeast(0.95))).toMatch(/about 40 are needed/)
    expect(failure(() => expect(figure(0.92, 0.96)).not.toBeMetAtLeast(0.95))).toMatch(/about 40 are needed/)
    expect({ ...figure(0.2, 0.3), metric: "utilisation" as const }).toBeAtMost(0.8)
    expect({ ...figure(0.2, 0.3), metric: "utilisation" as const }).toBeAtLeast("10%")
    expect(() => expect(0.97).toBeMetAtLeast(0.95)).toThrow(/takes a figure of a report/)
    const law = { lives: 1, spoke: 1, says: "the law “x” is broken: A.owner" }
    expect({ ...law, ok: true }).toHold()
    expect(failure(() => expect({ ...law, ok: false }).toHold())).toMatch(/the law “x” is broken/)
    expect(() => expect(true).toHold()).toThrow(/takes the result of `await checkPolicy/)
    expect(() => expect({}).toBeNoWorseThan({ clock: "told" })).toThrow(/takes the result of `await compare/)
  })

  it("do not compile with a wrong name", () => {
    const wrong = (comparison: SimulationComparison): void => {
      // @ts-expect-error an unknown command
      expect({}).toAllow("compensat")
      // @ts-expect-error an unknown side
      expect({}).toBeClosed("customer")
      // @ts-expect-error an unknown name of a figure
      expect(comparison).toBeNoWorseThan({ clocks: "told" })
      // @ts-expect-error the clock comes first
      expect({}).toHaveDue(new Date())
    }
    expect(typeof wrong).toBe("function")
  })
})

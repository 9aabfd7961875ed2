/** Routines at times of day: each time opens one case, whoever ticks and when, with its own record and figures. */
import { join } from "node:path"
import { expect, it } from "vitest"
import { memory } from "../../src/index.ts"
import { type TestLoop, testLoop } from "../../src/testing.ts"

const here = import.meta.dirname
const opened = (at: string, store = memory()): Promise<TestLoop> =>
  testLoop(join(here, "routine.policy.yaml"), { at, store, people: join(here, "people.yaml") })
const pieces = async (loop: TestLoop) => (await loop.list({ kind: "routine", state: "all", order: "received" })).items
const instants = async (loop: TestLoop): Promise<readonly string[]> =>
  (await pieces(loop)).map(({ receivedAt }) => receivedAt.toISOString().slice(0, 16))

it("each time opens one case at its own instant, however late the tick and by however many processes", async () => {
  const store = memory()
  const first = await opened("2026-11-16 08:00", store)
  await first.tick()
  // Nobody ticks for three weeks; then two do.
  const [one, other] = [await opened("2026-12-01 12:00", store), await opened("2026-12-01 12:00", store)]
  await Promise.all([one.tick(), other.tick()])
  const all = ["2026-11-16T02:00", "2026-11-23T02:00", "2026-11-30T02:00"]
  expect([await instants(one), await instants(other)]).toEqual([all, all])
  await other.tick()
  expect(await instants(other)).toEqual(all)
  expect((await one.verify()).ok).toBe(true)
})

it("says when it comes next, and begins with the first time after it came into force", async () => {
  const loop = await opened("2026-11-16 10:01")
  expect((await loop.tick()).nextDue?.toISOString()).toBe("2026-11-23T02:00:00.000Z")
  expect(await instants(loop)).toEqual([])
})

it("is done by the people of its role who are present, and is in their worklist", async () => {
  const loop = await opened("2026-11-16 08:00")
  await loop.advance("2026-11-16 10:00")
  await loop.advance("2026-11-23 10:00")
  expect((await pieces(loop)).map(({ owner }) => owner)).toEqual(["ann", "mia"])
  const [first] = (await loop.list({ for: "ann" })).items
  expect(first).toMatchObject({ kind: "routine" })
})

it("counts as done in time, late or missed, and in no other figure", async () => {
  const loop = await opened("2026-11-16 08:00")
  await loop.advance("2026-12-01 12:00")
  const [, second] = await pieces(loop)
  const owner = loop.for({ actor: { id: second?.owner ?? "" } })
  const done = await owner.execute(second?.id ?? "", { do: "pass", gate: "looked", result: "nothing found" })
  expect(done).toMatchObject({ ok: true })
  const { figures, heard } = await loop.measures()
  const shares = Object.fromEntries(figures.map(({ measure, says }) => [measure, says]))
  expect(shares).toMatchObject({ "routine-on-time": "0%", "routine-late": "33.3%", "routine-missed": "66.7%" })
  expect([heard, shares["volume"], shares["kept"]]).toEqual([[], "0", undefined])
})

/** Limits with the handle of a host: amounts that are split over cases, and who is asked above a limit. */
import { afterEach, describe, expect, it } from "vitest"
import type { Outcome } from "../src/index.ts"
import { type TestLoop, testLoop } from "../src/testing.ts"
import { shop } from "./Shop.ts"

let loop: TestLoop | undefined
afterEach(async () => {
  await loop?.close()
  loop = undefined
})
const live = (): TestLoop => loop as TestLoop

const start = async (agent = "{ per-case: 100 }", supervisor = "unlimited"): Promise<void> => {
  const policy = `endings: { merged: { by: [owner, agent, supervisor] } }
authority:
  limits:
    agent: { compensate: ${agent}, discount: 20%, resources: 5 }
    supervisor: { compensate: ${supervisor}, discount: unlimited, resources: unlimited, close: all }
    manager: { compensate: unlimited, close: all }
`
  const people = `people:
  ann: { roles: [agent] }
  sam: { roles: [supervisor] }
  sue: { roles: [supervisor] }
  max: { roles: [manager] }
`
  const path = shop({ policy, people, zone: "Europe/London", currency: "EUR" })
  loop = await testLoop(path, { at: "2026-11-16 09:00" })
}

const submit = async (verbatim: string, customer = "c-1"): Promise<string> =>
  (
    await live()
      .for({ actor: { id: "ann" } })
      .submit({ channel: "phone", customer, verbatim })
  ).case

type Given = Parameters<ReturnType<TestLoop["for"]>["execute"]>[1]
const does = async (id: string, command: Given, who = "ann"): Promise<Extract<Outcome, { ok: true }>> => {
  const answer = await live()
    .for({ actor: { id: who } })
    .execute(id, command)
  if (!answer.ok) throw new Error(answer.rejection.message)
  return answer
}
const named = async (id: string, command: Given, who?: string): Promise<readonly string[]> =>
  (await does(id, command, who)).events.map(({ event }) => event)
const give: Given = { do: "compensate", amount: 90, reason: "goodwill" }

describe("grants on cases of one matter", () => {
  it.each<readonly [Given, Given]>([
    [give, give],
    [
      { do: "discount", amount: "15%", reason: "goodwill" },
      { do: "discount", amount: "15%", reason: "goodwill" }
    ],
    [
      { do: "grant", amount: 4, reason: "two days" },
      { do: "grant", amount: 4, reason: "two days" }
    ]
  ])(
    "F-R12 · are added as soon as one was merged into the other, without a tick between: %j",
    async (first, second) => {
      await start()
      const [a, b] = [await submit("My parcel is late"), await submit("Your shop was closed", "c-2")]
      expect(await named(a, first)).not.toContain("approval-asked")
      await does(a, { do: "merge", into: b, reason: "the same" })
      expect(await named(b, second)).toContain("approval-asked")
    }
  )

  it("F-R12 · are added over several merges, and over all people", async () => {
    await start()
    const [a, b, c] = [
      await submit("My parcel is late"),
      await submit("You were closed", "c-2"),
      await submit("No", "c-3")
    ]
    await does(a, give)
    await does(a, { do: "merge", into: b, reason: "the same" })
    await does(b, { do: "merge", into: c, reason: "the same" })
    expect(await named(c, give)).toContain("approval-asked")
  })

  it("F-R12 · are added if two people merge and grant at the same time", async () => {
    await start()
    for (let n = 0; n < 10; n++) {
      const [a, b] = [await submit("My parcel is late", `a-${n}`), await submit("You were closed", `b-${n}`)]
      await does(a, give)
      const [, given] = await Promise.all([does(a, { do: "merge", into: b, reason: "the same" }), does(b, give)])
      // In any order, both are never given unless the sum is known.
      const sum = given.events.some(({ event }) => event === "compensated")
      const { version } = (await live().get(b)) ?? { version: 0 }
      expect(version).toBeGreaterThan(0)
      if (!sum) expect(given.events.map(({ event }) => event)).toContain("approval-asked")
      expect(await named(b, { ...give, amount: 20 })).toContain("approval-asked")
    }
  })

  it("F-R12 · are added from both sides if a part was split off", async () => {
    await start()
    const a = await submit("My parcel is late")
    await does(a, give)
    await does(a, { do: "split", text: "And the plug burned", reason: "another thing" })
    await live().tick()
    const part = (await live().list({ customer: "c-1" })).items.find(({ id }) => id !== a)?.id ?? ""
    expect(await named(part, give)).toContain("approval-asked")
    expect(await named(part, { ...give, amount: 5 })).toContain("compensated")
    expect(await named(a, { ...give, amount: 6 })).toContain("approval-asked")
  })

  it("F-R12 · are added from both sides if one case follows another after its end", async () => {
    await start()
    const a = await submit("My parcel is late")
    await does(a, give)
    await live()
      .for({ actor: { customer: "c-1" } })
      .execute(a, { do: "withdraw" })
    await live()
      .for({ actor: { customer: "c-1" } })
      .execute(a, { do: "write", text: "My parcel is broken now" })
    await live().tick()
    const next = (await live().list({ customer: "c-1", state: "open" })).items.find(({ id }) => id !== a)?.id
    expect(next).toBeDefined()
    expect(await named(next ?? "", give)).toContain("approval-asked")
  })

  it("F-R12 · are added if a case repeats another that had ended", async () => {
    await start()
    const a = await submit("My parcel is late")
    await does(a, give)
    await live()
      .for({ actor: { customer: "c-1" } })
      .execute(a, { do: "withdraw" })
    const b = await submit("My parcel is late")
    expect(b).not.toBe(a)
    expect(await named(b, give)).toContain("approval-asked")
  })

  it.each(["per-day", "per-month", "per-year"])("F-R12 · count in the window %s for any case", async (window) => {
    await start(`{ per-case: 100, ${window}: 100 }`)
    const [a, b] = [await submit("My parcel is late"), await submit("Your shop was closed", "c-2")]
    expect(await named(a, give)).toContain("compensated")
    expect(await named(b, give)).toContain("approval-asked")
  })
})

describe("an approval", () => {
  it("F-R10 · is requested from a colleague within limits if a person's month is used up", async () => {
    await start(undefined, "{ per-case: 500, per-month: 600 }")
    const a = await submit("My parcel is late")
    expect((await does(a, { ...give, amount: 200 })).pending).toMatchObject({ people: ["sam"] })
    for (const n of [1, 2]) {
      const other = await submit("Your shop was closed", `c-4${n}`)
      await does(other, { ...give, amount: 250 }, "sam")
    }
    const b = await submit("You were rude", "c-3")
    expect((await does(b, { ...give, amount: 200 })).pending).toMatchObject({ people: ["sue"] })
    expect(await named(b, { do: "approve" }, "sue")).toContain("compensated")
  })
})

it("F-R12 · cannot avoid a limit by links to more cases than are added", async () => {
  await start()
  const first = await submit("my parcel is late")
  expect(await named(first, give)).toContain("compensated")
  const second = await submit("the invoice is wrong")
  // The grants are behind all of these.
  for (let n = 0; n < 201; n++)
    await does(second, { do: "set", causeOf: await submit(`another broken lamp ${n}`, `c-${n + 2}`), reason: "same" })
  await does(second, { do: "set", causeOf: first, reason: "same" })
  expect(await named(second, give)).toContain("approval-asked")
  expect(await named(second, { do: "approve" }, "sam")).toContain("compensated")
})

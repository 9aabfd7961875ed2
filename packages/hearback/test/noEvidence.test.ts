/** Feedback without any known word is read by a person, and until then nothing follows automatically. */
import { afterEach, describe, expect, it } from "vitest"
import { type TestLoop, testLoop } from "../src/testing.ts"
import { shop } from "./Shop.ts"

let loop: TestLoop | undefined
afterEach(async () => {
  await loop?.close()
  loop = undefined
})

const start = async (otherwise: string): Promise<TestLoop> => {
  const policy = `dictionary: { kinds: { otherwise: ${otherwise} } }
`
  const path = shop({ policy, zone: "Europe/London", currency: "EUR" })
  loop = await testLoop(path, { at: "2026-11-16 09:00" })
  return loop
}

const submit = async (live: TestLoop, verbatim: string): Promise<string> =>
  (await live.submit({ channel: "email", customer: "c-1", verbatim })).case

/** Returns the messages to the customer, and the closed loops. */
const followed = async (live: TestLoop, id: string) => {
  const { lines } = await live.explain(id)
  const told: unknown[] = []
  for await (const { event, body } of live.events({ case: id }))
    if (event === "message-queued" && body["audience"] === "customer") told.push(body["message"])
  return { told, closed: lines.filter(({ event }) => event.endsWith("-closed")).map(({ event }) => event) }
}

const unknown = ["Blue teapots on the second shelf", "灰色的茶壶在第二层", "zzz 123", "🫖"]

describe("a text without any known word", () => {
  it.each(
    ["complaint", "praise", "rating", "suggestion", "inquiry"].flatMap((kind) => unknown.map((text) => [kind, text]))
  )(
    "F-W6 · is under %s with its promises, is read by a person, and gets only a receipt: %s",
    async (kind = "", text = "") => {
      const live = await start(kind)
      const id = await submit(live, text)
      expect(await live.get(id)).toMatchObject({ kind, review: "supervisor", state: "open" })
      expect((await live.get(id))?.clocks.length).toBeGreaterThan(kind === "suggestion" ? -1 : 0)
      await live.advance("90 days")
      expect(await followed(live, id)).toEqual({ told: ["receipt"], closed: [] })
    }
  )

  it("F-W6 · continues as soon as a person has read it", async () => {
    const live = await start("complaint")
    const id = await submit(live, "Blue teapots on the second shelf")
    const read = await live
      .for({ actor: { id: "sue" } })
      .execute(id, { do: "reclassify", kind: "praise", reason: "it is" })
    expect(read.ok).toBe(true)
    await live.advance("3 days")
    expect(await live.get(id)).toMatchObject({ kind: "praise", state: "closed" })
    expect((await followed(live, id)).told).toContain("thanks")
  })

  it.each(["Great phone, love it", "Excellent service, very friendly", "物流很快，包装精美", "质量不错，下次还会买"])(
    "F-W6 · is no praise in either language: %s",
    async (text) => {
      const live = await start("complaint")
      expect(await live.get(await submit(live, text))).toMatchObject({ kind: "praise" })
    }
  )
})

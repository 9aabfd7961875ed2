/** Messages that were given up, as a host sees them. */
import type { Channel } from "@hearback/engine"
import { describe, expect, it } from "vitest"
import { testLoop } from "../src/testing.ts"

const policy = new URL("scenario/cases/uk.policy.yaml", import.meta.url).pathname
const feedback = { channel: "email", customer: "c-1", verbatim: "My invoice is wrong" }

describe("messages that were given up", () => {
  it("are listed with who, why and when, and are sent on another try", async () => {
    let isDown = true
    const channel: Channel = {
      name: "post",
      audiences: ["customer", "staff"],
      needsAddress: false,
      send: async ({ to }) =>
        isDown && to.id === "c-1" ? { delivery: "refused", reason: "no such address" } : { delivery: "sent" }
    }
    const loop = await testLoop(policy, { at: "2026-11-16 09:00", channels: [channel] })
    const receipt = await loop.submit(feedback)
    await loop.tick()
    const [given, ...rest] = await loop.undelivered.list()
    expect(rest).toEqual([])
    expect(given).toMatchObject({
      case: receipt.case,
      to: "c-1",
      message: expect.any(String),
      reason: "no such address",
      attempts: 1,
      givenUpAt: loop.now()
    })
    expect(JSON.stringify(given)).not.toContain("invoice")
    expect((await loop.health()).outbox.dead).toBe(1)
    expect(loop.sent().filter(({ to }) => to === "c-1")).toEqual([])

    isDown = false
    expect(await loop.undelivered.retry([given?.id ?? "", "case/none/1/0"])).toBe(1)
    expect(await loop.undelivered.list()).toEqual([])
    await loop.tick()
    expect(loop.sent().filter(({ to }) => to === "c-1")).toHaveLength(1)
    // The notice that it did not arrive waits for the owner's next digest.
    expect((await loop.health()).outbox).toEqual({ waiting: 1, failing: 0, dead: 0, oldestMs: null })
  })
})

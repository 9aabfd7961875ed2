import { Hearback, type Loop, memory } from "hearback"
import { testLoop } from "hearback/testing"
import { describe, expect, it } from "vitest"
import { ofEachTest, people, policy, words } from "./First.ts"

const own = ofEachTest()
const open = async (): Promise<Loop> => own.keep(await testLoop(policy, { at: "2026-11-16 09:40", people }))
const must = async (loop: Pick<Loop, "preview">, ...asked: Parameters<Loop["preview"]>) => {
  const previewed = await loop.preview(...asked)
  return previewed.ok ? previewed : expect.fail(previewed.rejection.message)
}

describe("a preview of feedback", () => {
  it("shows what it would become, each part with the line of the policy", async () => {
    const seen = await must(await open(), { ...words, facts: { amount: 1200 } })
    expect(seen).toMatchObject({
      kind: { name: "complaint" },
      category: { name: "billing", why: { file: "first.policy.yaml", line: 9 } },
      emotion: { level: "furious" },
      grades: { urgency: { value: "urgent", why: { file: "pack:starter", rule: "grading.urgency.rules.1" } } },
      owner: { id: "agent-7", as: "agent" },
      authority: { needs: [{ fact: "amount", amount: 1200, role: "supervisor" }] }
    })
    expect(seen.gates[0]).toMatchObject({ name: "acknowledged", state: "open", why: { file: "pack:starter" } })
    const agreed = seen.clocks.find(({ name }) => name === "agreed")
    expect(agreed).toMatchObject({ due: "2026-11-17T09:00:00.000Z", why: { file: "first.policy.yaml", line: 12 } })
  })

  it("is what the case then is", async () => {
    const loop = await open()
    const seen = await must(loop, words)
    const receipt = await loop.submit(words)
    const view = (await loop.get(receipt.case)) ?? expect.fail("no case")
    expect(view.owner).toBe(seen.owner.id)
    expect(Object.entries(view.grades).map(([name, { level }]) => [name, level])).toEqual(
      Object.entries(seen.grades).map(([name, { value }]) => [name, value])
    )
    const promised = seen.clocks.filter(({ timer }) => timer === null)
    expect(view.clocks.map(({ name, dueAt }) => [name, dueAt?.toISOString() ?? null]).sort()).toEqual(
      promised.map(({ name, due }) => [name, due]).sort()
    )
    expect(view.gates.map(({ name, state }) => [name, state])).toEqual(
      seen.gates.map(({ name, state }) => [name, state])
    )
  })

  it("stores nothing", async () => {
    const store = memory()
    const loop = own.keep(await Hearback.open({ policy, people, store }))
    const before = await store.events.status("default")
    await must(loop, words)
    await must(loop.for({ actor: { id: "supervisor-2" } }), words)
    expect(await store.events.status("default")).toEqual(before)
    expect(await loop.count()).toMatchObject({ count: 0 })
  })

  it("depends on the receiver, the instant and the number of contacts", async () => {
    const loop = await open()
    const calm = { ...words, verbatim: "my invoice is wrong" }
    expect((await must(loop.for({ actor: { id: "supervisor-2" } }), calm)).owner).toMatchObject({ id: "supervisor-2" })
    expect((await must(loop, calm)).grades["urgency"]?.value).toBe("important")
    expect((await must(loop, calm, { contacts: 3 })).grades["urgency"]?.value).toBe("urgent")
    const friday = await must(loop, calm, { at: "2026-11-20 09:40" })
    expect(friday.clocks.find(({ name }) => name === "agreed")?.due).toBe("2026-11-23T09:00:00.000Z")
  })

  it.each([
    ["no words", { channel: "phone", customer: "C-17" }, "intake/no-words"],
    ["a channel that the policy has not", { ...words, channel: "pager" }, "intake/unknown-channel"],
    ["a field that feedback has not", { ...words, text: "x" }, "intake/shape"],
    ["what a machine wrote", { ...words, automatic: true }, "intake/automatic"],
    ["nothing", undefined, "intake/shape"]
  ])("says why no case would be opened: %s", async (_, feedback, code) => {
    const previewed = await (await open()).preview(feedback as never)
    expect(previewed).toMatchObject({ ok: false, rejection: { code } })
    expect(!previewed.ok && previewed.rejection.message.length).toBeGreaterThan(10)
  })

  it("refuses unknown options", async () => {
    const loop = await open()
    await expect(loop.preview(words, { contacts: 0 })).rejects.toMatchObject({ code: "call/invalid" })
    await expect(loop.preview(words, { when: "now" } as never)).rejects.toMatchObject({ code: "call/invalid" })
  })
})

/** The subjects of messages. */
import { memory } from "hearback"
import { describe, expect, it } from "vitest"
import { testLoop } from "../../src/testing.ts"
import { shop } from "../Shop.ts"

const people = `
people:
  ann: { name: Ann, roles: [agent] }
  sue: { name: Sue, roles: [supervisor], language: zh-CN }
customers:
  c-1: { name: Ida }
  c-2: { name: 秦先生, language: zh-CN }
`
const start = async (policy = "", language = "en") => {
  const store = memory()
  const loop = await testLoop(shop({ policy, people, language }), { at: "2026-11-16 09:00", store })
  const ann = loop.for({ actor: { id: "ann" } })
  const submit = async (customer: string): Promise<string> => {
    const receipt = await ann.submit({ channel: "phone", customer, verbatim: "The invoice is wrong." })
    await loop.tick()
    return receipt.case
  }
  const subjects = (to: string) => loop.sent().flatMap((one) => (one.to === to ? [one.subject] : []))
  return { loop, ann, submit, subjects, store }
}

describe("the subject of a message", () => {
  it("F-D11 · is in its reader's language, and is not the name of the template", async () => {
    const { loop, submit, subjects } = await start()
    const [first, second] = [await submit("c-1"), await submit("c-2")]
    expect(subjects("c-1")).toEqual([`We have received your message ${first}`])
    expect(subjects("c-2")).toEqual([`已收到您的反馈 ${second}`])
    await loop.advance("3 working days")
    expect(loop.sent().filter(({ subject, template }) => subject === template || subject === "")).toEqual([])
  })

  it("F-D11 · stays if only the text is rewritten, and can be rewritten alone", async () => {
    const text = await start(`messages: { receipt: "We have it: {case.id}." }\n`)
    const id = await text.submit("c-1")
    expect(text.subjects("c-1")).toEqual([`We have received your message ${id}`])
    const subject = await start(`messages: { receipt: { subject: "Dear {customer.name}: {case.id}" } }\n`)
    expect(await subject.submit("c-1").then((one) => [subject.subjects("c-1"), `Dear Ida: ${one}`])).toEqual([
      [expect.stringMatching(/^Dear Ida: /)],
      expect.any(String)
    ])
  })

  it("F-D11 · names the case if the message has none, or contains a person's own words", async () => {
    const { ann, loop, submit, subjects } = await start(
      `messages: { ours: "We have it." }\nloops: { complaint: { customer-loop: { acknowledged: { tell: ours } } } }\n`
    )
    const id = await submit("c-1")
    await ann.execute(id, { do: "pass", gate: "acknowledged" })
    await ann.execute(id, { do: "write", text: "We are on it." })
    await loop.tick()
    expect(subjects("c-1").slice(-2)).toEqual([`About ${id}`, `About ${id}`])
    const chinese = await submit("c-2")
    await ann.execute(chinese, { do: "write", text: "正在处理。" })
    await loop.tick()
    expect(subjects("c-2").at(-1)).toBe(`关于案件 ${chinese}`)
  })

  it("F-D11 · is encrypted like the text, so that erasure removes both", async () => {
    const { store, submit } = await start(`messages: { receipt: { subject: "Dear {customer.name}" } }\n`)
    await submit("c-1")
    const { events } = await store.events.read("default", null, 200)
    const queued = events.filter(({ type }) => type.startsWith("message-queued"))
    expect(queued.length).toBeGreaterThan(0)
    expect(JSON.stringify(events.map(({ clear }) => clear))).not.toContain("Dear")
  })
})

/** What messages to customers say about how to reach the owner. */
import { describe, expect, it } from "vitest"
import { testLoop } from "../../src/testing.ts"
import { shop } from "../Shop.ts"

const policy = `
messages:
  receipt: "We have received your message. {owner.name} is handling it. You reach them by {owner.contact}."
`
const people = `
people:
  ann: { name: Ann, roles: [agent], address: ann.private@home.example, contact: service@shop.example }
  sue: { name: Sue, roles: [supervisor], address: +44 7700 900123 }
customers:
  c-1: { name: Ida, address: ida@example.com }
`

const start = (staff = people) => testLoop(shop({ policy, people: staff }), { at: "2026-11-16 09:00" })
const receiptFrom = async (taker: string, staff?: string): Promise<string> => {
  const loop = await start(staff)
  await loop
    .for({ actor: { id: taker } })
    .submit({ channel: "phone", customer: "c-1", verbatim: "The invoice is wrong." })
  await loop.tick()
  return loop.sent().find(({ template }) => template === "receipt")?.text ?? ""
}

describe("how customers reach the owner", () => {
  it("F-D19 · a message contains the public contact of the owner, never their address", async () => {
    const text = await receiptFrom("ann")
    expect(text).toContain("You reach them by service@shop.example.")
    expect(text).not.toContain("home.example")
  })

  it("F-D19 · without a public contact the sentence is omitted", async () => {
    expect(await receiptFrom("sue")).toBe("We have received your message. Sue is handling it.")
  })
})

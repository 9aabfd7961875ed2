/** The bundle says who may set a fact, and who may enter an answer for the customer. */
import { describe, expect, it } from "vitest"
import { compiled, findings, head } from "./Sample.ts"

const shop = (text: string) => ({ "shop.policy.yaml": `${head}${text}` })
const found = (text: string): readonly string[] => findings(shop(text)).map(({ code }) => code)

describe("the right to", () => {
  it("F-R4 · set a fact is declared at the fact", () => {
    const text = "facts: { defect: { type: yes-no, by: [supervisor, automatic] }, plain: yes-no }\n"
    const { bundle } = compiled(shop(text))
    expect(bundle?.facts["defect"]).toMatchObject({ by: ["supervisor", "automatic"] })
    expect(bundle?.facts["plain"]).not.toHaveProperty("by")
    expect(found("facts: { defect: { type: yes-no, by: suprvisor } }\n")).toEqual(["name/unknown"])
  })
  it("F-R6 · enter an answer is declared at the gate that takes it, and at no other", () => {
    const gate = (name: string): string =>
      `loops: { complaint: { customer-loop: { ${name}: { replied-by: customer } } } }\n`
    const { bundle } = compiled(shop(gate("confirmed")))
    const gates = bundle?.loops.find(({ name }) => name === "complaint")?.gates
    expect(gates?.find(({ name }) => name === "confirmed")).toMatchObject({ repliedBy: ["customer"] })
    expect(gates?.find(({ name }) => name === "agreed")).not.toHaveProperty("repliedBy")
    expect(found(gate("agreed"))).toEqual([])
    expect(found(gate("told"))).toEqual(["gate/key-of-another-kind"])
    const all = compiled(shop("gate-defaults: { replied-by: customer }\n")).bundle?.loops.flatMap((loop) => loop.gates)
    expect(all?.filter(({ repliedBy }) => repliedBy !== undefined).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["proposal", "confirmation"])
    )
  })
})

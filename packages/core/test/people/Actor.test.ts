import { describe, expect, it } from "vitest"
import { lentTo, withLent } from "../../src/people/Person.ts"

const people = [
  { id: "ann", roles: ["agent"], delegates: [{ to: "bob", roles: ["agent", "manager"], until: 100 }] },
  { id: "bob", roles: ["clerk"] }
]

describe("lent roles", () => {
  it("are never more than the lender has", () => {
    expect(lentTo(people, "bob", 50)).toEqual([{ role: "agent", from: "ann", until: 100 }])
    expect(withLent(["clerk"], lentTo(people, "bob", 50))).toEqual(["clerk", "agent"])
  })

  it("end at their date, and reach nobody else", () => {
    expect(lentTo(people, "bob", 100)).toEqual([])
    expect(lentTo(people, "ann", 50)).toEqual([])
  })
})

import { describe, expect, it } from "vitest"
import { compiled, findings, head } from "../../compile/Sample.ts"

const sources = `sources:
  DISP: { title: FCA Handbook, as-of: 2026-06-30 }
  forwarding: { cite: DISP 1.7, checked: unverified }
`
const clock = (basis: string) => `clocks: { eight-weeks: { within: 8 weeks, met-by: told, basis: ${basis} } }\n`
const codes = (text: string) => findings(head + text).map(({ code }) => code)

describe("sources", () => {
  it("have the rules that refer to them; a clause belongs to the source with the longest match", () => {
    const clauses =
      "clocks: { a: { within: 1 day, met-by: told, basis: DISP 1.6.2R }, b: { within: 2 days, met-by: told, basis: DISP 1.7.1R } }\n"
    expect(compiled(`${head}${sources}${clauses}`).sources).toEqual([
      {
        name: "DISP",
        title: { en: "FCA Handbook" },
        cite: "DISP",
        asOf: "2026-06-30",
        checked: "original",
        clauses: [{ rule: "clocks.a", basis: "DISP 1.6.2R" }]
      },
      {
        name: "forwarding",
        cite: "DISP 1.7",
        checked: "unverified",
        clauses: [{ rule: "clocks.b", basis: "DISP 1.7.1R" }]
      }
    ])
  })

  it("must exist for a clause if the policy has sources, and need not if it has none", () => {
    expect(codes(sources + clock("PSR 101"))).toEqual(["source/unknown"])
    expect(codes(sources + clock("DISP 1.6.2R"))).toEqual([])
    expect(codes(clock("PSR 101"))).toEqual([])
    expect(compiled(head + clock("PSR 101")).sources).toEqual([])
  })

  it("have a valid date", () => {
    expect(codes("sources: { DISP: { as-of: last June } }\n")).toEqual(["value/bad-date"])
  })
})

describe("the version", () => {
  const pack = { "p.policy.yaml": `${head.replace("policy: shop", "pack: p")}version: 3\n` }
  it("belongs to a pack, and not to policies that extend it", () => {
    const heir = "hearback: 1\npolicy: shop\nlanguage: en\nextends: [./p.policy.yaml]\n"
    expect(compiled({ "shop.policy.yaml": pack["p.policy.yaml"] }).version).toBe(3)
    const { version, diagnostics } = compiled({ ...pack, "shop.policy.yaml": heir })
    expect([version, diagnostics.map(({ code }) => code)]).toEqual([undefined, []])
  })
  it("is refused in a policy", () => {
    expect(codes("version: 3\n")).toEqual(["pack/not-a-pack"])
  })
})

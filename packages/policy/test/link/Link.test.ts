import { describe, expect, it } from "vitest"
import { compile, packs } from "../../src/index.ts"
import { bundleOf, compiled, findings, head, line } from "../compile/Sample.ts"

const pack = (id: string, text: string, extending = ""): string =>
  `hearback: 1\npack: ${id}\nlanguage: en\n${extending === "" ? "" : `extends: [${extending}]\n`}${text}`
const shop = (packs: string): string => head.replace("[pack:starter]", `[${packs}]`)
const days = (bundle: ReturnType<typeof bundleOf>): unknown =>
  bundle.clocks.find(({ name, loop }) => name === "agreed" && loop === "complaint")?.within?.values

describe("a policy that extends others", () => {
  const a = pack("a", "clocks: { agreed: { within: 2 days } }\n")
  const b = pack("b", "clocks: { agreed: { within: 3 days } }\n")

  it("must settle what two packs set differently", () => {
    const text = `${shop("pack:starter, ./a.policy.yaml, ./b.policy.yaml")}clocks: { agreed: { within: 4 days } }\n`
    const bundle = bundleOf({ "shop.policy.yaml": text, "a.policy.yaml": a, "b.policy.yaml": b })
    expect(days(bundle)).toEqual([{ _tag: "Civil", months: 0, days: 4 }])
  })

  it("has no conflict if both packs agree", () => {
    const files = { "a.policy.yaml": a, "b.policy.yaml": a.replace("pack: a", "pack: b") }
    const text = shop("pack:starter, ./a.policy.yaml, ./b.policy.yaml")
    expect(days(bundleOf({ "shop.policy.yaml": text, ...files }))).toEqual([{ _tag: "Civil", months: 0, days: 2 }])
  })

  it("uses the value of a pack rather than that of the pack which it extends, in either order", () => {
    const starter = pack("house", "ownership: { take-up: 5 working hours }\n", "pack:base")
    for (const order of ["pack:starter, ./house.policy.yaml", "./house.policy.yaml, pack:starter"]) {
      const bundle = bundleOf({ "shop.policy.yaml": shop(order), "house.policy.yaml": starter })
      expect(bundle.ownership.takeUp).toEqual({ _tag: "Working", ms: 5 * 3_600_000 })
      expect(bundle.places["ownership.take-up"]?.file).toBe("house.policy.yaml")
    }
  })

  it("reads a pack again if the host changed it, also in the same map", () => {
    const own = new Map([...packs(), ["pack:house", pack("house", "clocks: { agreed: { within: 2 days } }\n")]])
    const agreed = () => {
      const read = () => shop("pack:starter, pack:house")
      const { bundle, diagnostics } = compile({ root: "shop.policy.yaml", read, packs: own })
      if (bundle === undefined) throw new Error(diagnostics.map(line).join("\n"))
      return days(bundle)
    }
    expect([agreed(), agreed()]).toEqual([2, 2].map((n) => [{ _tag: "Civil", months: 0, days: n }]))
    own.set("pack:house", pack("house", "clocks: { agreed: { within: 3 days } }\n"))
    expect(agreed()).toEqual([{ _tag: "Civil", months: 0, days: 3 }])
  })

  it("shows both places of a conflict", () => {
    const { diagnostics } = compiled({
      "shop.policy.yaml": shop("pack:starter, ./a.policy.yaml, ./b.policy.yaml"),
      "a.policy.yaml": a,
      "b.policy.yaml": b
    })
    expect(diagnostics[0]?.related.map(({ span }) => span.file.path)).toEqual(["a.policy.yaml", "b.policy.yaml"])
    expect(diagnostics[0]?.message.en).toContain("clocks.agreed.within")
  })

  it("replaces an inherited loop by its own for exactly the same cases, under any name", () => {
    const idea = (when: string): string =>
      `${head}loops: { idea: { when: ${when}, customer-loop: { told: { needs: result, tell: answer } } } }\n`
    const { bundle, diagnostics } = compiled({ "shop.policy.yaml": idea("{ kind: suggestion }") })
    expect(diagnostics.map(({ code, level }) => `${level} ${code}`)).toEqual(["info extends/loop-replaced"])
    expect(bundle?.loops.map(({ name }) => name)).toEqual(expect.not.arrayContaining(["suggestion"]))
    expect(bundle?.loops.map(({ name }) => name)).toContain("idea")
    const narrower = compiled({ "shop.policy.yaml": idea("{ kind: suggestion, emotion: furious }") })
    expect(narrower.diagnostics.map(({ code }) => code)).toEqual(["loop/overlap"])
  })

  it("cannot replace a loop with a binding gate under another name", () => {
    const bound = pack(
      "bound",
      "loops: { idea: { when: { kind: suggestion }, customer-loop: { told: { needs: result, tell: answer, binding: yes } } } }\n",
      "pack:base"
    )
    const own = "loops: { thought: { when: { kind: suggestion }, customer-loop: { told: { needs: result } } } }\n"
    const { diagnostics } = compiled({
      "shop.policy.yaml": `${shop("pack:starter, ./bound.policy.yaml")}${own}`,
      "bound.policy.yaml": bound
    })
    expect(diagnostics.map(({ code }) => code)).toContain("binding/loosened")
  })

  it("finds files beside the one that names them", () => {
    const bundle = bundleOf({
      "shop.policy.yaml": shop("pack:starter, ./law/uk.policy.yaml"),
      "law/uk.policy.yaml": pack("uk", "parts: [words.part.yaml]\n", "../house.policy.yaml"),
      "law/words.part.yaml": "hearback: 1\npart-of: uk\nevents: [shipped]\n",
      "house.policy.yaml": pack("house", "roles: { clerk: { title: Clerk } }\n")
    })
    expect(bundle.events).toEqual(["shipped"])
    expect(bundle.roles["clerk"]).toEqual({ title: { en: "Clerk" } })
    expect(bundle.places["roles.clerk"]?.file).toBe("house.policy.yaml")
  })

  it("does not inherit the keys that describe a file itself", () => {
    const bundle = bundleOf(head)
    expect(bundle.id).toBe("shop")
    expect(bundle.title).toBeUndefined()
  })

  it("ignores the heads of packs", () => {
    expect(
      findings(shop("pack:base, pack:starter"))
        .map(line)
        .filter((each) => each.startsWith("error"))
    ).toEqual([])
  })
})

describe("parts of a policy", () => {
  it("add whole sections and further entries", () => {
    const bundle = bundleOf({
      "shop.policy.yaml": `${head}parts: [words.part.yaml, more.part.yaml]
dictionary: { categories: { fee: { words: [fee], defaults: { urgency: urgent } } } }
`,
      "words.part.yaml": `hearback: 1
part-of: shop
dictionary: { categories: { lost: { words: [lost], defaults: { urgency: urgent } } } }
events: [shipped]
`,
      "more.part.yaml": "hearback: 1\npart-of: shop\nevents: [returned]\n"
    })
    expect(bundle.dictionary.categories.map(({ name }) => name)).toEqual(["other", "fee", "lost"])
    expect(bundle.events).toEqual(["shipped", "returned"])
    expect(bundle.places["dictionary.categories.lost"]?.file).toBe("words.part.yaml")
  })
})

describe("a binding entry", () => {
  const law = pack(
    "law",
    `loops:
  complaint:
    customer-loop:
      told: { needs: result, within: 10 working days, by: [agent, supervisor], fields: [amount], binding: yes }
clocks:
  answer: { within: 8 weeks, met-by: told, binding: yes }
`,
    "pack:starter"
  )
  const codes = (text: string) =>
    findings({ "shop.policy.yaml": shop("./law.policy.yaml") + text, "law.policy.yaml": law }).map(
      ({ code, message }) => `${code} ${message.en.split("`")[1]}`
    )

  it("can be tightened", () => {
    expect(codes("")).toEqual([])
    expect(codes("clocks: { answer: { within: 4 weeks } }\n")).toEqual([])
    expect(codes("clocks: { told: { within: 5 working days } }\n")).toEqual([])
    expect(codes("loops: { complaint: { customer-loop: { told: { by: [supervisor] } } } }\n")).toEqual([])
    expect(codes("loops: { complaint: { customer-loop: { told: { fields: { also: [description] } } } } }\n")).toEqual(
      []
    )
  })

  it("cannot be loosened or removed", () => {
    expect(codes("clocks: { answer: removed }\n")).toEqual(["binding/loosened clocks.answer"])
    expect(codes("clocks: { answer: { binding: no } }\n")).toEqual(["binding/loosened clocks.answer.binding"])
    expect(codes("clocks: { answer: { when: { emotion: furious } } }\n")).toEqual([
      "binding/loosened clocks.answer.when"
    ])
    expect(codes("clocks: { told: { within: 12 working days } }\n")).toEqual(["binding/loosened clocks.told.within"])
    const gate = "loops.complaint.customer-loop.told"
    const told = (keys: string) => codes(`loops: { complaint: { customer-loop: { told: { ${keys} } } } }\n`)
    expect(told("by: [agent, manager]")).toEqual([`binding/loosened ${gate}.by`])
    expect(told("fields: removed")).toEqual([`binding/loosened ${gate}.fields`])
    expect(told("optional: yes")).toEqual([`binding/loosened ${gate}.optional`])
    expect(told("within: 20 working days")).toEqual([`binding/loosened ${gate}.within`])
  })
})

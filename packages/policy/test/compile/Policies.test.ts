/** Whole policies compile, and their bundles have the places of everything. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { compile, packs } from "../../src/index.ts"
import { fixture, line, pack, sound } from "./Sample.ts"

describe("complete policies", () => {
  it.each(["first", "itr-service", "quality-closed-loop", "uk-fca-disp"])("%s compiles without an error", (name) => {
    const { bundle, diagnostics } = fixture(name)
    expect(diagnostics.filter(({ level }) => level === "error").map(line)).toEqual([])
    expect(diagnostics.map(line)).toEqual([])
    expect(bundle?.id).toBe(name)
  })

  it.each([
    ["base", ["`time-zone`", "a loop for `complaint`"]],
    ["starter", ["`time-zone`", "`currency`"]]
  ])("pack %s compiles and reports what it leaves open", (name, open) => {
    const { bundle, diagnostics: told } = pack(name)
    expect(told.map(({ level, code }) => `${level} ${code}`)).toEqual(open.map(() => "info pack/left-open"))
    for (const [index, what] of open.entries()) expect(told[index]?.message.en).toContain(what)
    expect(bundle).toBeDefined()
  })

  it.each([...packs().keys()])("%s compiles, with no finding except what it leaves open", (name) => {
    const { bundle, version, diagnostics: told } = pack(name.slice("pack:".length))
    expect(told.map(({ code }) => code).filter((code) => code !== "pack/left-open")).toEqual([])
    expect(bundle).toBeDefined()
    expect(version).toBeGreaterThan(0)
  })

  it("are plain JSON and the same each time", () => {
    const one = sound("itr-service")
    expect(JSON.parse(JSON.stringify(one))).toEqual(one)
    const folder = join(import.meta.dirname, "../fixtures")
    const again = compile({ root: "itr-service.policy.yaml", read: (name) => readFileSync(join(folder, name)) })
    expect(again.bundle).toEqual(one)
  })
})

describe("places of a bundle", () => {
  it("point to the value that counts, in any file", () => {
    const { places, clocks } = sound("first")
    expect(places["clocks.agreed.within"]).toEqual({ file: "first.policy.yaml", line: 11, column: 29 })
    expect(clocks.find(({ name }) => name === "agreed")?.path).toBe("clocks.agreed.within")
    expect(places["loops.complaint.customer-loop.told.after"]?.file).toBe("pack:starter")
    expect(places["dictionary.negation.2"]?.file).toBe("pack:base")
    expect(places["authority.limits.agent.compensate.per-case"]).toMatchObject({ file: "first.policy.yaml", line: 12 })
    expect(places["authority.limits.supervisor.compensate.per-case"]?.file).toBe("pack:starter")
    expect(places["dictionary.categories.billing"]).toMatchObject({ file: "first.policy.yaml", line: 9 })
    expect(places["dictionary.categories.other"]?.file).toBe("pack:starter")
    expect(places["ownership.first-owner"]?.file).toBe("pack:starter")
  })

  it("include every rule that a table, clock, gate or reminder names", () => {
    for (const name of ["first", "itr-service", "quality-closed-loop", "uk-fca-disp"]) {
      const bundle = sound(name)
      const rules: string[] = []
      const visit = (value: unknown): void => {
        if (typeof value !== "object" || value === null) return
        for (const [key, each] of Object.entries(value)) {
          if ((key === "rule" || key === "path") && typeof each === "string") rules.push(each)
          visit(each)
        }
      }
      visit({ ...bundle, places: {} })
      expect(rules.length).toBeGreaterThan(50)
      expect(rules.filter((rule) => bundle.places[rule] === undefined)).toEqual([])
    }
  })
})

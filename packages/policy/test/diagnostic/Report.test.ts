import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Diagnostic, diagnose } from "../../src/diagnostic/Diagnostic.ts"
import { byPlace, count, settle } from "../../src/diagnostic/Report.ts"
import { span } from "../../src/source/SourceFile.ts"

const file = { path: "a.yaml", text: "x".repeat(100) }
const other = { path: "b.yaml", text: "x".repeat(100) }
const shape = (start: number, end: number, at = file) =>
  diagnose("shape/unknown-word", { word: "x", allowed: [] }, span(at, start, end))
const name = (start: number, end: number, at = file) =>
  diagnose("name/unknown", { kind: "role", name: "x", known: [] }, span(at, start, end))
const gap = (start: number, end: number) => diagnose("table/gap", { table: "t" }, span(file, start, end))
const dead = (start: number, end: number) => diagnose("table/dead-row", { table: "t", row: 1 }, span(file, start, end))

describe("findings", () => {
  it("are sorted by file, place and code", () => {
    const found = settle([name(1, 2, other), name(20, 25), shape(3, 4), name(5, 9)])
    expect(found.map(({ primary }) => [primary.span.file.path, primary.span.start])).toEqual([
      ["a.yaml", 3],
      ["a.yaml", 5],
      ["a.yaml", 20],
      ["b.yaml", 1]
    ])
  })

  it("are reported once", () => {
    expect(settle([name(1, 2), name(1, 2), name(1, 3)])).toHaveLength(2)
  })

  it("are omitted if they follow from an error of an earlier stage", () => {
    expect(settle([shape(10, 20), name(12, 15), gap(10, 20)]).map(({ code }) => code)).toEqual(["shape/unknown-word"])
    expect(settle([name(10, 20), shape(12, 15)])).toHaveLength(2)
    expect(settle([shape(10, 20), name(12, 25)])).toHaveLength(2)
    expect(settle([shape(10, 20), name(12, 15, other)])).toHaveLength(2)
  })

  it("do not follow from a warning", () => {
    expect(settle([dead(10, 20), gap(12, 15)])).toHaveLength(2)
  })

  it("are counted by level", () => {
    expect(count([gap(1, 2), dead(1, 2), name(1, 2)])).toEqual({ error: 2, warning: 1, info: 0 })
  })

  it("are omitted exactly as comparing each pair would omit them", () => {
    const place = fc.tuple(fc.nat(12), fc.nat(6)).map(([start, length]) => [start, start + length] as const)
    const one = fc.tuple(fc.constantFrom(shape, name, gap, dead), place).map(([make, [start, end]]) => make(start, end))
    const areas = ["shape", "name", "table"]
    const stage = ({ code }: Diagnostic) => areas.indexOf(code.split("/")[0] ?? "")
    const explained = (later: Diagnostic, all: ReadonlyArray<Diagnostic>) =>
      all.some(({ level, primary, ...earlier }) => {
        const [a, b] = [primary.span, later.primary.span]
        return (
          level === "error" &&
          stage({ level, primary, ...earlier }) < stage(later) &&
          a.start <= b.start &&
          b.end <= a.end
        )
      })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (all) => {
        const key = (each: Diagnostic) => `${each.code} ${each.primary.span.start} ${each.primary.span.end}`
        const expected = new Set(
          all
            .filter((each) => !explained(each, all))
            .sort(byPlace)
            .map(key)
        )
        expect(settle(all).map(key)).toEqual([...expected])
      })
    )
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Ranges from "../../src/table/Ranges.ts"

const code = fc.integer({ min: -12, max: 12 })
const set = fc.array(code, { maxLength: 14 }).map(Ranges.points)
const domain = Array.from({ length: 30 }, (_, i) => i - 15)
const members = (of: Ranges.Ranges): readonly number[] => domain.filter((at) => Ranges.has(of, at))

describe("Ranges", () => {
  it("holds points and intervals in one sorted list", () => {
    expect(Ranges.points([3, 1, 2, 7, 3])).toEqual([1, 4, 7, 8])
    expect(Ranges.of(5, 5)).toEqual([])
    expect(Ranges.of(-1, 2)).toEqual([-1, 2])
  })

  it("equals set algebra, member by member", () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        expect(members(Ranges.union(a, b))).toEqual(domain.filter((at) => Ranges.has(a, at) || Ranges.has(b, at)))
        expect(members(Ranges.intersect(a, b))).toEqual(domain.filter((at) => Ranges.has(a, at) && Ranges.has(b, at)))
        expect(members(Ranges.minus(a, b))).toEqual(domain.filter((at) => Ranges.has(a, at) && !Ranges.has(b, at)))
        expect(Ranges.covers(a, b)).toBe(members(b).every((at) => Ranges.has(a, at)))
      })
    )
  })

  it("writes equal sets as equal arrays", () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        expect(Ranges.minus(Ranges.union(a, b), Ranges.minus(b, a))).toEqual(a)
        expect(Ranges.complement(Ranges.complement(a))).toEqual(a)
        expect(Ranges.equal(Ranges.intersect(a, b), Ranges.intersect(b, a))).toBe(true)
        const joined = Ranges.union(a, b)
        expect(joined.every((at, i) => i === 0 || at > (joined[i - 1] as number))).toBe(true)
      })
    )
  })

  it("survives JSON with open ends, and never contains NaN", () => {
    const open = Ranges.complement([0, 10])
    expect(JSON.parse(JSON.stringify(open))).toEqual(open)
    expect(Ranges.has(open, Number.NaN)).toBe(false)
    expect([Ranges.has(open, Ranges.MIN), Ranges.has(open, 5), Ranges.has(open, 1e15)]).toEqual([true, false, true])
  })

  it("counts its members and shows one of them", () => {
    fc.assert(
      fc.property(set, (a) => {
        expect(Ranges.size(a)).toBe(members(a).length)
        const witness = Ranges.sample(a)
        expect(witness === undefined ? Ranges.isEmpty(a) : Ranges.has(a, witness)).toBe(true)
      })
    )
  })

  it("returns a boundary as its witness, and unknown only if nothing else is left", () => {
    expect(Ranges.sample([500, Ranges.MAX])).toBe(500)
    expect(Ranges.sample([Ranges.MIN, 500])).toBe(499)
    expect(Ranges.sample([Ranges.MIN, Ranges.MIN + 1, 4, 9])).toBe(4)
    expect(Ranges.sample([Ranges.MIN, Ranges.MIN + 1])).toBe(Ranges.MIN)
    expect(Ranges.sample(Ranges.all)).toBe(0)
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { canonical } from "../../src/value/Canonical.ts"

const seed = { seed: 20261116 }
const json = fc.jsonValue({ maxDepth: 3, stringUnit: "grapheme" })

describe("canonical JSON", () => {
  it("is one text for a value, however its keys came", () =>
    fc.assert(
      fc.property(json, (value) => {
        const text = canonical(value)
        expect(canonical(JSON.parse(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
      seed
    ))

  it("orders keys and writes numbers as RFC 8785 does", () => {
    const given = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "1": "One",
      "\ud83d\ude00": "Smiley",
      n: 1e21,
      m: -0
    }
    expect(canonical(given)).toBe(
      '{"\\r":"Carriage Return","1":"One","m":0,"n":1e+21,"\u20ac":"Euro Sign","\ud83d\ude00":"Smiley"}'
    )
  })

  it("mends half a pair, which a customer's device may send, and refuses what is not JSON", () => {
    expect(canonical({ "\ud800": ["a\udfff"], when: { toJSON: () => "now" } })).toBe(
      '{"when":"now","\ufffd":["a\ufffd"]}'
    )
    for (const bad of [Number.NaN, { x: [Number.POSITIVE_INFINITY, "\ud800"] }, undefined, 1n, () => 0])
      expect(() => canonical(bad)).toThrow()
  })

  it("leaves out what is undefined, also in the text of a value that is written part by part", () => {
    const given = { b: [1, { d: undefined, c: "\u00fc\n" }], a: null, B: true }
    expect(canonical(given)).toBe('{"B":true,"a":null,"b":[1,{"c":"\u00fc\\n"}]}')
    expect(canonical({ 1: given, 2: undefined })).toBe(`{"1":${canonical(given)}}`)
    expect(canonical({ 1: [undefined, () => 0] })).toBe('{"1":[null,null]}')
  })

  it("is the same text for plain data and for data that is written part by part", () =>
    fc.assert(
      fc.property(json, (value) => {
        expect(canonical({ 1: value })).toBe(`{"1":${canonical(value)}}`)
      }),
      seed
    ))

  it("refuses a circle, not a value that stands twice", () => {
    const circle: { self?: unknown } = {}
    circle.self = { circle }
    expect(() => canonical(circle)).toThrow(TypeError)
    const twice = { a: 1 }
    expect(canonical([twice, twice, { 1: [twice, twice] }])).toBe('[{"a":1},{"a":1},{"1":[{"a":1},{"a":1}]}]')
  })
})

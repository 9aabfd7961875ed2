/** The index of words finds everything that a comparison of all texts finds. */
import { Likeness } from "@hearback/core"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type IndexEntry, makeWordIndex } from "../../src/intake/WordIndex.ts"

const words = [
  ..."the of a invoice invoices kettle kettel leaks leaking gift card giftcard lamp lamps 12 7 broken brokn".split(" "),
  ..."支付页 报错 又报错了 登录 登陆 账单 不对 的 了 好".split(" ")
]
const han = fc
  .array(fc.constantFrom(..."登录陆账单帐不对报错了好"), { minLength: 1, maxLength: 7 })
  .map((some) => some.join(""))
const spaced = fc.array(fc.constantFrom(...words), { maxLength: 9 }).map((some) => some.join(" "))
const text = fc.oneof(han, spaced)
const day = 86_400_000

const entry = (id: string, said: readonly string[], numbers: readonly string[] = []): IndexEntry =>
  makeWordIndex().entryFor(id, {
    numbers: new Set(numbers),
    said: said.map((one, n) => ({ at: n * day, content: Likeness.contentOf(one) })),
    isShared: false
  })

const sought = {
  numbers: new Set<string>(),
  isShortened: false,
  from: Number.NEGATIVE_INFINITY,
  to: Number.POSITIVE_INFINITY
}

describe("the index of words", () => {
  it("F-J6 · misses no text that is alike, at any required likeness", () => {
    const given = fc.tuple(fc.array(text, { maxLength: 12 }), text, fc.constantFrom(0.1, 0.3, 0.5, 0.6, 0.85, 1))
    fc.assert(
      fc.property(given, ([texts, own, alike]) => {
        const index = makeWordIndex()
        for (const [n, one] of texts.entries()) index.add(n + 1, [entry(`${n}`, [one])])
        const found = index.like({ ...sought, content: Likeness.contentOf(own), alike })
        const same = texts.flatMap((one, n) => (Likeness.alike(own, one) >= alike ? [`${n}`] : []))
        expect(same.filter((id) => !found.has(id))).toEqual([])
      }),
      { numRuns: 3_000 }
    )
  })

  it("F-J6 · misses no text that is alike without the common sentences", () => {
    const form = ["the invoice of the lamp. ", "the kettle leaks. ", "的了好。"]
    const given = fc.tuple(fc.array(fc.tuple(text, fc.subarray(form)), { maxLength: 8 }), text, fc.subarray(form))
    const common = Likeness.sentencesOf(form.join(""))
    fc.assert(
      fc.property(given, ([texts, ownText, ownForm]) => {
        const [own, all] = [
          `${ownForm.join("")}${ownText}`,
          texts.map(([one, sentences]) => `${sentences.join("")}${one}`)
        ]
        const index = makeWordIndex()
        for (const [n, one] of all.entries()) index.add(n + 1, [entry(`${n}`, [one])])
        const content = Likeness.contentOf(own, common)
        const found = index.like({ ...sought, content, isShortened: true, alike: 0.85 })
        const same = all.flatMap((one, n) =>
          Likeness.likeness(content, Likeness.contentOf(one, common)) >= 0.85 ? [`${n}`] : []
        )
        expect(same.filter((id) => !found.has(id))).toEqual([])
      }),
      { numRuns: 1_000 }
    )
  })

  it("finds little else: half of the words must be equal, within the requested time", () => {
    const index = makeWordIndex()
    index.add(1, [entry("a", ["red kettle leaks", "blue lamp flickers"]), entry("b", ["red carpet frays"])])
    const like = (own: string, more: object = {}) => [
      ...index.like({ ...sought, content: Likeness.contentOf(own), alike: 0.85, ...more })
    ]
    expect(like("red kettle leaks")).toEqual(["a"])
    expect(like("red")).toEqual([])
    expect(like("green kettle rattles")).toEqual([])
    expect(like("blue lamp flickers", { from: day, to: day })).toEqual(["a"])
    expect(like("blue lamp flickers", { from: 0, to: day - 1 })).toEqual([])
  })

  it("leaves out texts with other numbers, by the present numbers of the case", () => {
    const index = makeWordIndex()
    index.add(1, [entry("a", ["red kettle leaks"]), entry("b", ["red kettle leaks"], ["5001"])])
    const like = (...numbers: readonly string[]) => [
      ...index.like({
        ...sought,
        content: Likeness.contentOf("red kettle leaks"),
        alike: 0.85,
        numbers: new Set(numbers)
      })
    ]
    expect(like("5002")).toEqual(["a"])
    expect(like("5001")).toEqual(["a", "b"])
    expect(like()).toEqual(["a", "b"])
    const traits = { numbers: new Set(["5003"]), said: [], isShared: false }
    index.add(2, [index.entryFor("a", traits)])
    expect(like("5002")).toEqual([])
  })

  it("takes once what two processes have added, and what either added in between", () => {
    const both = makeWordIndex()
    const first = entry("a", ["red kettle leaks"])
    both.add(1, [first])
    both.add(2, [first])
    const more = entry("a", ["red kettle leaks", "blue lamp flickers"])
    both.add(3, [more])
    both.add(4, [more])
    expect(both.last).toBe(4)
    const said = ["red kettle leaks", "blue lamp flickers", "old carpet frays"]
    const traits = {
      numbers: new Set<string>(),
      said: said.map((one, n) => ({ at: n * day, content: Likeness.contentOf(one) })),
      isShared: false
    }
    expect(both.entryFor("a", traits)).toMatchObject({ before: 2, said: [{ at: 2 * day }] })
    expect([...both.like({ ...sought, content: Likeness.contentOf("blue lamp flickers"), alike: 0.85 })]).toEqual(["a"])
  })
})

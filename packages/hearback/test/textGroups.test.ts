/** Figures by a fact that is free text: the most frequent values by their names, and all others together. */
import { expect, it } from "vitest"
import { memory } from "../src/index.ts"
import { counting } from "../src/learning/TextGroups.ts"
import { testLoop } from "../src/testing.ts"
import { shop } from "./Shop.ts"

const policy = `facts: { site: { type: text, default: Main } }
authority: { erase: { by: [agent] } }
learning:
  targets: {}
  targets-by: { site: { North Gate: { volume: "<= 1" }, otherwise: { volume: "<= 5" } } }
  reviews: { month: monthly }
`

it("has the hundred most frequent values, and one group of all others", async () => {
  const loop = await testLoop(shop({ policy }), { at: "2026-11-02 09:00", store: memory() })
  const say = (customer: string, site?: string) =>
    loop.submit({
      channel: "phone",
      customer,
      verbatim: `order ${customer} is late`,
      facts: site === undefined ? {} : { site }
    })
  for (const [n, site] of ["North Gate", "North Gate", "Main", undefined, undefined, "South Pier"].entries())
    await say(`c-${n}`, site)
  const groupsOf = async () =>
    ((await loop.measures({ by: "site" })).groups ?? []).map(({ name, title, others, figures }) => {
      const { of } = figures.find(({ measure }) => measure === "volume") ?? { of: 0 }
      return [name, title, others, of]
    })
  expect(await groupsOf()).toEqual([
    ["Main", "Main", undefined, 3],
    ["North Gate", "North Gate", undefined, 2],
    ["South Pier", "South Pier", undefined, 1]
  ])

  // An erased customer's words are in no group any more, even if others used the same words.
  await loop.customers.erase("c-0", { by: "ann", reason: "asked to", evenIfKept: true })
  await loop.customers.erase("c-5", { by: "ann", reason: "asked to", evenIfKept: true })
  expect(await groupsOf()).toEqual([
    ["Main", "Main", undefined, 5],
    ["North Gate", "North Gate", undefined, 1]
  ])

  for (let n = 0; n < 101; n++) await say(`d-${n}`, `Site ${String(n).padStart(3, "0")}`)
  const groups = await groupsOf()
  expect(groups).toHaveLength(101)
  expect(groups.at(0)).toEqual(["Main", "Main", undefined, 5])
  expect(groups.at(-1)).toEqual(["", "3 other values", 3, 3])
  await loop.advance("5 weeks")
  const review = await loop.review("month")
  expect(review.groups.at(0)).toMatchObject({ by: "site", name: "Main", figures: [{ target: "≤ 5", verdict: "met" }] })
  expect(review.groups.at(-1)).toMatchObject({ name: "", others: 3, figures: [{ target: "≤ 5" }] })
  // Of more values cases are read twice, and it comes to the same.
  const { most } = counting
  counting.most = 2
  expect(await groupsOf()).toEqual(groups)
  expect(await loop.review("month")).toEqual(review)
  counting.most = most
  await loop.close()
}, 120_000)

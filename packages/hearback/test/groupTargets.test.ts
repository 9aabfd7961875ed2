/** Groups are judged by their own targets, and a review lists the groups that have some. */
import { join } from "node:path"
import { afterEach, beforeEach, expect, it } from "vitest"
import { type TestLoop, testLoop } from "../src/testing.ts"

const folder = join(import.meta.dirname, "../../../examples/clinic")

let loop: TestLoop
beforeEach(async () => {
  loop = await testLoop(join(folder, "clinic.policy.yaml"), {
    at: "2026-11-02 09:00",
    people: join(folder, "people.yaml")
  })
  for (const [customer, verbatim] of [
    ["c-1", "The nurse was rude."],
    ["c-2", "I waited two hours."]
  ] as const)
    await loop.for({ actor: { id: "ann" } }).submit({ channel: "email", customer, verbatim })
  await loop.advance("4 weeks")
})
afterEach(() => loop.close())

const targetsOf = (figures: readonly { readonly measure: string; readonly target?: string }[]) =>
  figures.flatMap(({ measure, target }) => (target === undefined ? [] : [`${measure} ${target}`]))

it("a group has its own target, or that of all cases", async () => {
  const { groups = [] } = await loop.measures({ by: "department" })
  expect(groups.map(({ title, figures }) => [title, targetsOf(figures)])).toEqual([
    ["Front desk", ["kept ≥ 95%"]],
    ["Ward", ["kept ≥ 90%"]]
  ])
  const { groups: people = [] } = await loop.measures({ by: "person" })
  expect(people.map(({ title, figures }) => [title, targetsOf(figures)])).toEqual([
    ["Ann Lee", ["kept ≥ 95%", "handovers ≤ 1"]]
  ])
})

it("a review lists the groups that have their own targets", async () => {
  await loop.advance("1 week")
  const { groups } = await loop.review("month")
  expect(groups.map(({ by, title, figures }) => [by, title, figures.map(({ verdict }) => verdict)])).toEqual([
    ["department", "Ward", ["missed"]],
    ["person", "Ann Lee", ["met"]]
  ])
})

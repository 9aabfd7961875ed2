/** The groupings of figures, and the targets of groups: one test for each row. */
import { describe, expect, it } from "vitest"
import { groupingMeant, groupingOf, groupingsOf, groupingTitle, targetsOfGroup } from "../src/figure/Grouping.ts"
import { summaryOf } from "../src/index.ts"
import { storiesOf, storyOf, told } from "./Fixture.ts"

const d = told({ facts: { site: { type: { _tag: "Text", values: [] }, kind: "text", default: "north" } } })
const { bundle } = d.world().policy
const [story] = storiesOf(d)
const groupOf = (name: string): string =>
  story === undefined ? "no story" : groupingOf(bundle, name)(summaryOf(story), d.world().now)

describe("a case grouped by", () => {
  it.each([
    ["person", "ann"],
    ["department", "support"],
    ["category", "report"],
    ["kind", "complaint"],
    ["channel", "phone"],
    ["urgency", "routine"],
    ["site", "north"],
    ["slow", "true"],
    ["nothing-that-is-known", ""]
  ])("%s is in %j", (name, group) => expect(groupOf(name)).toBe(group))

  it("what every policy has, its grades, and its facts except those that identify a person", () => {
    const facts = {
      ...bundle.facts,
      phone: { type: { _tag: "Text" }, kind: "text", personal: { en: "to call back" } },
      photo: { type: { _tag: "Text" }, kind: "file" }
    } as unknown as typeof bundle.facts
    const grades = bundle.grading.map(({ name }) => name)
    expect(groupingsOf({ ...bundle, facts })).toEqual([
      ...["person", "department", "category", "kind", "channel"],
      ...grades,
      ...Object.keys(bundle.facts)
    ])
  })

  it("a title in any language", () => {
    const titles = (["en", "zh-CN"] as const).map((language) => groupingTitle("person", language) ?? "")
    expect(titles).toEqual(["person", "人员"])
    expect([...titles, "urgency"].map(groupingMeant)).toEqual(["person", "person", undefined])
    expect(groupingTitle("urgency", "en")).toBeUndefined()
  })

  it.each(["department", "category", "kind", "channel", "urgency", "slow"])(
    "%s is in no group if nobody has given it",
    (name) => {
      const { facts } = bundle
      const nothing = groupingOf(
        { ...bundle, facts: { ...facts, slow: { ...facts["slow"], default: undefined } } as never },
        name
      )
      expect(nothing(summaryOf(storyOf(d.world().policy, "B", [])), d.world().now)).toBe("")
    }
  )
})

describe("the targets of", () => {
  const kept = (text: string) => ({ kept: text }) as never
  const learning = {
    targets: { kept: "all", reopened: "few" },
    targetsBy: { department: { ward: kept("ward"), otherwise: kept("others") }, person: { ann: kept("ann") } }
  } as never
  it.each([
    ["department", "ward", "ward"],
    ["department", "desk", "others"],
    ["department", "toString", "others"],
    ["person", "ann", "ann"],
    ["person", "ben", "all"],
    ["channel", "phone", "all"],
    ["toString", "phone", "all"]
  ])("the %s %s are its own, else those of the others, over those of all: %s", (by, group, expected) => {
    expect(targetsOfGroup(learning, by, group)).toEqual({ kept: expected, reopened: "few" })
  })
  it("all cases, if no group has its own", () => {
    expect(targetsOfGroup({ targets: kept("all") }, "person", "ann")).toEqual({ kept: "all" })
  })
})

/** Grades by points as people see them: in scenarios and their coverage, dry runs, cases and the page. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, it } from "vitest"
import { coverageOf } from "../../src/testing/coverage/Coverage.ts"
import { exercise } from "../../src/testing/coverage/ScenarioCoverage.ts"
import { mutate } from "../../src/testing/mutation/Mutation.ts"
import { pointsOf } from "../../src/testing/mutation/Points.ts"
import { testLoop } from "../../src/testing.ts"
import { hearback } from "../cli/Capture.ts"

const folder = mkdtempSync(join(tmpdir(), "points-"))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string): string => join(folder, name)

writeFileSync(
  at("shop.policy.yaml"),
  `hearback: 1
policy: shop
language: en
extends: [pack:base]
time-zone: Asia/Shanghai
currency: CNY
channels: { web: { mode: passive } }
roles: { agent: {}, supervisor: {}, manager: {} }
loops: { complaint: { when: { kind: complaint }, customer-loop: { told: { needs: result, tell: answer, within: 1 working day } } } }
facts: { injured: { type: yes-no, default: no }, harm: { scale: [1, 5] }, likely: { scale: [1, 5] } }
grading:
  risk:
    levels: [high, middle, low]
    points:
      - { when: { injured: yes }, add: 5 }
      - { add: 1, times: [harm, likely] }
    thresholds: { high: ">= 15", middle: "[8..15)", low: ["< 8", unknown] }
`
)
writeFileSync(
  at("people.yaml"),
  "hearback: 1\npeople: { ann: { name: Ann, roles: [agent] }, sue: { name: Sue, roles: [supervisor] }, max: { name: Max, roles: [manager] } }\n"
)

const isRisk = ({ rule }: { readonly rule: string }): boolean => rule.startsWith("grading.risk.")

/** Runs scenarios with these facts. */
const ran = async (...sheets: readonly (readonly [facts: string, risk: string])[]) => {
  const scenarios = sheets.map(
    ([facts, risk], n) =>
      `  - scenario: n${n}\n    steps: [{ at: 2026-11-16 09:00, submit: A, by: ann, channel: web, kind: inquiry, verbatim: hm, facts: { ${facts} }, expect: { A: { risk: ${risk} } } }]\n`
  )
  writeFileSync(at("a.scenario.yaml"), `hearback: 1\npolicy: shop.policy.yaml\nscenarios:\n${scenarios.join("")}`)
  const { results, exercised } = await exercise([at("a.scenario.yaml")], {})
  expect(results.flatMap(({ scenarios: all }) => all).map(({ ok }) => ok)).toEqual(sheets.map(() => true))
  const [[bundle, { all, held }] = expect.fail("nothing ran")] = [...exercised]
  const { uncovered } = coverageOf(bundle, all)
  return {
    bundle,
    held,
    uncovered: uncovered
      .filter(isRisk)
      .map(({ part, rule }) => `${part} ${rule.slice(13)}`)
      .sort()
  }
}

it("scenarios cover thresholds and rows, and detect a missing row and a threshold that is too high", async () => {
  const one = await ran(["harm: 5, likely: 5", "high"])
  expect(one.uncovered).toEqual(["decides thresholds.low", "decides thresholds.middle", "held points.1.when"])
  expect(
    pointsOf(one.bundle).map(({ change, rule, about = "" }) => `${change} ${rule.slice(13)} ${about}`.trim())
  ).toEqual(["dropped points.1", "dropped points.2", "bound thresholds.high 15", "bound thresholds.middle 8"])
  const { bundle, held, uncovered } = await ran(
    ["harm: 2, likely: 5, injured: yes", "high"],
    ["harm: 2, likely: 4", "middle"],
    ["harm: 1, likely: 1", "low"]
  )
  expect(uncovered).toEqual([])
  const { survivors } = await mutate(bundle, held, { most: 1000 })
  expect(survivors.filter(isRisk)).toEqual([])
})

it("a dry run and a case show the points line by line", async () => {
  const facts = ["--fact", "harm=2", "--fact", "likely=4", "--fact", "injured=yes"]
  const grade = [
    "grade",
    at("shop.policy.yaml"),
    "--channel",
    "web",
    "--text",
    "hm",
    "--at",
    "2026-11-16 09:00",
    ...facts
  ]
  const { out } = await hearback(grade)
  expect(out).toMatch(/risk +middle +13 points .*shop\.policy\.yaml:17/)
  expect(out).toMatch(/\+5 .*shop\.policy\.yaml:15\n.*\+8 .*shop\.policy\.yaml:16/)
  expect((await hearback([...grade, "--lang", "zh-CN"])).out).toMatch(/13 分/)
  const { json } = await hearback([...grade, "--json"])
  expect(json.grades.risk).toMatchObject({
    value: "middle",
    points: [
      { points: 5, why: { line: 15 } },
      { points: 8, why: { line: 16 } }
    ]
  })
})

it("a case shows the current points, and its history those of the last change of level", async () => {
  const loop = await testLoop(at("shop.policy.yaml"), { at: "2026-11-16 09:00", people: at("people.yaml") })
  const { case: id = "" } = await loop.submit({
    channel: "web",
    customer: "c-1",
    verbatim: "hm",
    facts: { harm: 2, likely: 5 }
  })
  const shown = async () =>
    (await loop.get(id))?.grades["risk"]?.points?.map(({ points, place }) => [points, place?.line])
  expect(await shown()).toEqual([[10, 16]])
  await loop.execute(id, { do: "set", facts: { likely: 4 } })
  expect(await shown()).toEqual([[8, 16]])
  expect(JSON.stringify(await loop.explain(id))).toContain("risk “middle” (10 points)")
})

it("the page shows the points of each row, and the level of each sum", async () => {
  await hearback(["docs", at("shop.policy.yaml"), "-o", at("page.html")])
  const out = readFileSync(at("page.html"), "utf8")
  expect(out).toMatch(/\+5/)
  expect(out).toMatch(/\+1 × harm × likely/)
  expect(out).toMatch(/<td>15 及以上<\/td><td[^>]*>high</)
  expect(out).toMatch(/<td>15 or more<\/td><td[^>]*>high</)
})

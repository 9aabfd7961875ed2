/** What the pages of the site are made of. */
import { describe, expect, it } from "vitest"
import { findingIn } from "../../scripts/finding-page.ts"
import { joinHan } from "../../scripts/han-lines.ts"
import { excerptOf, find, indexOf, marksOf, type Page } from "../../site/search.ts"
import { textOf } from "./Markdown.ts"

describe("a Chinese page of the site", () => {
  it("has no line breaks within sentences", () => {
    expect(joinHan("策略写明凭据、\n由谁、多快。\n\n- 每条\n  一行\n- 另一条")).toBe(
      "策略写明凭据、由谁、多快。\n\n- 每条一行\n- 另一条"
    )
  })

  it("keeps headings, tables, English lines and code", () => {
    const kept = "# 时限\n本页\nHearback\n| 甲 |\n乙\n\n```yaml\n策略: 网店\n语言: zh-CN\n```\n丙"
    expect(joinHan(kept)).toBe(kept)
  })
})

describe("the page of a finding", () => {
  const file = textOf("docs/diagnostics/gate/nobody.md")

  it("has one language", () => {
    expect(findingIn(file, "zh")).toMatch(/^# gate\/nobody：没有人能通过的关口\n\n错误\n\n可通过该关口的人是空的/)
    expect(findingIn(file, "zh")).toContain("不写 `由谁`")
    expect(findingIn(file, "en")).not.toMatch(/\p{Script=Han}/u)
  })

  it("has Chinese keys in Chinese, where its example can be read", () => {
    expect(findingIn(file, "en")).toContain("customer-loop: { told: { by: [] } }")
    expect(findingIn(file, "zh")).toMatch(/told: \{ 由谁: \[\] \}/)
    expect(findingIn(textOf("docs/diagnostics/yaml/alias.md"), "zh")).toContain("within: *soon")
  })
})

describe("the search of the site", () => {
  const page = (title: string, ...sections: readonly (readonly [heading: string, text: string])[]): Page => {
    const parts = sections.map(([heading, text]) => `${heading}\n\n${text}\n\n`)
    const toc = sections.map(([text], at) => ({
      id: text,
      text,
      depth: 2,
      charIndex: parts.slice(0, at).join("").length
    }))
    return { title, routePath: `/${title}`, content: parts.join(""), toc }
  }
  const index = indexOf([
    page("testing", ["In CI", "Run `hearback simulate` on every change."], ["Law", "A law holds in each life."]),
    page("host", ["Send e-mail", "A channel has three members."], ["Moves", "Deadlines moved by a holiday."]),
    page("权限", ["谁能看", "员工能看到本租户的全部案件。"], ["时限", "时限为什么变了，记录里有原因。"]),
    page("keys", ["channel", "A key of send: the e-mail channel, and CI."])
  ])
  const linksOf = (query: string) =>
    find(index, query)
      .flat()
      .map(({ link }) => link)

  it.each([
    ["simulation in CI", "/testing#In CI"],
    ["CI simulating", "/testing#In CI"],
    ["send email", "/host#Send e-mail"],
    ["why a deadline moves", "/host#Moves"],
    ["simul", "/testing#In CI"],
    ["谁能看到案件", "/权限#谁能看"],
    ["期限为什么变了", "/权限#时限"]
  ])("leads from %s to the section that has its words", (query, link) => {
    expect(linksOf(query)[0]).toBe(link)
  })

  it("finds nothing for words that stand nowhere", () => {
    expect(linksOf("bicycle")).toEqual([])
    expect(linksOf(" ?")).toEqual([])
  })

  it("marks words in their other forms", () => {
    const [section] = find(index, "deadline moves").flat()
    if (section === undefined) throw new Error("nothing found")
    const excerpt = excerptOf(section, "deadline moves")
    expect(marksOf(excerpt, "deadline moves").map(({ from, to }) => excerpt.slice(from, to))).toEqual([
      "Deadlines",
      "moved"
    ])
  })
})

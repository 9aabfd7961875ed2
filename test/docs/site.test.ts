/** What the pages of the site are made of. */
import { describe, expect, it } from "vitest"
import { joinHan } from "../../scripts/han-lines.ts"

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

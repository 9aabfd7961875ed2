/** Slips of people who write policies: each is one finding, told once, where it can be mended. */
import { describe, expect, it } from "vitest"
import { compiled, type Files, head } from "./Desk.ts"

/** Returns `code at what`, and what `check --fix` would write there. */
const told = (files: Files | string): readonly string[] =>
  compiled(typeof files === "string" ? { "shop.policy.yaml": files } : files).diagnostics.map(
    ({ code, primary, fix }) => {
      const { file, start, end } = primary.span
      return `${code} ${file.text.slice(start, end)}${fix === undefined ? "" : ` > ${fix.text}`}`
    }
  )

const said = (text: string): string =>
  compiled(text)
    .diagnostics.map(({ message }) => message.en)
    .join("\n")

describe("a file that is no policy", () => {
  it("is told as what it is, and nothing follows from that", () => {
    expect(told("hearback: 1\npeople: { li: { name: Li, roles: [agent] } }\n")).toEqual(["file/other-kind hearback"])
    expect(told("闭环: 1\n人员: { 李: { 姓名: 李 } }\n")).toEqual(["file/other-kind 闭环"])
    expect(told("hearback: 1\npolicy: shop.policy.yaml\nscenarios: []\n")).toEqual(["file/other-kind hearback"])
  })

  it("must say one of three ids, not all of them", () => {
    expect(said(head.replace("policy: shop\n", ""))).toBe("a policy file must say `policy`, `pack` or `part-of`")
  })
})

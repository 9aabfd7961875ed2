import { catalogue } from "@hearback/policy"
import { describe, expect, it } from "vitest"
import { hearback } from "../Capture.ts"

describe("explain", () => {
  it("shows the meaning of a finding, with an example to avoid and one to prefer", async () => {
    const { exit, out } = await hearback(["explain", "clock/due-while-closed"])
    expect(exit).toBe(0)
    expect(out).toContain(
      "clock/due-while-closed: promise shorter than a night\n\nThe promise counts hours round the clock"
    )
    expect(out).toContain("avoid\n  hearback: 1\n")
    expect(out).toMatch(/prefer\n[\s\S]*within: 4 working hours \}\n$/)
  })

  // Other tests check that each page has its words in both languages.
  it.each(["en", "zh"])("explains codes of every area: %s", async (lang) => {
    for (const code of Object.keys(catalogue).filter((_, at) => at % 9 === 0)) {
      const { exit, json } = await hearback(["explain", code, "--lang", lang, "--json"])
      const { level, title, says, avoid, prefer } = json
      expect([exit, level]).toEqual([0, catalogue[code as keyof typeof catalogue].level])
      // Code in backticks is the same in all languages.
      const words = `${title} ${says}`.replace(/`[^`]*`/g, "")
      expect(/\p{Script=Han}/u.test(words), `${code}: ${words}`).toBe(lang === "zh")
      expect([prefer.length > 0, Array.isArray(avoid)]).toEqual([true, true])
    }
  })

  it("shows Chinese words and keys to readers of Chinese", async () => {
    const { out } = await hearback(["explain", "channel/not-routine", "--lang", "zh"])
    expect(out).toMatch(/请写 `方式:\s例行`/)
    expect(out).toMatch(/应避免\n {2}闭环: 1\n[\s\S]*方式: 被动[\s\S]*应改为/)
    const unreadable = await hearback(["explain", "yaml/alias", "--lang", "zh"])
    expect(unreadable.out).toContain("within: *soon")
  })

  it("accepts a code as check prints it, and in capitals", async () => {
    for (const asked of ["error[clock/idle]:", "错误[clock/idle]", "Clock/Idle"])
      expect(await hearback(["explain", asked])).toMatchObject({
        exit: 0,
        out: expect.stringMatching(/^clock\/idle: /)
      })
  })

  it("lists the codes of an area, and all areas without a word", async () => {
    const area = await hearback(["explain", "clock", "--json"])
    expect(area.json.codes.every(({ code }: { code: string }) => code.startsWith("clock/"))).toBe(true)
    const all = await hearback(["explain", "--json"])
    expect(all.json.codes).toHaveLength(Object.keys(catalogue).length)
  })

  it("lists the areas for an unknown one, with the one that was probably meant", async () => {
    const area = await hearback(["explain", "clok"])
    expect([area.exit, area.err]).toEqual([2, expect.stringContaining("did you mean `clock`?")])
    const code = await hearback(["explain", "clock/idel"])
    expect([code.exit, code.err]).toEqual([2, expect.stringContaining("did you mean `clock/idle`?")])
  })
})

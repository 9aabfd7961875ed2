import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it, onTestFinished } from "vitest"
import { create } from "../src/create.ts"

interface World {
  readonly env?: Readonly<Record<string, string>>
  readonly answers?: readonly (string | undefined)[]
  readonly cwd?: string
}

const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), "create-hearback-"))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

const made = async (argv: readonly string[], { env = {}, answers, cwd = folder() }: World = {}) => {
  const [out, err, asked]: [string[], string[], string[]] = [[], [], []]
  const terminal = {
    out: (text: string) => out.push(text),
    err: (text: string) => err.push(text),
    outIsTerminal: false,
    errIsTerminal: false,
    columns: 120,
    env,
    cwd,
    now: () => 0,
    interrupted: new AbortController().signal
  }
  const left = [...(answers ?? [])]
  const ask = async (question: string) => {
    asked.push(question)
    return left.shift()
  }
  const exit = await create(argv, terminal, answers === undefined ? undefined : ask)
  const policy = (folder: string) => readFileSync(join(cwd, folder, "policy.yaml"), "utf8")
  return { exit, out: out.join(""), err: err.join(""), asked, cwd, policy }
}

describe("npm create hearback", () => {
  it("asks nothing without a terminal, takes the language of the locale and the default folder name", async () => {
    const english = await made([])
    expect([english.exit, english.policy("my-loop")]).toEqual([0, expect.stringContaining("\nhearback: 1")])
    expect(english.out).toContain("cd my-loop && npm install && npm test && npm start")
    const chinese = await made(["投诉"], { env: { LANG: "zh_CN.UTF-8" } })
    expect(chinese.policy("投诉")).toContain("\n闭环: 1")
    expect(existsSync(join(chinese.cwd, "投诉", "index.ts"))).toBe(true)
  })

  it("asks on a terminal for each option that was not given", async () => {
    const both = await made([], { answers: ["deutsch", "中文", ""] })
    expect(both.asked).toHaveLength(3)
    expect(both.policy("my-loop")).toContain("\n闭环: 1")
    const folder = await made(["--lang", "en"], { answers: ["shop"] })
    expect([folder.asked, folder.policy("shop")]).toEqual([
      ["Folder [my-loop]: "],
      expect.stringContaining("policy: shop")
    ])
    const none = await made(["shop", "--lang=zh"], { answers: [] })
    expect([none.asked, none.policy("shop")]).toEqual([[], expect.stringContaining("策略: shop")])
    const usual = await made(["shop"], { answers: [""], env: { LANG: "zh_CN.UTF-8" } })
    expect(usual.policy("shop")).toContain("策略: shop")
  })

  it("writes nothing when the person ends the input at a question", async () => {
    for (const answers of [[undefined], ["en", undefined]]) {
      const left = await made([], { answers })
      expect([left.exit, left.out, existsSync(join(left.cwd, "my-loop"))]).toEqual([130, "", false])
    }
  })

  it("overwrites no file, and explains a wrong name or option", async () => {
    const { cwd } = await made(["shop"])
    const again = await made(["shop"], { cwd })
    expect([again.exit, again.err]).toEqual([2, expect.stringContaining("already exists: `shop/policy.yaml`")])
    const { exit, err } = await made([".", "--name", "a b"])
    expect([exit, err]).toEqual([2, expect.stringContaining("error[init/bad-name]")])
    expect((await made(["--nonsense"])).err).toContain("--nonsense")
  })

  it("F-C17 · names the option that lacks its value, and a language that does not exist", async () => {
    for (const words of [["--name"], ["shop", "--name"], ["shop", "--lang"]]) {
      const { exit, err } = await made(words)
      expect([exit, err]).toEqual([2, expect.stringContaining(`\`${words.at(-1)}\` needs a value`)])
    }
    const french = await made(["shop", "--lang", "fr"], { env: { LANG: "zh_CN.UTF-8" } })
    expect([french.exit, french.err]).toEqual([2, expect.stringContaining("`--语言` 不能是 `fr`")])
  })

  it("prints its help in both languages", async () => {
    expect((await made(["--help"])).out).toMatch(/^npm create hearback \[folder\]/)
    expect((await made(["--help", "--lang", "zh"])).out).toMatch(/^npm create hearback \[目录\]/)
  })
})

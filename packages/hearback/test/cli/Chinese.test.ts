/** Words of the command line in Chinese: whatever has an English word is taken by its Chinese one too, and means the same. */
import { cpSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Arguments, Conclusion, Text } from "@hearback/core"
import { aspectWords, stepValue } from "@hearback/policy"
import { describe, expect, it } from "vitest"
import { choiceMeant, choicesIn } from "../../src/cli/program/Choice.ts"
import { type CommandSpec, type Context, commandNames, common } from "../../src/cli/program/Command.ts"
import { valuesOf } from "../../src/cli/store/CommandFlags.ts"
import { textsOf } from "../../src/cli/text/Catalogue.ts"
import { example, folder, hearback } from "./Capture.ts"

const specs = await Promise.all(
  commandNames.map(async (name): Promise<CommandSpec> => {
    const file = `${name[0]?.toUpperCase()}${name.slice(1)}`
    return (await import(`../../src/cli/command/${file}.ts`)).command
  })
)
const options = specs.flatMap(({ name, options }) =>
  options.map((option) => [`${name} ${option.flag}`, option] as const)
)
/** Their values are no words: a language by its code, the name of a format. */
const codes: readonly string[] = ["--keys", "--format"]
const context = (language: "en" | "zh-CN") => ({ language, texts: textsOf(language) }) as Context
const camelToKebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** A value of a type in both languages. */
const pairOf = (name: string, { type }: Arguments.Argument): readonly [en: string, zh: string] => {
  if (typeof type !== "string") return [type[0] ?? "", stepValue(name, type[0] ?? "", "zh-CN")]
  if (name === "kind") return ["complaint", Text.word("kind", "complaint", "zh-CN")]
  if (name === "method") return ["five-whys", "五个为什么"]
  if (type === "causes") return ["man=x", `${aspectWords.man}=x`]
  if (type === "facts" || type === "addresses") return ["a=1", "a=1"]
  return type === "yes-no" ? ["yes", "是"] : ["1", "1"]
}

const first = async () => {
  const cwd = folder()
  cpSync(example("first"), cwd, { recursive: true })
  writeFileSync(join(cwd, "in.csv"), "at,text\n2026-11-20T09:40+08:00,Third time my invoice is wrong. Unacceptable.\n")
  const call = (...words: readonly string[]) => hearback(words, { cwd, env: { HEARBACK_DB: "loop.db" } })
  const map = ["--map", "received=at", "--map", "verbatim=text", "--map", "channel:=email"]
  await call("ingest", "first.policy.yaml", "--input", "in.csv", ...map, "--virtual-time", "--at", "2026-11-20 10:00")
  const [found] = (await call("list", "--json")).json.cases
  return { call, id: found.id as string, owner: found.owner as string }
}

describe("the command line in Chinese", () => {
  it.each(Object.entries(Arguments.commands))(
    "F-C12 · takes every flag of %s by its key in scenarios",
    (verb, given) => {
      const table: Readonly<Record<string, Arguments.Argument>> = given
      const words = (at: 0 | 1) =>
        Object.entries(table).map(([name, argument]) => {
          const flag = at === 0 ? camelToKebab(name) : (argument.key ?? camelToKebab(name))
          return [flag, pairOf(name, argument)[at]] as const
        })
      expect(valuesOf(verb, table, words(1), context("zh-CN"))).toEqual(valuesOf(verb, table, words(0), context("en")))
    }
  )

  it("F-C12 · no Chinese word means two commands, two flags of one or two options of one", () => {
    const once = (words: readonly (string | undefined)[]) => {
      const found = words.filter((word) => word !== undefined)
      expect([...new Set(found)]).toEqual(found)
    }
    const verbs = Object.keys(Arguments.commands) as Arguments.GivenVerb[]
    once(verbs.flatMap((verb) => [...new Set([Arguments.keyOf(verb, "zh-CN"), Text.word("verb", verb, "zh-CN")])]))
    for (const table of Object.values(Arguments.commands))
      once(Object.values(table as Readonly<Record<string, Arguments.Argument>>).map(({ key }) => key))
    for (const { options } of specs) once([...options, ...common].map(({ zh }) => zh))
  })

  it.each(options.filter(([, { flag, choices }]) => choices !== undefined && !codes.includes(flag)))(
    "F-C12 · takes the values of %s by a Chinese word each",
    (_, { choices = [], called }) => {
      const chinese = choicesIn("zh-CN", choices, called)
      expect(chinese.filter((word) => !/^\p{Script=Han}+$/u.test(word))).toEqual([])
      expect(chinese.map((word) => choiceMeant(word, choices, called))).toEqual(choices)
      expect(choices.map((word) => choiceMeant(word, choices, called))).toEqual(choices)
    }
  )

  it("F-C12 · acts on a case by Chinese words, and answers in the language of the reader", async () => {
    const { call, id, owner } = await first()
    const passed = await call("act", id, "通过", "acknowledged", "--经手人", owner, "--json")
    expect(passed.json.asked).toEqual({ do: "pass", gate: "acknowledged" })
    expect(passed.exit, passed.out).toBe(0)
    const paid = await call("act", id, "补偿", "--数额", "20", "--理由=再次出错", "--经手人", owner, "--lang", "zh")
    expect(paid.exit, paid.out).toBe(0)
    expect(paid.out).toContain("补偿")
    const wrong = await call("act", id, "通国", "--as", owner, "--lang", "zh")
    expect(wrong.err).toMatch(/是不是想写 `通过`/)
    expect(wrong.err).toContain("`移交`")
    expect(wrong.err).not.toContain("hand-over")
    expect((await call("act", id, "补偿", "20", "--经手人", owner, "--lang", "zh")).err).toContain("缺少 `--理由`")
    const answered = await call("act", id, "答复", "--答", "好", "--as", owner, "--lang", "zh")
    expect(answered.err).toContain("`同意`、`另提`、`拒绝`")
  })

  it("F-C12 · says a customer without a name in words, in either language", async () => {
    const graded = async (lang: string) =>
      (await hearback(["grade", example("after-sales/after-sales.policy.yaml"), "--text", "空调坏了", "--lang", lang]))
        .out
    expect(await graded("zh")).toMatch(/回执 {2}致 客户/)
    expect(await graded("en")).toMatch(/回执 {2}to the customer/)
    expect(`${await graded("zh")}${await graded("en")}`).not.toContain("anonymous")
  })

  it("F-C12 · finds cases by Chinese flags, states and kinds", async () => {
    const { call, id } = await first()
    const found = async (...words: readonly string[]) =>
      (await call("list", ...words, "--json")).json.cases.map((one: { id: string }) => one.id)
    expect(await found("--状态", "未结束", "--性质=投诉", "--类别", "billing", "--排序", "时限")).toEqual([id])
    expect(await found("--状态", "已结案")).toEqual([])
    expect(await found("--状态", "全部", "--文字", "invoice")).toEqual([id])
    const wrong = await call("list", "--状态", "结了", "--lang", "zh")
    expect([wrong.exit, wrong.err]).toEqual([2, expect.stringContaining("`已结案`")])
    expect((await call("quarantine", "列出")).exit).toBe(0)
  })

  it("F-C12 · lists commands and flags in help by the words of the reader", async () => {
    const { out } = await hearback(["act", "--help", "--lang", "zh"])
    for (const verb of Object.keys(Arguments.commands) as Arguments.GivenVerb[])
      expect(out).toMatch(new RegExp(`^  ${Arguments.keyOf(verb, "zh-CN")} `, "m"))
    expect(out).toMatch(/^ {2}补偿 +给予补偿.+--数额 --理由$/m)
    expect((await hearback(["list", "--help", "--lang", "zh"])).out).toContain("--state, --状态 <state>")
  })

  it("F-C12 · shows conclusions by the words that gates take", () => {
    for (const meaning of ["adopted", "later", "declined"])
      for (const language of ["en", "zh-CN"] as const)
        expect(Text.word("evidence", meaning, language)).toBe(Conclusion.spoken(meaning, language))
  })
})

/** Chinese words of the command line: whatever has an English word can also be written with its Chinese word. */
import { cpSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Arguments, Conclusion, Text } from "@hearback/core"
import { aspectWords, expectedKey, stepKey, stepValue } from "@hearback/policy"
import { describe, expect, it } from "vitest"
import { choiceMeant, choicesIn } from "../../src/cli/program/Choice.ts"
import { type CommandContext, type CommandSpec, common } from "../../src/cli/program/Command.ts"
import { parse } from "../../src/cli/program/CommandLine.ts"
import { valuesOf } from "../../src/cli/store/CommandFlags.ts"
import { textsOf } from "../../src/cli/text/Catalogue.ts"
import { helps } from "../../src/cli/text/Helps.ts"
import { commandNames, flagCalled } from "../../src/cli/text/Names.ts"
import { names } from "../../src/cli/text/zh-CN/word/Names.ts"
import { example, folder, hearback } from "./Capture.ts"

const { commands: commandWords, options: optionWords, placeholders: placeholderWords } = names

const specs = await Promise.all(
  commandNames.map(async (name): Promise<CommandSpec> => {
    const file = `${name[0]?.toUpperCase()}${name.slice(1)}`
    return (await import(`../../src/cli/command/${file}.ts`)).command
  })
)
const options = specs.flatMap(({ name, options }) =>
  options.map((option) => [`${name} ${option.flag}`, option] as const)
)
/** Options whose values are no words: a language code, or the name of a format. */
const codes: readonly string[] = ["--keys", "--format"]
const context = (language: "en" | "zh-CN") => ({ language, texts: textsOf(language) }) as CommandContext
const camelToKebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Returns a value of a type in both languages. */
const pairOf = (name: string, { type }: Arguments.CommandArgument): readonly [en: string, zh: string] => {
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
    "F-C12 · accepts every flag of %s by its key in scenarios",
    (verb, given) => {
      const table: Readonly<Record<string, Arguments.CommandArgument>> = given
      const words = (at: 0 | 1) =>
        Object.entries(table).map(([name, argument]) => {
          const flag = at === 0 ? camelToKebab(name) : (argument.key ?? camelToKebab(name))
          return [flag, pairOf(name, argument)[at]] as const
        })
      expect(valuesOf(verb, table, words(1), context("zh-CN"))).toEqual(valuesOf(verb, table, words(0), context("en")))
    }
  )

  it("F-C12 · has no Chinese word for two commands, two flags of one or two options of one", () => {
    const once = (words: readonly (string | undefined)[]) => {
      const found = words.filter((word) => word !== undefined)
      expect([...new Set(found)]).toEqual(found)
    }
    const verbs = Object.keys(Arguments.commands) as Arguments.GivenVerb[]
    once(verbs.flatMap((verb) => [...new Set([Arguments.keyOf(verb, "zh-CN"), Text.word("verb", verb, "zh-CN")])]))
    for (const table of Object.values(Arguments.commands))
      once(Object.values(table as Readonly<Record<string, Arguments.CommandArgument>>).map(({ key }) => key))
    once(Object.values(commandWords))
    once(Object.values(optionWords))
  })

  it.each(options.filter(([, { flag, choices }]) => choices !== undefined && !codes.includes(flag)))(
    "F-C12 · accepts the values of %s by a Chinese word each",
    (_, { choices = [], called }) => {
      const chinese = choicesIn("zh-CN", choices, called)
      expect(chinese.filter((word) => !/^\p{Script=Han}+$/u.test(word))).toEqual([])
      expect(chinese.map((word) => choiceMeant(word, choices, called))).toEqual(choices)
      expect(choices.map((word) => choiceMeant(word, choices, called))).toEqual(choices)
    }
  )

  it("F-C12 · has one Chinese name for every command and every option, and no other names", () => {
    expect(specs.map(({ name }) => name)).toEqual(commandNames)
    const flags = new Set([...specs.flatMap((spec) => spec.options), ...common].map(({ flag }) => flag.slice(2)))
    expect(Object.keys(optionWords).filter((name) => !flags.has(name))).toEqual(["version"])
    const placeholders = specs.flatMap((spec) => [
      ...spec.arguments.map(({ name }) => name),
      ...spec.options.flatMap(({ value }) => value ?? [])
    ])
    expect(new Set(Object.keys(placeholderWords))).toEqual(new Set(placeholders))
    const words = [commandWords, optionWords].flatMap((table) => Object.values(table))
    expect(words.filter((word) => !/^\p{Script=Han}+$/u.test(word))).toEqual([])
  })

  it("F-C12 · names an option like the same key of scenarios", () => {
    const keys = {
      as: "by",
      at: "at",
      text: "text",
      kind: "kind",
      category: "category",
      customer: "customer",
      key: "key"
    }
    for (const [option, key] of Object.entries(keys))
      expect(optionWords[option as keyof typeof optionWords]).toBe(stepKey(key)["zh-CN"])
    expect(optionWords.owner).toBe(expectedKey("owner")["zh-CN"])
    expect(optionWords.gate).toBe(expectedKey("gates")["zh-CN"])
    expect(optionWords.clock).toBe(expectedKey("clocks")["zh-CN"])
  })

  it.each(commandNames)(
    "F-C12 · accepts %s and its options by their Chinese names, and help lists both",
    async (name) => {
      const spec = specs.find((one) => one.name === name) ?? expect.fail()
      const chinese = commandWords[name]
      const help = await hearback([chinese, "--帮助", "--语言", "zh"])
      expect(help.exit).toBe(0)
      expect(help.out).toBe((await hearback([name, "--help", "--lang", "zh"])).out)
      expect((await hearback(["帮助", chinese, "--lang", "zh"])).out).toBe(help.out)
      expect(help.out).not.toMatch(/<[a-z]|hearback [a-z]/)
      for (const { flag } of [...spec.options, ...common])
        expect(help.out).toContain(`${flag}, --${optionWords[flag.slice(2) as keyof typeof optionWords]}`)
      expect((await hearback(["--help", "--lang", "zh"])).out).toContain(`  ${name}, ${chinese} `)
      // The same parser returns the same request.
      const line = (language: "en" | "zh-CN"): readonly string[] => [
        ...spec.arguments.flatMap(({ required }, n) => (required === true ? [`a${n}`] : [])),
        ...spec.options.flatMap(({ flag, value, choices, called }) => {
          const [choice] = choicesIn(language, choices ?? ["1"], called)
          return [flagCalled(flag, language), ...(value === undefined ? [] : [choice ?? "1"])]
        })
      ]
      const read = (language: "en" | "zh-CN") => {
        const request = parse(spec, line(language), textsOf(language).frame, language)
        const names = spec.options.map(({ flag }) => flag.slice(2))
        return {
          ...request,
          values: names.map((one) => [request.has(one), request.many(one)]),
          one: 0,
          many: 0,
          has: 0
        }
      }
      expect(read("zh-CN")).toEqual(read("en"))
    }
  )

  it("F-C12 · has no Chinese text with an English name of a command or an option", () => {
    const textsIn = (value: unknown): readonly string[] => {
      if (typeof value === "string") return [value]
      if (typeof value === "function") return [String(value)]
      return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : []
    }
    const english = new RegExp(
      `--(${Object.keys(optionWords).join("|")})\\b(?!=)|hearback (${commandNames.join("|")})\\b`
    )
    const all = [textsOf("zh-CN"), helps["zh-CN"]].flatMap(textsIn)
    expect(all.filter((text) => english.test(text) && /\p{Script=Han}/u.test(text))).toEqual([])
  })

  it("F-C12 · reports faults with the meant word in the reader's language", async () => {
    const fault = async (...words: readonly string[]) => (await hearback(["--lang", "zh", ...words])).err
    expect(await fault("检察")).toMatch(/没有命令 `检察`[\s\S]*是不是想写 `检查`/)
    expect(await fault("案件")).toMatch(/缺少 `<编号>`[\s\S]*hearback 案件 --帮助/)
    expect(await fault("erase", "C-1")).toContain("缺少 `--理由`")
    expect(await fault("待办", "--状太", "x")).toMatch(/`待办` 没有选项 `--状太`[\s\S]*是不是想写 `--状态`/)
    expect(await fault("list", "--limit")).toContain("`--件数` 后面要写一个值")
    expect(await fault("check", "--fail-on", "x")).toContain("`--不通过条件` 不能是 `x`")
  })

  it("F-C12 · acts on a case by Chinese words, and answers in the reader's language", async () => {
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

  it("F-C12 · has words for an anonymous customer in either language", async () => {
    const graded = async (lang: string) =>
      (await hearback(["grade", example("after-sales/after-sales.policy.yaml"), "--text", "空调坏了", "--lang", lang]))
        .out
    expect(await graded("zh")).toMatch(/回执 {2}发给客户/)
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

  it("F-C12 · lists commands and flags in help in the reader's language", async () => {
    const { out } = await hearback(["act", "--help", "--lang", "zh"])
    for (const verb of Object.keys(Arguments.commands) as Arguments.GivenVerb[])
      expect(out).toMatch(new RegExp(`^  ${Arguments.keyOf(verb, "zh-CN")} `, "m"))
    expect(out).toMatch(/^ {2}补偿 +给予补偿.+--数额 --理由$/m)
    expect((await hearback(["list", "--help", "--lang", "zh"])).out).toContain("--state, --状态 <状态>")
  })

  it("F-C12 · shows conclusions by the words that gates accept", () => {
    for (const meaning of ["adopted", "later", "declined"])
      for (const language of ["en", "zh-CN"] as const)
        expect(Conclusion.meaningOfWord(Text.word("evidence", meaning, language))).toBe(meaning)
  })
})

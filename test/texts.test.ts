import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"

/** Packages whose texts stand in a folder for each language: docs/decisions/0047. */
const packages = ["core", "engine", "insight"]

/** Where these have Chinese outside the folders: what people write, which is read, and Chinese keys of policies. */
const readsChinese = [
  "core/src/case/Conclusion.ts",
  "core/src/command/",
  "core/src/draft/Notice.ts",
  "core/src/language/",
  "core/src/policy/GateKind.ts",
  "core/src/policy/MeasureWords.ts",
  "core/src/rule/feedback/courtesy.ts",
  "core/src/table/",
  "core/src/text/phrase/Question.ts",
  "engine/src/deliver/TextParts.ts",
  "engine/src/testing/",
  "insight/src/report/",
  "insight/src/summary/SurveyAnswers.ts"
]

/** Where it is said which languages there are. */
const listsLanguages = ["core/src/policy/Rule.ts", "core/src/testing/MadeUp.ts"]

const root = join(import.meta.dirname, "../packages")
const files = packages.flatMap((name) =>
  readdirSync(join(root, name, "src"), { recursive: true, encoding: "utf8" })
    .map((file) => `${name}/src/${file}`)
    .filter((path) => path.endsWith(".ts") && !/\/text\/(?:en|zh-CN)\/|\/generated\//.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }))
)

const code = (text: string): string => text.replace(/\/\*.*?\*\//gs, "").replace(/^\s*\/\/.*$/gm, "")

const textsIn = (text: string): readonly string[] => code(text).match(/[\p{Script=Han}，。；：、（）]+/gu) ?? []

/** Where a language is told apart, or listed once more. */
const choicesIn = (text: string): readonly string[] =>
  code(text).match(/[=!]== "(?:en|zh-CN)"|"zh-CN" \| "en"|"en" \| "zh-CN"/g) ?? []

const found = (search: (text: string) => readonly string[], allowed: readonly string[]): readonly string[] =>
  files
    .filter(({ path }) => !allowed.some((each) => path.startsWith(each)))
    .flatMap(({ path, text }) => search(text).map((each) => `${path}: ${each}`))

describe("texts", () => {
  it("stand in the folders of their languages", () => expect(found(textsIn, readsChinese)).toEqual([]))

  it("are nowhere chosen by the name of a language", () => expect(found(choicesIn, listsLanguages)).toEqual([]))

  it("would be found elsewhere, and nothing is let pass without need", () => {
    expect(textsIn('/** 首问人 */\nconst owner = { en: "owner", zh: "首问人" }')).toEqual(["首问人"])
    expect(choicesIn('const say = language === "en" ? "open" : "shut"')).toHaveLength(1)
    const isNeeded = (allowed: string, search: (text: string) => readonly string[]): boolean =>
      files.some(({ path, text }) => path.startsWith(allowed) && search(text).length > 0)
    expect(readsChinese.filter((each) => !isNeeded(each, textsIn))).toEqual([])
    expect(listsLanguages.filter((each) => !isNeeded(each, choicesIn))).toEqual([])
  })
})

import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { parseDocument } from "yaml"
import { generatedFiles, languageFolders } from "../scripts/language-registries.ts"
import { addTexts } from "../scripts/pack-texts.ts"

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

/** Where a language is named: keys of policies stay in two languages, and Chinese words have their own letters. */
const namesLanguages = [
  "core/src/command/Arguments.ts",
  "core/src/policy/Rule.ts",
  "core/src/testing/MadeUp.ts",
  "engine/src/testing/adapter/BrokenCustomers.ts",
  "hearback/src/cli/command/Fmt.ts",
  "hearback/src/cli/page/Document.ts",
  "hearback/src/cli/policy/FindingPages.ts",
  "hearback/src/cli/simulate/Setting.ts",
  "policy/src/analyse/check/Loops.ts",
  "policy/src/schema/",
  "policy/src/shape/Check.ts",
  "policy/src/outline/Branch.ts",
  "policy/src/read/section/Messages.ts",
  "policy/src/translation/",
  "policy/src/value/Duration.ts",
  "policy/src/vocabulary/"
]

const root = join(import.meta.dirname, "../packages")
const isOfLanguage = (path: string): boolean =>
  languageFolders().some((language) => path.includes(`/text/${language}/`))

const filesOf = (names: readonly string[]) =>
  names.flatMap((name) =>
    readdirSync(join(root, name, "src"), { recursive: true, encoding: "utf8" })
      .map((file) => `${name}/src/${file}`)
      .filter((path) => path.endsWith(".ts") && !isOfLanguage(path) && !path.includes("/generated/"))
      .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }))
  )
const files = filesOf(packages)
const allFiles = filesOf([
  ...packages,
  "policy",
  "simulation",
  "backtest",
  "store-sql",
  "cluster",
  "hearback",
  "create-hearback"
])

const code = (text: string): string => text.replace(/\/\*.*?\*\//gs, "").replace(/^\s*\/\/.*$/gm, "")

const textsIn = (text: string): readonly string[] => code(text).match(/[\p{Script=Han}，。；：、（）]+/gu) ?? []

/** Which of the two languages of keys somebody writes is no choice of a text. */
const ofKeys = /(?:\bkeys|\b(?:keysOf|keyLanguageOf)\([\w.]+\)) [=!]== "(?:en|zh-CN)"/g

const namesIn = (text: string): readonly string[] =>
  code(text)
    .replace(ofKeys, "")
    .match(/"zh-CN"|[=!]== "en"/g) ?? []

const found = (
  among: typeof files,
  search: (text: string) => readonly string[],
  allowed: readonly string[]
): readonly string[] =>
  among
    .filter(({ path }) => !allowed.some((each) => path.startsWith(each)))
    .flatMap(({ path, text }) => search(text).map((each) => `${path}: ${each}`))

describe("texts", () => {
  it("stand in the folders of their languages", () => expect(found(files, textsIn, readsChinese)).toEqual([]))

  it("are nowhere chosen by the name of a language", () => expect(found(allFiles, namesIn, namesLanguages)).toEqual([]))

  it("are put together from the folders that there are", () => {
    for (const [path, lines] of Object.entries(generatedFiles()))
      expect(readFileSync(join(root, "..", path), "utf8"), path).toBe(`${lines.join("\n")}\n`)
    expect(generatedFiles(["en", "qaa", "zh-CN"])["packages/policy/src/text/generated/Keys.ts"]).toContain(
      'import { says as qaa } from "../qaa/outline/Keys.ts"'
    )
  })

  it("would be found elsewhere, and nothing is let pass without need", () => {
    expect(textsIn('/** 首问人 */\nconst owner = { en: "owner", zh: "首问人" }')).toEqual(["首问人"])
    expect(namesIn('const say = language === "en" ? "open" : "shut"')).toHaveLength(1)
    const isNeeded = (allowed: string, search: (text: string) => readonly string[]): boolean =>
      allFiles.some(({ path, text }) => path.startsWith(allowed) && search(text).length > 0)
    expect(readsChinese.filter((each) => !isNeeded(each, textsIn))).toEqual([])
    expect(namesLanguages.filter((each) => !isNeeded(each, namesIn))).toEqual([])
  })

  it("come to a pack from a file of a further language, which has all of them and no other", () => {
    const pack = `title: { en: Rules, zh-CN: 规则 } # said once\nmessages:\n  thanks: { text: { en: Thank you, zh-CN: 谢谢 } }\n`
    const withTexts = (texts: object): string => {
      const document = parseDocument(pack)
      addTexts(document, "fr", texts, "base")
      return document.toString()
    }
    expect(withTexts({ title: "Règles", messages: { thanks: { text: "Merci" } } })).toBe(
      pack.replace("规则", "规则, fr: Règles").replace("谢谢", "谢谢, fr: Merci")
    )
    expect(() => withTexts({ title: "Règles", roles: { agent: "Agent" } })).toThrow(
      "fr/base.yaml lacks [messages.thanks.text] and has no place for [roles.agent]"
    )
  })
})

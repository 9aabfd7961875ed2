/** The pages of packs, made from the packs: what each promises, its gates, limits and sources, in both languages. */
import { type PackView, packs, packView } from "@hearback/policy"
import { packTables } from "../../packages/hearback/src/cli/render/Pack.ts"
import { textsOf } from "../../packages/hearback/src/cli/text/Catalogue.ts"
import { pictureOf } from "./Pictures.ts"

export const packsFolder = "docs/packs"

const languages = ["en", "zh-CN"] as const
type Language = (typeof languages)[number]

const said = {
  en: (name: string, version: number) =>
    `Version ${version}, made from [the pack](../../packages/policy/packs/${name}.policy.yaml), which a policy extends by \`extends: [pack:${name}]\`. Not legal advice.`,
  "zh-CN": (name: string, version: number) =>
    `第 ${version} 版，由[策略包](../../packages/policy/packs/${name}.policy.yaml)生成，策略以 \`继承: [pack:${name}]\` 继承它。不构成法律意见。`
}

const intro = `# Packs · 策略包

A pack is a policy that others extend: \`extends: [pack:uk-fca-disp]\`. Each page says what a pack promises, by which
clauses, how far their texts were checked, and what it leaves to its heirs. \`hearback init --pack <name>\` begins a policy
over one. **None of it is legal advice**: who relies on a pack reads the law.

策略包是供他人继承的策略：\`继承: [pack:cn-cbirc]\`。每页说明一个策略包承诺什么、依据哪些条款、文本核对到什么程度、留给继承者什么。
\`hearback 新建 --策略包 <名称>\` 以它为底新建策略。**不构成法律意见**：使用者须自行查阅法规。

| pack · 策略包 | title · 名称 | version · 版次 | rests on · 依据 |
|---|---|---|---|
`

const views = [...packs().keys()].flatMap((name) => packView(name) ?? [])

/** Returns every page by its path. */
export const packPages = (): Readonly<Record<string, string>> => ({
  [`${packsFolder}/README.md`]: `${intro}${views.map(row).join("\n")}\n`,
  ...Object.fromEntries(views.map((view) => [`${packsFolder}/${view.name}.md`, page(view)]))
})

const row = ({ name, title, version = 0, sources }: PackView): string =>
  `| [${name}](${name}.md) | ${title.en} · ${title["zh-CN"]} | ${version} | ${sources.map(({ cite }) => cell(cite)).join(", ")} |`

const page = (view: PackView): string =>
  `# ${view.name}\n\n${languages.map((language) => section(view, language)).join("\n\n")}\n`

const section = (view: PackView, language: Language): string => {
  const words = textsOf(language).packs
  const { name, title, version = 0, leftOpen } = view
  const tables = packTables(view, words, language).map(
    ({ title: head, heads, rows }) =>
      `### ${head}\n\n| ${heads.join(" | ")} |\n|${heads.map(() => "---|").join("")}\n${rows
        .map((each) => `| ${each.map(cell).join(" | ")} |`)
        .join("\n")}`
  )
  const picture = pictureOf(name, language)
  return [
    `## ${title[language]}`,
    said[language](name, version),
    ...(picture === undefined ? [] : [`![${title[language]}](${picture})`]),
    ...tables,
    ...(leftOpen.length === 0
      ? []
      : [`### ${words.leftOpen}\n\n${leftOpen.map((each) => `- ${each[language]}`).join("\n")}`])
  ].join("\n\n")
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ")

/** The index of all diagnostics, written from their pages. */
import { catalogue } from "../../packages/policy/src/diagnostic/Catalogue.ts"
import { fencesOf, textOf } from "./Markdown.ts"
import { folder, pageOf } from "./Page.ts"

/** What the codes of an area are about. */
export const areas: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  file: ["files", "文件"],
  yaml: ["how a file is written", "书写"],
  language: ["versions of the language", "语言版本"],
  shape: ["keys and values", "键与值"],
  name: ["names", "名称"],
  value: ["quantities and dates", "数量与日期"],
  cell: ["cells of a condition", "条件"],
  table: ["tables", "规则表"],
  matrix: ["matrices", "矩阵"],
  grade: ["grading", "定级"],
  points: ["points", "计分"],
  category: ["categories", "类别"],
  dictionary: ["the dictionary", "词典"],
  channel: ["channels", "渠道"],
  form: ["forms", "表单"],
  ownership: ["ownership", "首问负责"],
  gate: ["gates", "关口"],
  clock: ["clocks", "时钟"],
  loop: ["loops", "闭环路径"],
  authority: ["authority", "授权"],
  problem: ["problems", "同因问题"],
  alarm: ["alarms", "警报"],
  assume: ["assumptions", "前提"],
  sending: ["sending", "发送规则"],
  learning: ["learning", "复盘改进"],
  retention: ["keeping records", "档案保存"],
  calendar: ["calendars", "日历"],
  extends: ["one policy over others", "继承"],
  pack: ["packs", "策略包"],
  lock: ["locked packs", "锁定的策略包"],
  source: ["sources", "来源"],
  binding: ["binding rules", "强制条款"],
  message: ["messages", "消息"],
  people: ["people files", "人员表"],
  scenario: ["scenarios", "场景"],
  simulation: ["simulation files", "模拟方案"],
  routine: ["routines", "例行事项"],
  survey: ["surveys of several questions", "问卷"],
  log: ["log mappings", "日志映射"],
  finding: ["accepted findings", "例外"],
  analysis: ["the check itself", "检查本身"]
}

/** Every code with the file of its page, in the order of the catalogue. */
export const codes: readonly { readonly code: string; readonly area: string; readonly file: string }[] = Object.keys(
  catalogue
).map((code) => ({ code, area: code.slice(0, code.indexOf("/")), file: `${folder}/${code}.md` }))

/** Returns the index page: its introduction as it stands, and a table for each area. */
export const indexPage = (): string => {
  const file = `${folder}/README.md`
  const text = textOf(file)
  const lines = text.split("\n")
  const last = fencesOf(file, text).at(-1)
  const from = last === undefined ? -1 : lines.findIndex((line, at) => at >= last.line && line.startsWith("## "))
  const head = (from < 0 ? lines : lines.slice(0, from)).join("\n").trimEnd()
  const tables = Object.entries(areas).flatMap(([area, [en, zh]]) => [
    "",
    `## ${area} · ${en} · ${zh}`,
    "",
    "| code | says | 说的是 |",
    "|---|---|---|",
    ...codes.filter((each) => each.area === area).map(({ code, file: page }) => rowOf(code, page))
  ])
  return `${[head, ...tables].join("\n")}\n`
}

const rowOf = (code: string, file: string): string => {
  const { summary } = pageOf(file)
  return `| [\`${code}\`](${code}.md) | ${summary.en} | ${summary.zh} |`
}

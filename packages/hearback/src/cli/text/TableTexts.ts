/** What is said of the tables of a store, in both languages. */
import type { Language } from "../../runtime/Language.ts"

const en = {
  part: { record: "record", keys: "keys" },
  heads: { part: "tables", version: "version", oldest: "for programs from", program: "this program" },
  none: "none yet",
  isCurrent: "nothing is to be migrated",
  isBehind: "`hearback db migrate` brings the tables to the version of this program",
  isWide: "`hearback db migrate --contract` takes away what only older programs used, once none of them runs",
  migrated: "the tables have the version of this program",
  contracted: "the tables have the version of this program, and nothing of an older one",
  heading: (part: string) => `-- ${part}`,
  needsFile: (action: string) => `\`db ${action}\` needs the file of the record`,
  progress: (rows: number) => `${rows} ${rows === 1 ? "row" : "rows"}`,
  exported: (rows: number, files: string) => `${rows} ${rows === 1 ? "row" : "rows"} written into ${files}`,
  withoutKeys: "without its keys nobody can read what is sealed: name a second file for them, and keep it apart",
  imported: (rows: number) =>
    `${rows} ${rows === 1 ? "row" : "rows"} read; \`hearback verify\` shows that the record is whole`
}

export type TableTexts = typeof en

const zh: TableTexts = {
  part: { record: "记录", keys: "密钥" },
  heads: { part: "库表", version: "版本", oldest: "适用程序自", program: "本程序" },
  none: "尚未建立",
  isCurrent: "无需升级",
  isBehind: "请运行 `hearback 库表 升级`，使库表与本程序版本一致",
  isWide: "旧版本程序全部停用后，可运行 `hearback 库表 升级 --清除旧结构` 去掉只有它们才用的部分",
  migrated: "库表已与本程序版本一致",
  contracted: "库表已与本程序版本一致，旧版本的部分已去掉",
  heading: (part) => `-- ${part}`,
  needsFile: (action) => `\`库表 ${action}\` 要写记录文件`,
  progress: (rows) => `${rows} 行`,
  exported: (rows, files) => `已写入 ${rows} 行：${files}`,
  withoutKeys: "没有密钥，加密内容无人能读：请再写一个密钥文件，并分开保存",
  imported: (rows) => `已读入 ${rows} 行；可用 \`hearback 核对\` 确认记录完整`
}

export const tableTexts: Readonly<Record<Language, TableTexts>> = { en, "zh-CN": zh }

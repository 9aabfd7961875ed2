/** What is said of the tables of a store, in both languages. */
import type { TableTexts } from "../en/TableTexts.ts"

export const tableTexts: TableTexts = {
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

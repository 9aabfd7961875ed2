/** What findings are about, where no word of the policy names it. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/part/Things.ts"

export const thing: Like<typeof en.thing> = {
  columns: "日志映射的 `columns`",
  map: "映射",
  policyFile: "策略文件",
  languageTag: "语言标签，例如 `zh-CN` 或 `en`",
  row: "此行",
  head: "表头",
  extension: "延期",
  failedCheck: "未见效的验证",
  dissatisfied: "不满意的客户",
  silence: "客户不答复时的处理",
  reopening: "重开",
  question: "题目",
  fact: "事实",
  message: "消息",
  loopFor: (kind) => `\`${kind}\` 的闭环路径`,
  points: "计分的维度",
  this: "这个值",
  thisMap: "此处",
  thisPlace: "此处",
  amount: "数额",
  customer: "带 `id` 的客户",
  step: "一步",
  caseName: "案件名",
  caseOrGate: "一个案件，或案件与关口",
  caseAlone: "只写案件"
}

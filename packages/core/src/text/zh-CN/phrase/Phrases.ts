import type * as en from "../../en/phrase/Phrases.ts"
import type { Like } from "../../shape/Like.ts"
import { zh } from "../form/Blanks.ts"

export const phrase: Like<typeof en.phrase> = {
  channel: (name) => zh`${name} 渠道`,
  department: (name) => zh`部门 ${name}`,
  noDue: "未定",
  message: (name) => `“${name}”`,
  nothingChanged: "没有变化",
  exceeds: (verb, limit) => `${verb}${limit}`,
  preventionFailed: (id) => zh`案件 ${id} 的预防措施未见效`,
  onBehalf: (who) => zh`（${who} 代客户录入）`
}

export const wait: Like<typeof en.wait> = {
  takeUp: "认领",
  handover: "接收移交",
  onCall: "值班接手",
  shift: "首问人下班",
  part: (department) => zh`等待 ${department} 答复`,
  approval: "审批",
  action: (gate, number) => zh`${gate} 第 ${number} 项措施`,
  silence: (gate) => zh`等待客户答复（${gate}）`,
  retention: "档案保存",
  observation: (gate) => zh`${gate} 观察期`
}

export const request: Like<typeof en.request> = {
  regrade: (duty, level) => zh`${duty}为 ${level}`,
  waive: (duty, gate) => zh`${duty} ${gate}`,
  extend: (duty, clock, until) => zh`${clock} ${duty}${until === undefined ? "" : zh`至 ${until}`}`
}

export const question: Like<typeof en.question> = {
  yesNo: "是/否",
  scale: (from, to) => `${from} 至 ${to} 分`,
  several: "可多选",
  skip: "可回复“跳过”"
}

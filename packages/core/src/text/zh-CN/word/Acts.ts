import type * as en from "../../en/word/Acts.ts"
import type { Like } from "../../shape/Like.ts"

export const window: Like<typeof en.window> = {
  "per-case": "每件",
  "per-day": "每日",
  "per-month": "每月",
  "per-year": "每年"
}

export const governing: Like<typeof en.governing> = {
  publish: "发布策略的新版本",
  move: "将案件换到其他策略版本",
  erase: "擦除该客户的信息"
}

export const task: Like<typeof en.task> = {
  write: "代客户来信",
  facts: "记录事实",
  withdrawn: "撤回",
  classification: "更正分类"
}

export const classifier: Like<typeof en.classifier> = {
  decided: "，由业务系统的分类器判定",
  unsure: "；业务系统的分类器无法确定，由词典判定",
  late: "；业务系统的分类器超时，由词典判定",
  failed: "；业务系统的分类器出错，由词典判定",
  "no-category": "；业务系统的分类器给出的类别不在策略之内，由词典判定"
}

export const type: Like<typeof en.type> = {
  text: "文字",
  number: "数值",
  integer: "整数",
  money: "金额",
  "yes-no": "是或否",
  date: "日期",
  duration: "时长",
  file: "文件",
  amount: "数额，如 `500` 或 `500 CNY`",
  texts: "若干文字",
  facts: "按名称给出的事实",
  actions: "若干措施，每项有 `what`",
  causes: "按名称给出的原因",
  "one-of": "策略所列取值之一",
  "some-of": "策略所列取值中的若干项",
  scale: "分值"
}

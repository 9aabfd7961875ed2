/** A policy file: what each thing is called, and what each key says. */
import type { Like } from "@hearback/core"
import type * as en from "../../../en/outline/file/Policy.ts"

export const title: Like<typeof en.title> = {
  Policy: "策略文件",
  Clocks: "时钟表"
}

export const says: Like<typeof en.says> = {
  Policy: {
    hearback: "语言版本。",
    policy: "策略标识。",
    pack: "供他人继承的策略包标识。",
    "part-of": "此分文件所属的策略。",
    version: "策略包的第几版。",
    title: "给人看的名称。",
    language: "未注明语言的文字所用语言。",
    extends: "所继承的策略包与文件。",
    parts: "本策略的其他文件。",
    effective: "自何日生效。",
    sources: "所依据的法规与标准。",
    "time-zone": "日期所在时区（IANA）。",
    currency: "未注明币种的金额所用币种（ISO 4217）。",
    roles: "角色。",
    departments: "部门及对接人。",
    customers: "客户可同意的事项。",
    facts: "案件的已知事实。",
    events: "业务系统的事件。",
    calendars: "工作时间。",
    assume: "绝不发生的情形。",
    channels: "反馈的来源。",
    intake: "反馈如何成案。",
    dictionary: "如何理解用语。",
    grading: "各维度如何定级。",
    ownership: "谁负责到底。",
    "gate-defaults": "各关口的缺省设定。",
    "clock-defaults": "各时钟的缺省设定。",
    alarms: "触发知会的条件。",
    loops: "各类案件须走的路径。",
    endings: "案件如何提前结束。",
    clocks: "时限。",
    authority: "谁可决定多少。",
    problems: "何时归为同一问题。",
    messages: "告知客户与人员的消息。",
    sending: "消息何时发出。",
    learning: "衡量与复盘。",
    retention: "档案保存多久。",
    "accepted-findings": "已接受的警告、理由与期限。"
  }
}

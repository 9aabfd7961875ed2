/** A log mapping: what each thing is called, and what each key says. */
import type { Like } from "@hearback/core"
import type * as en from "../../../en/outline/file/Log.ts"

export const title: Like<typeof en.title> = {
  LogColumn: "列名",
  LogColumns: "日志的列",
  LogConstants: "所有案件的共同取值",
  Happening: "关口、事件、所发生之事，或 `none`",
  Waiting: "等待",
  LogWork: "办理",
  LogQuestion: "询问客户",
  Question: "询问客户什么",
  LogReply: "客户答复",
  Reply: "客户如何答复",
  LogMeaning: "活动的含义",
  LogDecided: "当时的决定",
  LogGrades: "维度与列",
  LogKept: "时钟与列",
  LogTime: "时刻的写法",
  LogWords: "日志用词与策略用词",
  LogValues: "按字段、事实或维度列出的日志用词",
  LogMappingFile: "日志映射",
  Preset: "预设",
  LogFacts: "事实与列",
  LogOutcomes: "后果与列",
  LogEvents: "活动及其含义",
  LogMissing: "文字或文字列表"
}

export const says: Like<typeof en.says> = {
  LogColumns: {
    case: "该行属于哪件案件。",
    activity: "发生了什么；含义写在 `事件` 中。",
    at: "何时发生。",
    order: "同一时刻的行，何者在先。",
    received: "何时收到；缺省为该案件的第一行。",
    channel: "来自哪个渠道。",
    customer: "客户。",
    kind: "反馈性质。",
    category: "类别。",
    verbatim: "客户原话。",
    score: "评分。",
    contacts: "该客户就同一事项联系的次数，含本次。",
    compensated: "给客户的补偿。",
    resource: "该行由谁办理。",
    owner: "自该行起由谁负责该案件；有变化即为移交。",
    role: "以策略中的哪个角色办理。",
    lifecycle: "该行是着手（`start`）、中断（`suspend`）、续办（`resume`）还是办结（`complete`）。"
  },
  LogConstants: {
    channel: "所有案件的渠道。",
    kind: "所有案件的性质。",
    category: "所有案件的类别。",
    facts: "所有案件的事实，日志没有相应的列。"
  },
  Waiting: {
    pause: "自此暂停计时的原因。"
  },
  LogWork: {
    work: "办理的关口，或 `approval` 等事项；有 `阶段` 列时即可知用时。"
  },
  LogQuestion: {
    asks: "向客户提出方案，或询问是否解决。"
  },
  LogReply: {
    reply: "客户如何答复。"
  },
  LogDecided: {
    grades: "各维度当时的等级所在的列。",
    kept: "各时钟当时是否按时所在的列。"
  },
  LogTime: {
    format: "用字母写，如 `dd/MM/yyyy HH:mm`；只有一种读法的无须写明。",
    zone: "时刻所在的时区；缺省为策略的时区。"
  },
  LogMappingFile: {
    hearback: "语言版本。",
    mapping: "所映射的日志名称。",
    policy: "所用名称来自哪个策略文件。",
    preset:
      "采用常见导出格式的设定：`servicenow` 事件单、`xes` 日志、`hearback 模拟 --事件日志` 写出的 `simulated` 日志。本文件所写优先。",
    columns: "哪一列是什么。",
    constants: "没有列说明时，所有案件的取值。",
    facts: "各事实所在的列。",
    decided: "当时所作决定所在的列。",
    outcomes: "案件后果所在的列：`yes`、`true` 或大于 0 的数表示发生过。",
    events:
      "日志中的活动在策略中是什么：所通过的关口、事件、`answered`、`customer-wrote`、等待（`pause`）、恢复（`resume`）、办理（`work`）、询问客户（`asks`）、客户答复（`reply`）或 `none`。",
    values: "日志中的用词在策略中叫什么。",
    missing: "除空白以外，表示未知的写法。",
    time: "时刻的写法。"
  }
}

/** Where feedback comes from: what each thing is called, and what each key says. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/outline/Intake.ts"

export const title: Like<typeof en.title> = {
  Roles: "角色表",
  Role: "角色",
  Departments: "部门表",
  Department: "部门",
  Consent: "同意项",
  Customers: "客户",
  Consents: "同意项表",
  FactType: "事实类型",
  Default: "一个值",
  Choices: "取值与称呼",
  NamedChoices: "取值列表，或各取值的称呼",
  Fact: "事实",
  Facts: "事实表",
  FactOrType: "事实",
  Week: "每周工作时间",
  Calendar: "日历",
  Calendars: "日历表",
  Form: "表单",
  Questions: "引导问题表",
  KindByScore: "性质与单元格",
  SurveyQuestion: "问卷中的一题",
  QuestionOrText: "问卷中的一题",
  Times: "时刻列表",
  TimeOfDay: "一天中的时刻",
  RoutineDays: "日子与时刻",
  OnHoliday: "`moved`、`dropped` 或 `kept`",
  Mode: "`passive`、`active` 或 `routine`",
  Channel: "渠道",
  SurveyQuestions: "事实与问法",
  Channels: "渠道表",
  Split: "`from-receipt` 或 `from-split`",
  Intake: "受理",
  SameCase: "同一件的判定",
  Quarantine: "隔离",
  Assumption: "前提",
  Assume: "前提列表",
  ScaleEnds: "最低分与最高分"
}

export const says: Like<typeof en.says> = {
  Department: {
    contact: "由谁对接。",
    head: "由谁负责。"
  },
  Consent: {
    ask: "如何询问客户。",
    lasts: "有效多久。"
  },
  Customers: {
    consent: "客户可同意的事项。"
  },
  Fact: {
    type: "类型。",
    "one-of": "可取的值，取其一。",
    "some-of": "可同时取若干的值，至多十个。",
    scale: "最低分与最高分。",
    default: "未知时的值。",
    by: "可由谁设定，不论后果如何；缺省为业务系统、首问人和可更正分类的人。",
    personal: "个人信息的收集目的；可擦除。",
    "of-others": "所填为他人信息（如姓名）；谁可看到由 `sending.redact` 规定。"
  },
  Week: {
    "every-day": "开放时段。",
    "mon-fri": "开放时段。",
    mon: "开放时段。",
    tue: "开放时段。",
    wed: "开放时段。",
    thu: "开放时段。",
    fri: "开放时段。",
    sat: "开放时段。",
    sun: "开放时段。"
  },
  Calendar: {
    "time-zone": "其工作时间所在时区；缺省为策略时区。",
    hours: "每周工作时间。",
    holidays: "法定节假日（ISO 3166），含调休。",
    closed: "另外休息的日子或时段，例如 `2026-12-24 12:00-24:00`。",
    open: "另外开放的日子；写明时段的，代替当日原有时段。"
  },
  Form: {
    require: "必填项。",
    offer: "选填项。",
    prefill: "由系统带入的项。",
    "warn-above": "必填项超过此数即提示。",
    questions: "帮助说清楚的问题。",
    tell: "确认收到的消息。"
  },
  KindByScore: {
    complaint: "算投诉的分值。",
    suggestion: "算建议的分值。",
    inquiry: "算咨询的分值。",
    praise: "算表扬的分值。",
    rating: "只算评分的分值。"
  },
  SurveyQuestion: {
    ask: "如何询问。",
    required: "不答则问卷不结束；缺省为 `yes`。",
    when: "仅在此时询问，依据之前的回答和案件。"
  },
  RoutineDays: {
    "every-day": "每天的这些时刻。",
    "mon-fri": "周一至周五的这些时刻。",
    mon: "每周一的这些时刻。",
    tue: "每周二的这些时刻。",
    wed: "每周三的这些时刻。",
    thu: "每周四的这些时刻。",
    fri: "每周五的这些时刻。",
    sat: "每周六的这些时刻。",
    sun: "每周日的这些时刻。",
    "first-of-month": "每月第一天的这些时刻。",
    "last-of-month": "每月最后一天的这些时刻。"
  },
  Channel: {
    mode: "客户自来、主动询问，或每期自动立案。",
    form: "该渠道的表单。",
    "ask-after": "在何事件或关口之后询问。",
    frequency: "多久询问一次，或多久自动立案一次。",
    question: "询问什么；例行事项写要办什么。",
    questions: "依次询问的问题；每题的回答记为同名事实。",
    dissatisfied: "如此作答即为不满意。",
    scale: "最低分与最高分。",
    "kind-by-score": "按分值定性质。",
    rest: "同一客户两次询问的最短间隔。",
    when: "仅在此时询问；没有案件时按客户档案中的事实判断。",
    consent: "仅询问已同意者。",
    every: "例行事项在这些时刻进行，代替频次。",
    calendar: "例行事项按哪个日历。",
    "on-holiday": "例行事项遇休息日时如何处理；缺省为顺延至下一工作日。",
    person: "例行事项由人员表中的哪一位负责，取第一位未休假者；先于 `owner`。",
    owner: "例行事项由谁负责。",
    invite: "例行事项立案时通知这些角色的每个人。",
    figures: "例行事项（如评审）审议哪些指标。",
    public: "发到该渠道的内容人人可见，`sending.redact` 所列信息一律隐去。"
  },
  Intake: {
    "same-case": "何时并入已有案件。",
    split: "拆分出的案件从何时算起。",
    form: "各渠道的表单。",
    quarantine: "不能立案的来件。"
  },
  SameCase: {
    same: "相同的输入。",
    alike: "文字相似度。",
    within: "多久之内。"
  },
  Quarantine: {
    notify: "来件进入隔离区时知会的角色。"
  },
  Assumption: {
    never: "绝不发生的情形。",
    because: "理由。"
  }
}

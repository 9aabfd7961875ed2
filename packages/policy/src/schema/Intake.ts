/** Where feedback comes from: departments, facts, calendars, channels, intake. */
import * as Schema from "effect/Schema"
import { MeasureNames } from "./Measure.ts"
import { choice, listOf, mapOf, may, must, namesOf, speaking, titled, written } from "./Notation.ts"
import { Cell, Condition } from "./Table.ts"
import {
  Days,
  entryOf,
  Fields,
  Frequency,
  Hours,
  Length,
  MomentName,
  Name,
  RoleName,
  Sentence,
  Share,
  SomeWords,
  Subjects,
  Text,
  Who,
  Word,
  Words,
  YesNo
} from "./Value.ts"

export const Roles = namesOf("Roles", ["a map of roles", "角色表"], RoleName, entryOf("Role", ["a role", "角色"], {}))
export const Departments = namesOf(
  "Departments",
  ["a map of departments", "部门表"],
  Name,
  entryOf("Department", ["a department", "部门"], {
    contact: may(Who, "对接人", "Who speaks for it.", "由谁对接。"),
    head: may(Who, "负责人", "Who leads it.", "由谁负责。")
  })
)
const Consent = entryOf("Consent", ["a consent", "同意项"], {
  ask: may(Text, "询问语", "How the customer is asked.", "如何询问客户。"),
  lasts: may(Length, "有效期", "How long it holds.", "有效多久。")
})
export const Customers = entryOf("Customers", ["what customers are asked", "客户"], {
  consent: may(
    namesOf("Consents", ["a map of consents", "同意项表"], Name, Consent),
    "同意",
    "What customers may agree to.",
    "客户可同意的事项。"
  )
})

const FactType = choice("FactType", ["a type of fact", "事实类型"], {
  text: "文字",
  number: "数值",
  integer: "整数",
  money: "金额",
  "yes-no": "是否",
  date: "日期",
  duration: "时长",
  file: "文件"
})
const Plain = Schema.Union([Schema.String, Schema.Finite, Schema.Boolean]).annotate({
  identifier: "Default",
  ...speaking("default"),
  ...titled(["a value", "一个值"])
})
const Choices = Schema.Union([
  Words,
  namesOf("Choices", ["a map of values and what each is called", "取值与称呼"], Name, Text)
]).annotate({
  identifier: "NamedChoices",
  ...titled(["a list of values, or a map of what each is called", "取值列表，或各取值的称呼"])
})
const Scale = (zh: string, en: string) =>
  may(
    Schema.Array(Schema.Finite).annotate(titled(["lowest and highest score", "最低分与最高分"])),
    zh,
    en,
    "最低分与最高分。"
  )

const Fact = entryOf("Fact", ["a fact", "事实"], {
  type: may(FactType, "类型", "Its type.", "类型。"),
  "one-of": may(Choices, "取值", "Its values, of which it has one.", "可取的值，取其一。"),
  "some-of": may(
    Choices,
    "可多选",
    "Its values, of which it may have several, ten at most.",
    "可同时取若干的值，至多十个。"
  ),
  scale: Scale("分值", "Whole numbers from the lowest to the highest score."),
  default: may(Plain, "缺省", "Its value until it is known.", "未知时的值。"),
  by: may(
    Who,
    "由谁",
    "Who may set it, whatever follows from it; else the host, the owner and whoever may correct a classification.",
    "可由谁设定，后果如何均可；缺省为宿主系统、首问人和可更正分类的人。"
  ),
  personal: may(Text, "收集目的", "Why a personal datum is asked; marks it erasable.", "个人信息的收集目的；可擦除。"),
  "of-others": may(
    YesNo,
    "涉及他人",
    "It says something of somebody else, such as a name: `sending.redact` says who may read it.",
    "所填为他人信息（如姓名）；谁可看到由 `sending.redact` 规定。"
  )
})
export const Facts = namesOf(
  "Facts",
  ["a map of facts", "事实表"],
  MomentName,
  Schema.Union([FactType, Fact]).annotate({ identifier: "FactOrType", ...titled(["a fact", "事实"]) })
)

const days = { mon: "周一", tue: "周二", wed: "周三", thu: "周四", fri: "周五", sat: "周六", sun: "周日" }
const day = (zh: string) => may(Hours, zh, "Open hours.", "开放时段。")
export const Week = mapOf("Week", ["a map of days and hours", "每周工作时间"], {
  "every-day": day("每天"),
  "mon-fri": day("周一至周五"),
  mon: day(days.mon),
  tue: day(days.tue),
  wed: day(days.wed),
  thu: day(days.thu),
  fri: day(days.fri),
  sat: day(days.sat),
  sun: day(days.sun)
})
const Calendar = entryOf("Calendar", ["a calendar", "日历"], {
  "time-zone": may(Word, "时区", "Where its hours are, else the policy's.", "其工作时间所在时区；缺省为策略时区。"),
  hours: may(Week, "工作时间", "Weekly hours.", "每周工作时间。"),
  holidays: may(
    Word,
    "节假日",
    "Public holidays by ISO 3166, make-up days with them.",
    "法定节假日（ISO 3166），含调休。"
  ),
  closed: may(
    Days,
    "另休",
    "Further closed days, or hours: `2026-12-24 12:00-24:00`.",
    "另外休息的日子或时段，例如 `2026-12-24 12:00-24:00`。"
  ),
  open: may(
    Days,
    "另开",
    "Further open days; with hours they stand in place of that day's own.",
    "另外开放的日子；写明时段的，代替当日原有时段。"
  )
})
export const Calendars = namesOf("Calendars", ["a map of calendars", "日历表"], Name, Calendar)

const Form = entryOf("Form", ["a form", "表单"], {
  require: may(Fields, "必填", "Fields that must be filled in.", "必填项。"),
  offer: may(Fields, "选填", "Fields that may be filled in.", "选填项。"),
  prefill: may(Fields, "自动带入", "Fields that the host fills in.", "由系统带入的项。"),
  "warn-above": may(
    Schema.Finite,
    "超过即提示",
    "More required fields than this are warned of.",
    "必填项超过此数即提示。"
  ),
  questions: may(
    namesOf("Questions", ["a map of questions", "引导问题表"], Name, Text),
    "引导问题",
    "Questions that help to say more.",
    "帮助说清楚的问题。"
  ),
  tell: may(Word, "告知客户", "The message that confirms receipt.", "确认收到的消息。")
})

const KindCells = mapOf("KindByScore", ["a map of kinds and cells", "性质与单元格"], {
  complaint: may(Cell, "投诉", "Scores that are complaints.", "算投诉的分值。"),
  suggestion: may(Cell, "建议", "Scores that are suggestions.", "算建议的分值。"),
  inquiry: may(Cell, "咨询", "Scores that are inquiries.", "算咨询的分值。"),
  praise: may(Cell, "表扬", "Scores that are praise.", "算表扬的分值。"),
  rating: may(Cell, "评分", "Scores that are ratings only.", "只算评分的分值。")
}).annotate({ "x-ordered": true })
const Question = Schema.Union([
  Text,
  mapOf("SurveyQuestion", ["a question of a survey", "问卷中的一题"], {
    ask: may(Text, "问法", "How it is asked.", "如何询问。"),
    required: may(
      YesNo,
      "必答",
      "Whether the survey stays open without an answer; `yes` unless said.",
      "不答则问卷不结束；缺省为 `yes`。"
    ),
    when: may(
      Condition,
      "当",
      "Asked only then, by the answers before it and by the case.",
      "仅在此时询问，依据之前的回答和案件。"
    )
  })
]).annotate({ identifier: "QuestionOrText", ...titled(["a question of a survey", "问卷中的一题"]) })
const Times = listOf(
  "Times",
  ["a list of times of the day", "时刻列表"],
  written("TimeOfDay", ["a time of the day", "一天中的时刻"], ["10:00"])
)
const on = (zh: string, en: string, zhSays: string) => may(Times, zh, en, zhSays)
const RoutineDays = mapOf("RoutineDays", ["a map of days and times", "日子与时刻"], {
  "every-day": on("每天", "Every day at these times.", "每天的这些时刻。"),
  "mon-fri": on("周一至周五", "Monday to Friday at these times.", "周一至周五的这些时刻。"),
  mon: on(days.mon, "Mondays at these times.", "每周一的这些时刻。"),
  tue: on(days.tue, "Tuesdays at these times.", "每周二的这些时刻。"),
  wed: on(days.wed, "Wednesdays at these times.", "每周三的这些时刻。"),
  thu: on(days.thu, "Thursdays at these times.", "每周四的这些时刻。"),
  fri: on(days.fri, "Fridays at these times.", "每周五的这些时刻。"),
  sat: on(days.sat, "Saturdays at these times.", "每周六的这些时刻。"),
  sun: on(days.sun, "Sundays at these times.", "每周日的这些时刻。"),
  "first-of-month": on("每月首日", "The first of each month at these times.", "每月第一天的这些时刻。"),
  "last-of-month": on("每月末日", "The last of each month at these times.", "每月最后一天的这些时刻。")
})
const OnHoliday = choice("OnHoliday", ["`moved`, `dropped` or `kept`", "`moved`、`dropped` 或 `kept`"], {
  moved: "顺延",
  dropped: "取消",
  kept: "照常"
})
const Mode = choice("Mode", ["`passive`, `active` or `routine`", "`passive`、`active` 或 `routine`"], {
  passive: "被动",
  active: "主动",
  routine: "例行"
})
const Channel = entryOf("Channel", ["a channel", "渠道"], {
  mode: may(
    Mode,
    "方式",
    "Whether customers come, are asked, or a case opens by itself in every period.",
    "客户自来、主动询问，或每期自动立案。"
  ),
  form: may(Form, "表单", "Its own form.", "该渠道的表单。"),
  "ask-after": may(Word, "何时询问", "The event or gate after which customers are asked.", "在何事件或关口之后询问。"),
  frequency: may(
    Frequency,
    "频次",
    "How often customers are asked, or a case opens by itself.",
    "多久询问一次，或多久自动立案一次。"
  ),
  question: may(
    Text,
    "问题",
    "What customers are asked; of a routine what is to be done.",
    "询问什么；例行事项写要办什么。"
  ),
  questions: may(
    namesOf("SurveyQuestions", ["a map of facts and how each is asked", "事实与问法"], MomentName, Question),
    "问卷",
    "Questions that are asked one after the other; each answer is the fact of its name.",
    "依次询问的问题；每题的回答记为同名事实。"
  ),
  dissatisfied: may(Condition, "不满意", "Whoever answers so is not satisfied.", "如此作答即为不满意。"),
  scale: Scale("分值", "Lowest and highest score."),
  "kind-by-score": may(KindCells, "按分定性", "The kind of a score.", "按分值定性质。"),
  rest: may(Length, "间隔期", "Least time between two questions to one customer.", "同一客户两次询问的最短间隔。"),
  when: may(
    Condition,
    "当",
    "Asked only then; where there is no case, by facts on file of the customer.",
    "仅在此时询问；没有案件时按客户档案中的事实判断。"
  ),
  consent: may(Word, "需经同意", "Only those who gave it are asked.", "仅询问已同意者。"),
  every: may(
    RoutineDays,
    "周期",
    "Of a routine, in place of its frequency: at these times of the day.",
    "例行事项在这些时刻进行，代替频次。"
  ),
  calendar: may(Word, "日历", "Of a routine: whose days count.", "例行事项按哪个日历。"),
  "on-holiday": may(
    OnHoliday,
    "逢休",
    "Of a routine: what becomes of a time on a closed day, `moved` to the next open one unless said.",
    "例行事项遇休息日时如何处理；缺省为顺延至下一工作日。"
  ),
  person: may(
    SomeWords,
    "指定人员",
    "Of a routine: who of the people file answers for its cases, the first who is not on leave; before `owner`.",
    "例行事项由人员表中的哪一位负责，取第一位未休假者；先于 `owner`。"
  ),
  owner: may(Who, "首问责任人", "Of a routine: who answers for its cases.", "例行事项由谁负责。"),
  invite: may(
    Who,
    "邀请",
    "Of a routine: everybody of these roles hears when one of its cases opens.",
    "例行事项立案时通知这些角色的每个人。"
  ),
  figures: may(
    MeasureNames,
    "审议指标",
    "Of a routine, such as a review: the measures that are looked at.",
    "例行事项（如评审）审议哪些指标。"
  ),
  public: may(
    YesNo,
    "公开",
    "Everybody reads what is sent there: it is told without all that `sending.redact` lists.",
    "发到该渠道的内容人人可见，`sending.redact` 所列信息一律隐去。"
  )
})
export const Channels = namesOf("Channels", ["a map of channels", "渠道表"], Name, Channel)

const Split = choice("Split", ["`from-receipt` or `from-split`", "`from-receipt` 或 `from-split`"], {
  "from-receipt": "自受理起",
  "from-split": "自拆分起"
})
export const Intake = entryOf("Intake", ["intake", "受理"], {
  "same-case": may(
    entryOf("SameCase", ["what makes it the same case", "同一件的判定"], {
      same: may(Subjects, "相同项", "Inputs that are equal.", "相同的输入。"),
      alike: may(Share, "相似度", "How alike the words are.", "文字相似度。"),
      within: may(Length, "时限", "Within what time.", "多久之内。")
    }),
    "同一件",
    "When feedback joins an open case.",
    "何时并入已有案件。"
  ),
  split: may(Split, "拆分", "The start of a case split off another.", "拆分出的案件从何时算起。"),
  form: may(Form, "表单", "The form of every channel.", "各渠道的表单。"),
  quarantine: may(
    entryOf("Quarantine", ["quarantine", "隔离"], {
      notify: may(
        Who,
        "知会",
        "Roles of which one person hears of an arrival in quarantine.",
        "来件进入隔离区时知会的角色。"
      )
    }),
    "隔离",
    "What cannot become a case.",
    "不能立案的来件。"
  )
})

const Assumption = mapOf("Assumption", ["an assumption", "前提"], {
  never: must(Condition, "绝不", "What never happens.", "绝不发生的情形。"),
  because: must(Sentence, "理由", "Why.", "理由。")
})
export const Assume = listOf("Assume", ["a list of assumptions", "前提列表"], Assumption)

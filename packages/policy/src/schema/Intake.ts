/** The schemas of everything around intake: departments, facts, calendars, channels and forms. */
import * as Schema from "effect/Schema"
import { MeasureNames } from "./Measure.ts"
import { choice, listOf, mapOf, may, must, named, namesOf, speaking, titled, written } from "./Notation.ts"
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

/** The schema of the section `roles`. */
export const Roles = namesOf("Roles", RoleName, entryOf("Role", {}))
/** The schema of the section `departments`. */
export const Departments = namesOf(
  "Departments",
  Name,
  entryOf("Department", {
    contact: may(Who, "对接人"),
    head: may(Who, "负责人")
  })
)
const Consent = entryOf("Consent", {
  ask: may(Text, "询问语"),
  lasts: may(Length, "有效期")
})
/** The schema of the section `customers`. */
export const Customers = entryOf("Customers", {
  consent: may(namesOf("Consents", Name, Consent), "同意")
})

const FactType = choice("FactType", {
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
  ...speaking("default"),
  ...named("Default")
})
const Choices = Schema.Union([Words, namesOf("Choices", Name, Text)]).annotate(named("NamedChoices"))
const scale = may(Schema.Array(Schema.Finite).annotate(titled("ScaleEnds")), "分值")

const Fact = entryOf("Fact", {
  type: may(FactType, "类型"),
  "one-of": may(Choices, "取值"),
  "some-of": may(Choices, "可多选"),
  scale,
  default: may(Plain, "缺省"),
  by: may(Who, "由谁"),
  personal: may(Text, "收集目的"),
  "of-others": may(YesNo, "涉及他人")
})
/** The schema of the section `facts`. */
export const Facts = namesOf("Facts", MomentName, Schema.Union([FactType, Fact]).annotate(named("FactOrType")))

const days = { mon: "周一", tue: "周二", wed: "周三", thu: "周四", fri: "周五", sat: "周六", sun: "周日" }
const day = (zh: string) => may(Hours, zh)
/** The schema of a week of working hours. */
export const Week = mapOf("Week", {
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
const Calendar = entryOf("Calendar", {
  "time-zone": may(Word, "时区"),
  hours: may(Week, "工作时间"),
  holidays: may(Word, "节假日"),
  closed: may(Days, "另休"),
  open: may(Days, "另开")
})
/** The schema of the section `calendars`. */
export const Calendars = namesOf("Calendars", Name, Calendar)

const Form = entryOf("Form", {
  require: may(Fields, "必填"),
  offer: may(Fields, "选填"),
  prefill: may(Fields, "自动带入"),
  "warn-above": may(Schema.Finite, "超过即提示"),
  questions: may(namesOf("Questions", Name, Text), "引导问题"),
  tell: may(Word, "告知客户")
})

const KindCells = mapOf("KindByScore", {
  complaint: may(Cell, "投诉"),
  suggestion: may(Cell, "建议"),
  inquiry: may(Cell, "咨询"),
  praise: may(Cell, "表扬"),
  rating: may(Cell, "评分")
}).annotate({ "x-ordered": true })
const Question = Schema.Union([
  Text,
  mapOf("SurveyQuestion", {
    ask: may(Text, "问法"),
    required: may(YesNo, "必答"),
    when: may(Condition, "当")
  })
]).annotate(named("QuestionOrText"))
const Times = listOf("Times", written("TimeOfDay", ["10:00"]))
const on = (zh: string) => may(Times, zh)
const RoutineDays = mapOf("RoutineDays", {
  "every-day": on("每天"),
  "mon-fri": on("周一至周五"),
  mon: on(days.mon),
  tue: on(days.tue),
  wed: on(days.wed),
  thu: on(days.thu),
  fri: on(days.fri),
  sat: on(days.sat),
  sun: on(days.sun),
  "first-of-month": on("每月首日"),
  "last-of-month": on("每月末日")
})
const OnHoliday = choice("OnHoliday", {
  moved: "顺延",
  dropped: "取消",
  kept: "照常"
})
const Mode = choice("Mode", {
  passive: "被动",
  active: "主动",
  routine: "例行"
})
const Channel = entryOf("Channel", {
  mode: may(Mode, "方式"),
  form: may(Form, "表单"),
  "ask-after": may(Word, "何时询问"),
  frequency: may(Frequency, "频次"),
  question: may(Text, "问题"),
  questions: may(namesOf("SurveyQuestions", MomentName, Question), "问卷"),
  dissatisfied: may(Condition, "不满意"),
  scale,
  "kind-by-score": may(KindCells, "按分定性"),
  rest: may(Length, "间隔期"),
  when: may(Condition, "当"),
  consent: may(Word, "需经同意"),
  every: may(RoutineDays, "周期"),
  calendar: may(Word, "日历"),
  "on-holiday": may(OnHoliday, "逢休"),
  person: may(SomeWords, "指定人员"),
  owner: may(Who, "首问责任人"),
  invite: may(Who, "邀请"),
  figures: may(MeasureNames, "审议指标"),
  public: may(YesNo, "公开")
})
/** The schema of the section `channels`. */
export const Channels = namesOf("Channels", Name, Channel)

const Split = choice("Split", {
  "from-receipt": "自受理起",
  "from-split": "自拆分起"
})
/** The schema of the section `intake`. */
export const Intake = entryOf("Intake", {
  "same-case": may(
    entryOf("SameCase", {
      same: may(Subjects, "相同项"),
      alike: may(Share, "相似度"),
      within: may(Length, "时限")
    }),
    "同一件"
  ),
  split: may(Split, "拆分"),
  form: may(Form, "表单"),
  quarantine: may(
    entryOf("Quarantine", {
      notify: may(Who, "知会")
    }),
    "隔离"
  )
})

const Assumption = mapOf("Assumption", {
  never: must(Condition, "绝不"),
  because: must(Sentence, "理由")
})
/** The schema of the section `assume`. */
export const Assume = listOf("Assume", Assumption)

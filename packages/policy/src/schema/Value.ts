/** Values of the language: texts, names, quantities, choices. Quantities are texts here; their grammar is read later. */
import * as Schema from "effect/Schema"
import { languageTag, reserved } from "../outline/Reserved.ts"
import { frequencies, kinds } from "../vocabulary/Vocabulary.ts"
import {
  type Both,
  choice,
  type Keys,
  listOf,
  mapOf,
  may,
  nameOf,
  Removed,
  someOf,
  speaking,
  titled,
  wordOf,
  written
} from "./Notation.ts"

export const Sentence = written("Sentence", ["a text", "文字"], [], { quotes: true })
export const LanguageTag = Schema.String.check(Schema.isPattern(languageTag)).annotate({
  identifier: "LanguageTag",
  ...titled(["a tag of a language", "语言标签"]),
  examples: ["zh-CN", "en"]
})
export const Text = Schema.Union([
  Sentence,
  Schema.Record(LanguageTag, Schema.Union([Sentence, Removed])).annotate(
    titled(["a text in several languages", "多语言文字"])
  )
]).annotate({ identifier: "Text", ...titled(["a text", "文字"]) })

export const Name = nameOf("Name", ["a name", "名称"], reserved.name)
export const RoleName = nameOf("RoleName", ["a name of a role", "角色名称"], reserved.role)
export const MomentName = nameOf("MomentName", ["a name", "名称"], reserved.moment)
/** A name that is declared elsewhere; whether it is, is asked when names are linked. */
export const Word = written("Word", ["a name", "名称"], [], { quotes: true })
export const Words = listOf("Words", ["a list of names", "名称列表"], Word)
export const SomeWords = someOf("SomeWords", ["a name or a list of names", "名称或名称列表"], Word)
export const Phrases = listOf("Phrases", ["a list of words", "用语列表"], Sentence)
export const MomentNames = listOf("MomentNames", ["a list of names", "名称列表"], MomentName)
export const Who = someOf(
  "Who",
  ["who: a role or a word for a person", "谁：角色或人员用词"],
  wordOf("WhoWord", ["a role or a word for a person", "角色或人员用词"], "who")
)
export const Owners = someOf(
  "Owners",
  ["who: a role or a word for a person, `queue` at the end", "谁：角色或人员用词，末位可为 `queue`"],
  wordOf("OwnerWord", ["a role, a word for a person, or `queue`", "角色、人员用词或 `queue`"], "owner")
)
export const OneRole = written("OneRole", ["a role", "一个角色"], [], { quotes: true })
export const Which = someOf(
  "Which",
  ["a list of names, `all` or `none`", "名称列表、`all` 或 `none`"],
  wordOf("WhichWord", ["a name, `all` or `none`", "名称、`all` 或 `none`"], "which")
)
export const Fields = listOf(
  "Fields",
  ["a list of facts and fields of feedback", "事实与反馈字段列表"],
  wordOf("Field", ["a fact or a field of feedback", "事实或反馈字段"], "field")
)
export const Subjects = listOf(
  "Subjects",
  ["a list of facts, fields and inputs", "事实、字段与输入列表"],
  wordOf("Subject", ["a fact, a field or an input", "事实、字段或输入"], "subject")
)
const moment: Both = ["a gate, a clock, an event or a date", "关口、时钟、事件或日期"]
const moments: Both = ["a gate, a clock, an event or a date, or a list of them", "关口、时钟、事件或日期，或其列表"]
export const Moments = someOf("Moments", moments, wordOf("Moment", moment, "moment"))
export const MomentsOrEndings = someOf(
  "MomentsOrEndings",
  moments,
  wordOf("MomentOrEnding", moment, "moment-or-ending")
)
export const DateWords = someOf(
  "DateWords",
  ["a date of the case, or a list of them", "案件的日期，或其列表"],
  wordOf("DateWord", ["a date fact or a field of feedback that is a date", "日期事实，或反馈中的日期字段"], "field")
)
export const CalendarWord = wordOf("CalendarWord", ["a calendar", "日历"], "calendar")

export const YesNo = Schema.Union([Schema.Boolean, Schema.Literals(["yes", "no", "是", "否"])]).annotate({
  identifier: "YesNo",
  ...titled(["`yes` or `no`", "`yes` 或 `no`"])
})
export const Whole = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)).annotate({
  identifier: "Whole",
  ...titled(["a whole number from 0 on", "不小于 0 的整数"]),
  examples: [2]
})
export const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(1)).annotate({
  identifier: "Count",
  ...titled(["a whole number from 1 on", "不小于 1 的整数"]),
  examples: [2]
})
export const Integer = Schema.Int.annotate({
  identifier: "Integer",
  ...titled(["a whole number", "整数"]),
  examples: [3]
})
export const Amount = Schema.Union([Schema.Finite, Schema.String]).annotate({
  identifier: "Amount",
  ...titled(["an amount of money", "金额"]),
  ...speaking("which"),
  examples: [500, "500 EUR"]
})
export const Length = written(
  "Length",
  ["a length of time", "时长"],
  ["30 minutes", "4 working hours", "3 working days"],
  { words: "length" }
)
export const Point = written("Point", ["a point on a clock", "时钟上的时点"], ["50%", "4 hours before", "due"], {
  words: "point"
})
export const Points = listOf("Points", ["a list of points on a clock", "时点列表"], Point)
export const Share = written("Share", ["a share in percent", "百分比"], ["10%"])
export const DateText = written("Date", ["a date", "日期"], ["2026-11-20"])
export const Days = listOf(
  "Days",
  ["a list of dates, or of hours of a date", "日期或某日时段的列表"],
  written("Day", ["a date, or hours of it", "日期，或当日的时段"], ["2026-11-20", "2026-12-24 12:00-24:00"])
)
export const Instant = written("Instant", ["an instant", "时刻"], ["2026-11-20 09:00"])
export const Hours = listOf(
  "Hours",
  ["a list of hours", "时段列表"],
  written("Stretch", ["a stretch of hours", "时段"], ["09:00-12:00"])
)

export const Frequency = choice("Frequency", ["a frequency", "频次"], frequencies)
export const Kind = choice("Kind", ["a kind of feedback", "反馈性质"], kinds)
const Duty = choice("Duty", ["a duty", "职责"], {
  compensate: "补偿",
  discount: "折扣",
  grant: "给资源",
  close: "结案",
  regrade: "改级",
  waive: "豁免",
  explain: "说明",
  extend: "延期",
  approval: "审批",
  "spot-check": "抽查"
})
export const Duties = listOf("Duties", ["a list of duties", "职责列表"], Duty)

/** The keys that every entry may have: its name comes first, the clauses that it rests on last. */
const named = { title: may(Text, "名称", "Its name for people.", "给人看的名称。") }
const founded = {
  basis: may(Sentence, "依据", "The clause of the standard or law that asks for it.", "所依据的标准或法规条款。"),
  formerly: may(
    Schema.Union([Sentence, Schema.Array(Sentence)]),
    "旧条款",
    "Clauses that said so before.",
    "曾依据的旧条款。"
  )
}

/** A map of our keys, with those that stand everywhere. */
export const entryOf = <K extends Keys>(identifier: string, of: Both, keys: K) =>
  mapOf(identifier, of, { ...named, ...keys, ...founded })

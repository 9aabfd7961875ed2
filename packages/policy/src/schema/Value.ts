/** Values of the language: texts, names, quantities, choices. Quantities are texts here; their grammar is read later. */
import * as Schema from "effect/Schema"
import { languageTag, reserved } from "../outline/ReservedNames.ts"
import { frequencies, kinds } from "../vocabulary/Vocabulary.ts"
import {
  choice,
  type Keys,
  listOf,
  mapOf,
  may,
  named,
  nameOf,
  Removed,
  someOf,
  speaking,
  type TitleName,
  titled,
  told,
  wordOf,
  written
} from "./Notation.ts"

export const Sentence = written("Sentence", [], { quotes: true })
export const LanguageTag = Schema.String.check(Schema.isPattern(languageTag)).annotate({
  ...named("LanguageTag"),
  examples: ["zh-CN", "en"]
})
export const Text = Schema.Union([
  Sentence,
  Schema.Record(LanguageTag, Schema.Union([Sentence, Removed])).annotate(titled("TextByLanguage"))
]).annotate(named("Text"))

export const Name = nameOf("Name", reserved.name)
export const RoleName = nameOf("RoleName", reserved.role)
export const MomentName = nameOf("MomentName", reserved.moment)
/** A name that is declared elsewhere; whether it is, is asked when names are linked. */
export const Word = written("Word", [], { quotes: true })
export const Words = listOf("Words", Word)
export const SomeWords = someOf("SomeWords", Word)
export const Phrases = listOf("Phrases", Sentence)
export const MomentNames = listOf("MomentNames", MomentName)
export const Who = someOf("Who", wordOf("WhoWord", "who"))
export const Owners = someOf("Owners", wordOf("OwnerWord", "owner"))
export const OneRole = written("OneRole", [], { quotes: true })
export const Which = someOf("Which", wordOf("WhichWord", "which"))
export const Fields = listOf("Fields", wordOf("Field", "field"))
export const Subjects = listOf("Subjects", wordOf("Subject", "subject"))
export const Moments = someOf("Moments", wordOf("Moment", "moment"))
export const MomentsOrEndings = someOf("MomentsOrEndings", wordOf("MomentOrEnding", "moment-or-ending"))
export const DateWords = someOf("DateWords", wordOf("DateWord", "field"))
export const CalendarWord = wordOf("CalendarWord", "calendar")

export const YesNo = Schema.Union([Schema.Boolean, Schema.Literals(["yes", "no", "是", "否"])]).annotate(named("YesNo"))
export const Whole = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)).annotate({
  ...named("Whole"),
  examples: [2]
})
export const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(1)).annotate({
  ...named("Count"),
  examples: [2]
})
export const Integer = Schema.Int.annotate({
  ...named("Integer"),
  examples: [3]
})
export const Amount = Schema.Union([Schema.Finite, Schema.String]).annotate({
  ...named("Amount"),
  ...speaking("which"),
  examples: [500, "500 EUR"]
})
export const Length = written("Length", ["30 minutes", "4 working hours", "3 working days"], { words: "length" })
export const Point = written("Point", ["50%", "4 hours before", "due"], {
  words: "point"
})
export const Points = listOf("Points", Point)
export const Share = written("Share", ["10%"])
export const DateText = written("Date", ["2026-11-20"])
export const Days = listOf("Days", written("Day", ["2026-11-20", "2026-12-24 12:00-24:00"]))
export const Instant = written("Instant", ["2026-11-20 09:00"])
export const Hours = listOf("Hours", written("Stretch", ["09:00-12:00"]))

export const Frequency = choice("Frequency", frequencies)
export const Kind = choice("Kind", kinds)
const Duty = choice("Duty", {
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
export const Duties = listOf("Duties", Duty)

/** The keys that every entry may have: its name comes first, the clauses that it rests on last. */
const { title, ...founded } = told("Entry", {
  title: may(Text, "名称"),
  basis: may(Sentence, "依据"),
  formerly: may(Schema.Union([Sentence, Schema.Array(Sentence)]), "旧条款")
})

/** A map of our keys, with those that stand everywhere. */
export const entryOf = <K extends Keys>(name: TitleName, keys: K) => mapOf(name, { title, ...keys, ...founded })

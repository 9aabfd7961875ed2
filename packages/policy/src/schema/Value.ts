/**
 * The schemas of values: texts, names, quantities, choices. Quantities are texts here; their grammar is checked
 * later.
 */
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

/** A sentence in one language. */
export const Sentence = written("Sentence", [], { quotes: true })
/** The tag of a language, such as `zh-CN`. */
export const LanguageTag = Schema.String.check(Schema.isPattern(languageTag)).annotate({
  ...named("LanguageTag"),
  examples: ["zh-CN", "en"]
})
/** A sentence, or a map with a sentence for each language. */
export const Text = Schema.Union([
  Sentence,
  Schema.Record(LanguageTag, Schema.Union([Sentence, Removed])).annotate(titled("TextByLanguage"))
]).annotate(named("Text"))

/** A name that the author chooses. */
export const Name = nameOf("Name", reserved.name)
/** A name of a role, which may be no word for a person. */
export const RoleName = nameOf("RoleName", reserved.role)
/** A name that may be no word for a moment, because clocks read both at the same place. */
export const MomentName = nameOf("MomentName", reserved.moment)
/** A name that is declared elsewhere. Linking checks whether it is declared. */
export const Word = written("Word", [], { quotes: true })
/** A list of names. */
export const Words = listOf("Words", Word)
/** One name, or a list of names. */
export const SomeWords = someOf("SomeWords", Word)
/** A list of sentences. */
export const Phrases = listOf("Phrases", Sentence)
/** A list of names that may be no words for moments. */
export const MomentNames = listOf("MomentNames", MomentName)
/** Who: roles or words for people. */
export const Who = someOf("Who", wordOf("WhoWord", "who"))
/** Possible owners: roles, departments, or words for people. */
export const Owners = someOf("Owners", wordOf("OwnerWord", "owner"))
/** The name of one role. */
export const OneRole = written("OneRole", [], { quotes: true })
/** Names, or one of the words `all` and `none`. */
export const Which = someOf("Which", wordOf("WhichWord", "which"))
/** Fields of feedback, or facts. */
export const Fields = listOf("Fields", wordOf("Field", "field"))
/** Inputs by which cases are compared. */
export const Subjects = listOf("Subjects", wordOf("Subject", "subject"))
/** Moments at which clocks start and end. */
export const Moments = someOf("Moments", wordOf("Moment", "moment"))
/** Moments, or endings of a case. */
export const MomentsOrEndings = someOf("MomentsOrEndings", wordOf("MomentOrEnding", "moment-or-ending"))
/** Facts with a date, or dates of feedback. */
export const DateWords = someOf("DateWords", wordOf("DateWord", "field"))
/** The name of a calendar, or a word for one. */
export const CalendarWord = wordOf("CalendarWord", "calendar")

/** A yes or no, in either language. */
export const YesNo = Schema.Union([Schema.Boolean, Schema.Literals(["yes", "no", "是", "否"])]).annotate(named("YesNo"))
/** A whole number from 0 on. */
export const Whole = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)).annotate({
  ...named("Whole"),
  examples: [2]
})
/** A whole number from 1 on. */
export const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(1)).annotate({
  ...named("Count"),
  examples: [2]
})
/** A whole number of either sign. */
export const Integer = Schema.Int.annotate({
  ...named("Integer"),
  examples: [3]
})
/** An amount of money, a number of units, or a word such as `unlimited`. */
export const Amount = Schema.Union([Schema.Finite, Schema.String]).annotate({
  ...named("Amount"),
  ...speaking("which"),
  examples: [500, "500 EUR"]
})
/** A duration. */
export const Length = written("Length", ["30 minutes", "4 working hours", "3 working days"], { words: "length" })
/** A point on a clock. */
export const Point = written("Point", ["50%", "4 hours before", "due"], {
  words: "point"
})
/** A list of points on a clock. */
export const Points = listOf("Points", Point)
/** A share in percent. */
export const Share = written("Share", ["10%"])
/** A date. */
export const DateText = written("Date", ["2026-11-20"])
/** A list of dates, or of hours of dates. */
export const Days = listOf("Days", written("Day", ["2026-11-20", "2026-12-24 12:00-24:00"]))
/** A local date and time. */
export const Instant = written("Instant", ["2026-11-20 09:00"])
/** A list of hours of a day. */
export const Hours = listOf("Hours", written("Stretch", ["09:00-12:00"]))

/** How often something is done. */
export const Frequency = choice("Frequency", frequencies)
/** A kind of feedback. */
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
/** A list of acts that one person may not do on the same case. */
export const Duties = listOf("Duties", Duty)

/** The keys that every entry can have: its title comes first, its clauses (`basis`) come last. */
const { title, ...founded } = told("Entry", {
  title: may(Text, "名称"),
  basis: may(Sentence, "依据"),
  formerly: may(Schema.Union([Sentence, Schema.Array(Sentence)]), "旧条款")
})

/** Makes the schema of an entry: a map with its own keys and those of every entry. */
export const entryOf = <K extends Keys>(name: TitleName, keys: K) => mapOf(name, { title, ...keys, ...founded })

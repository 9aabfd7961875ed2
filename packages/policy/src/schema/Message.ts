/** The schemas of messages, learning, retention and accepted findings. */
import * as Schema from "effect/Schema"
import { measuresOf } from "./Measure.ts"
import { listOf, mapOf, may, must, named, namesOf, Removed, speaking, titled, wordOf, written } from "./Notation.ts"
import { Cell, tableOf, VaryingLength } from "./Table.ts"
import {
  Count,
  DateText,
  entryOf,
  Frequency,
  Hours,
  LanguageTag,
  Length,
  Moments,
  Name,
  Sentence,
  Who,
  Word,
  Words,
  YesNo
} from "./Value.ts"

const MessageSentence = written("MessageSentence", [], { quotes: true, words: "message" })
const MessageText = Schema.Union([
  MessageSentence,
  Schema.Record(LanguageTag, Schema.Union([MessageSentence, Removed])).annotate(titled("TextByLanguage"))
]).annotate(named("MessageText"))
const VaryingText = Schema.Union([MessageText, tableOf("TextTable", MessageText)]).annotate(named("VaryingText"))
const Placeholders = listOf("Placeholders", wordOf("Placeholder", "placeholder"))
const Message = entryOf("Message", {
  subject: may(MessageText, "主题"),
  text: may(VaryingText, "文字"),
  file: may(Sentence, "文件"),
  "must-say": may(Placeholders, "必含")
})
/** The schema of the section `messages`. */
export const Messages = namesOf("Messages", Name, Schema.Union([MessageText, Message]).annotate(named("TextOrMessage")))
const shownTo = (zh: string) => may(Who, zh)
const Redact = mapOf("Redact", {
  phone: shownTo("电话"),
  "id-card": shownTo("身份证号"),
  "bank-card": shownTo("银行卡号"),
  "e-mail": shownTo("邮箱"),
  plate: shownTo("车牌号"),
  "of-others": shownTo("他人信息")
})
/** The schema of the section `sending`. */
export const Sending = entryOf("Sending", {
  quiet: may(Hours, "免打扰"),
  "quiet-questions": may(Hours, "询问免打扰"),
  "quiet-except": may(Words, "免打扰除外"),
  "opt-out": may(YesNo, "可退订"),
  digest: may(Length, "合并发送"),
  redact: may(Redact, "隐去")
})

const Targets = measuresOf(
  "Targets",
  (zh, says) => may(Cell, zh, says),
  (keys, measure) => keys.OfMeasure.target(measure)
)
const GroupTargets = Schema.Record(Schema.String, Targets).annotate({
  ...named("GroupTargets"),
  ...speaking("any-level")
})
const TargetsBy = Schema.Record(Schema.String, Schema.Union([GroupTargets, Removed])).annotate({
  ...named("TargetsBy"),
  ...speaking("groupings")
})
/** The schema of the section `learning`. */
export const Learning = entryOf("Learning", {
  targets: may(Targets, "目标"),
  "targets-by": may(TargetsBy, "分组目标"),
  reviews: may(namesOf("Reviews", Name, Frequency), "复盘"),
  "you-said-we-did": may(Frequency, "改进公示"),
  "procedure-after": may(Count, "几次后成规程")
})
/** The schema of the section `retention`. */
export const Retention = entryOf("Retention", {
  keep: may(VaryingLength, "保存"),
  from: may(Moments, "起算")
})
const Accepted = mapOf("Accepted", {
  finding: must(Word, "诊断"),
  where: must(wordOf("PolicyPath", "path"), "位置"),
  because: must(Sentence, "理由"),
  expires: must(DateText, "有效至")
})
/** The schema of the section `accepted-findings`. */
export const AcceptedFindings = listOf("AcceptedFindings", Accepted)

/** What is told, what is learnt, what is kept, what findings are accepted. */
import * as Schema from "effect/Schema"
import { measuresOf } from "./Measure.ts"
import { listOf, mapOf, may, must, namesOf, Removed, speaking, titled, wordOf, written } from "./Notation.ts"
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

const MessageSentence = written("MessageSentence", ["a text", "文字"], [], { quotes: true, words: "message" })
const MessageText = Schema.Union([
  MessageSentence,
  Schema.Record(LanguageTag, Schema.Union([MessageSentence, Removed])).annotate(
    titled(["a text in several languages", "多语言文字"])
  )
]).annotate({ identifier: "MessageText", ...titled(["a text", "文字"]) })
const VaryingText = Schema.Union([MessageText, tableOf("TextTable", MessageText)]).annotate({
  identifier: "VaryingText",
  ...titled(["a text, or a table of texts", "文字，或文字规则表"])
})
const Placeholders = listOf(
  "Placeholders",
  ["a list of placeholders", "占位符列表"],
  wordOf("Placeholder", ["a placeholder", "占位符"], "placeholder")
)
const Message = entryOf("Message", ["a message", "消息"], {
  subject: may(
    MessageText,
    "主题",
    "What it is about, in one line; without one the case is named.",
    "一行主题；缺省为案件编号。"
  ),
  text: may(
    VaryingText,
    "文字",
    "Its text, or a table of texts by condition; `{placeholder}` stands for a value.",
    "文字，或按条件选用的文字规则表；`{占位符}` 代表值。"
  ),
  file: may(Sentence, "文件", "A file with the text, one for each language.", "文字所在文件，每种语言一个。"),
  "must-say": may(Placeholders, "必含", "Placeholders that no rewriting may leave out.", "改写时也不得省去的占位符。")
})
export const Messages = namesOf(
  "Messages",
  ["a map of messages", "消息表"],
  Name,
  Schema.Union([MessageText, Message]).annotate({
    identifier: "TextOrMessage",
    ...titled([
      "a text, or a map of `subject`, `text`, `file` and `must-say`",
      "文字，或 `subject`、`text`、`file`、`must-say`"
    ])
  })
)
const shownTo = (zh: string, [what, whatZh]: readonly [string, string]) =>
  may(Who, zh, `Who may read ${what}; \`none\`: nobody.`, `谁可以看到${whatZh}；\`none\` 为谁都不可。`)
const Redact = mapOf("Redact", ["a map of personal data and who may read them", "个人信息与可见的人"], {
  phone: shownTo("电话", ["telephone numbers", "电话号码"]),
  "id-card": shownTo("身份证号", ["numbers of Chinese identity cards", "居民身份证号码"]),
  "bank-card": shownTo("银行卡号", ["numbers of bank cards", "银行卡号"]),
  "e-mail": shownTo("邮箱", ["mail addresses", "电子邮箱"]),
  plate: shownTo("车牌号", ["number plates", "车牌号"]),
  "of-others": shownTo("他人信息", [
    "what facts that are `of-others` say, wherever it is said again",
    "标为 `of-others` 的事实内容，以及原话中与之相同的文字"
  ])
})
export const Sending = entryOf("Sending", ["rules of sending", "发送规则"], {
  quiet: may(Hours, "免打扰", "Hours in which only receipts leave.", "仅发回执的时段。"),
  "quiet-questions": may(
    Hours,
    "询问免打扰",
    "Hours in which no question to a customer leaves.",
    "不向客户发送询问的时段。"
  ),
  "quiet-except": may(Words, "免打扰除外", "Levels and messages that leave even then.", "免打扰时段仍发的等级与消息。"),
  "opt-out": may(YesNo, "可退订", "Customers may refuse questions, never answers.", "客户可拒绝询问，不能拒绝答复。"),
  digest: may(Length, "合并发送", "Notices to one person within it become one.", "此时长内给同一人的通知合并。"),
  redact: may(
    Redact,
    "隐去",
    "What messages are told without where they quote, and who may read it all the same.",
    "消息引用客户的话时隐去哪些信息，以及谁仍可看到。"
  )
})

const Targets = measuresOf("Targets", ["a map of measures and cells", "指标与目标"], ({ key, says }) =>
  may(Cell, key, `The target of this measure: ${says[0]}.`, `该指标的目标：${says[1]}。`)
)
const GroupTargets = Schema.Record(Schema.String, Targets).annotate({
  identifier: "GroupTargets",
  ...titled(["a map of groups and their targets", "各组及其目标"]),
  ...speaking("any-level")
})
const TargetsBy = Schema.Record(Schema.String, Schema.Union([GroupTargets, Removed])).annotate({
  identifier: "TargetsBy",
  ...titled(["a map of what cases are grouped by", "分组方式与各组目标"]),
  ...speaking("groupings")
})
export const Learning = entryOf("Learning", ["learning", "复盘改进"], {
  targets: may(Targets, "目标", "Measures and their targets.", "指标与目标。"),
  "targets-by": may(
    TargetsBy,
    "分组目标",
    "Targets of a person, department, category, kind, channel, grade or fact, over those of all.",
    "人员、部门、类别、性质、渠道、等级或事实各组的目标，优先于总目标。"
  ),
  reviews: may(
    namesOf("Reviews", ["a map of reviews and frequencies", "复盘与频次"], Name, Frequency),
    "复盘",
    "Reviews and how often.",
    "各种复盘及频次。"
  ),
  "you-said-we-did": may(Frequency, "改进公示", "How often customers read what was done.", "多久公示一次改进。"),
  "procedure-after": may(
    Count,
    "几次后成规程",
    "After how many alike cases a procedure is due.",
    "同类几次之后应成规程。"
  )
})
export const Retention = entryOf("Retention", ["retention", "档案保存"], {
  keep: may(VaryingLength, "保存", "How long, as it is when the case is closed.", "保存多久，以结案时为准。"),
  from: may(Moments, "起算", "From which event.", "从何事件起算。")
})
const Accepted = mapOf("Accepted", ["an accepted finding", "已知例外"], {
  finding: must(Word, "诊断", "Its code.", "诊断代码。"),
  where: must(
    wordOf("PolicyPath", ["a place in the policy", "策略中的位置"], "path"),
    "位置",
    "Its place in the policy.",
    "策略中的位置。"
  ),
  because: must(Sentence, "理由", "Why it is accepted.", "为何接受。"),
  expires: must(DateText, "有效至", "Until when.", "有效至何时。")
})
export const AcceptedFindings = listOf("AcceptedFindings", ["a list of accepted findings", "已知例外列表"], Accepted)

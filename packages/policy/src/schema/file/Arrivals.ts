/** `arrivals` of a simulation file: what comes by chance, or what came. */
import * as Schema from "effect/Schema"
import { mapOf, must, perhaps, titled } from "../Notation.ts"
import { Kind, Sentence, Word } from "../Value.ts"
import { FactValues } from "./People.ts"
import { Figure, Monthly, NumberSpread, numbers, Spell, Weights } from "./Spread.ts"

const Hourly = numbers("Hourly", [
  "24 numbers, from midnight on, or 168, from Monday midnight on",
  "24 个数，自零点起；或 168 个数，自周一零点起"
])
const Daily = numbers("Daily", ["7 numbers, Monday first", "7 个数，自周一起"])

const Campaign = mapOf("Campaign", ["a campaign", "高峰"], {
  when: must(Spell, "何时", "When it is.", "何时。"),
  times: must(Figure, "倍数", "How many times as much comes.", "来件为平常的几倍。")
})
const Mix = mapOf("Mix", ["what feedback is made of", "来件构成"], {
  categories: perhaps(Weights, "类别", "How often each category comes.", "各类别的比重。"),
  channels: perhaps(Weights, "渠道", "How often each channel is used.", "各渠道的比重。"),
  languages: perhaps(Weights, "语言", "How often each language is spoken.", "各语言的比重。"),
  emotions: perhaps(
    Weights,
    "情绪",
    "How often each emotion is shown; `unmoved` for none.",
    "各情绪的比重；`unmoved` 表示平静。"
  ),
  facts: perhaps(
    Schema.Record(Word, Weights).annotate({
      identifier: "FactWeights",
      ...titled(["a map of facts and their values", "事实与取值比重"])
    }),
    "事实",
    "What is on file of customers, and how often.",
    "客户档案中的事实及其比重。"
  )
})
const TableFile = mapOf("TableFile", ["a table", "表格文件"], {
  file: must(
    Sentence,
    "文件",
    "CSV or NDJSON; of arrivals also an event log (`.xes`) or a store; of texts also one a line.",
    "CSV 或 NDJSON；来件还可为流程挖掘日志（`.xes`）或数据文件；原话还可为每行一条的文本。"
  ),
  map: perhaps(
    Sentence,
    "映射",
    "Which column is which: a mapping file of an import, or a log mapping (`*.mapping.yaml`), of which the first row of each case counts.",
    "哪一列是什么：导入用的映射文件，或日志映射（`*.mapping.yaml`，取每件案件的第一行）。"
  )
})
const RecordedArrival = mapOf("RecordedArrival", ["one arrival", "一次来件"], {
  at: must(Sentence, "时刻", "When it came.", "何时来件。"),
  text: perhaps(Sentence, "原话", "What the customer wrote; else it is drawn.", "客户原话；缺省随机抽取。"),
  channel: perhaps(Word, "渠道", "The channel; else it is drawn.", "渠道；缺省随机抽取。"),
  category: perhaps(Word, "类别", "Of which category the words are drawn.", "抽取原话的类别。"),
  customer: perhaps(Word, "客户", "Who wrote; else somebody new.", "客户；缺省为新客户。"),
  language: perhaps(Word, "语言", "The customer's language.", "客户的语言。"),
  kind: perhaps(Kind, "性质", "Its kind; else as the words say.", "性质；缺省由文字判定。"),
  score: perhaps(Figure, "评分", "The score.", "评分。"),
  facts: perhaps(FactValues, "事实", "What is known of it.", "已知的事实。")
})
const Trace = Schema.Union([Sentence, TableFile, Schema.Array(RecordedArrival)]).annotate({
  identifier: "Trace",
  ...titled([
    "a file of what came, a file with its map, or a list of arrivals",
    "来件文件、来件文件及其映射，或来件列表"
  ])
})
const Texts = Schema.Union([Schema.Array(Sentence), Sentence, TableFile]).annotate({
  identifier: "Texts",
  ...titled(["a list of texts, or a file of them", "文字列表，或存放文字的文件"])
})
export const Arrivals = mapOf("Arrivals", ["what arrives", "来件"], {
  "per-day": perhaps(Figure, "每日件数", "How many pieces arrive a day on average.", "平均每天收到多少件。"),
  factor: perhaps(Figure, "倍数", "So many times as much.", "按此倍数增减。"),
  hours: perhaps(Hourly, "各小时", "How much comes in each hour of a day, or of a week.", "一天或一周中各小时的比重。"),
  days: perhaps(Daily, "各星期", "How much comes on each day of a week.", "一周中各天的比重。"),
  months: perhaps(Monthly, "各月", "How much comes in each month; 1 is usual.", "各月的倍数；1 为平常。"),
  campaigns: perhaps(Schema.Array(Campaign), "高峰", "Times in which more comes, or less.", "来件增减的时期。"),
  batch: perhaps(
    NumberSpread,
    "成批",
    "How many come together, 1 or more; `per-day` counts each.",
    "一次同来几件，至少 1 件；`per-day` 逐件计。"
  ),
  mix: perhaps(Mix, "构成", "What it is made of.", "来件构成。"),
  texts: perhaps(Texts, "原话", "What customers write.", "客户原话。"),
  trace: perhaps(
    Trace,
    "实录",
    "What came, each at its instant, instead of what is drawn.",
    "按实际来件重放，不再随机产生。"
  )
})

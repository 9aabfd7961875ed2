/** The schema of `arrivals` in a simulation file: random arrivals, or recorded ones. */
import * as Schema from "effect/Schema"
import { mapOf, must, named, perhaps } from "../Notation.ts"
import { Kind, Sentence, Word } from "../Value.ts"
import { FactValues } from "./People.ts"
import { Figure, Monthly, NumberSpread, numbers, Spell, Weights } from "./Spread.ts"

const Hourly = numbers("Hourly")
const Daily = numbers("Daily")

const Campaign = mapOf("Campaign", {
  when: must(Spell, "何时"),
  times: must(Figure, "倍数")
})
const Mix = mapOf("Mix", {
  categories: perhaps(Weights, "类别"),
  channels: perhaps(Weights, "渠道"),
  languages: perhaps(Weights, "语言"),
  emotions: perhaps(Weights, "情绪"),
  facts: perhaps(Schema.Record(Word, Weights).annotate(named("FactWeights")), "事实")
})
const TableFile = mapOf("TableFile", {
  file: must(Sentence, "文件"),
  map: perhaps(Sentence, "映射")
})
const RecordedArrival = mapOf("RecordedArrival", {
  at: must(Sentence, "时刻"),
  text: perhaps(Sentence, "原话"),
  channel: perhaps(Word, "渠道"),
  category: perhaps(Word, "类别"),
  customer: perhaps(Word, "客户"),
  language: perhaps(Word, "语言"),
  kind: perhaps(Kind, "性质"),
  score: perhaps(Figure, "评分"),
  facts: perhaps(FactValues, "事实")
})
const Trace = Schema.Union([Sentence, TableFile, Schema.Array(RecordedArrival)]).annotate(named("Trace"))
const Texts = Schema.Union([Schema.Array(Sentence), Sentence, TableFile]).annotate(named("Texts"))
/** The schema of the section `arrivals`. */
export const Arrivals = mapOf("Arrivals", {
  "per-day": perhaps(Figure, "每日件数"),
  factor: perhaps(Figure, "倍数"),
  hours: perhaps(Hourly, "各小时"),
  days: perhaps(Daily, "各星期"),
  months: perhaps(Monthly, "各月"),
  campaigns: perhaps(Schema.Array(Campaign), "高峰"),
  batch: perhaps(NumberSpread, "成批"),
  mix: perhaps(Mix, "构成"),
  texts: perhaps(Texts, "原话"),
  trace: perhaps(Trace, "实录")
})

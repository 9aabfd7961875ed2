/** The schema of the dictionary and of grading. */
import * as Schema from "effect/Schema"
import { choice, listOf, mapOf, may, must, named, namesOf, someOf, speaking } from "./Notation.ts"
import { Cell, Condition, WordTable } from "./Table.ts"
import { entryOf, Integer, Kind, MomentName, MomentNames, Name, OneRole, Phrases, Share, Whole, Word } from "./Value.ts"

const words = { words: may(Phrases, "用语") }
const KindWords = mapOf("KindWords", words)
const kind = (zh: string) => may(KindWords, zh)
const Kinds = mapOf("Kinds", {
  complaint: kind("投诉"),
  suggestion: kind("建议"),
  inquiry: kind("咨询"),
  praise: kind("表扬"),
  rating: kind("评分"),
  otherwise: may(Kind, "其余")
}).annotate({ "x-ordered": true })
const Category = entryOf("Category", {
  ...words,
  kind: may(Kind, "性质"),
  department: may(Word, "责任部门"),
  under: may(Word, "上级类别"),
  defaults: may(namesOf("Defaults", Name, Word), "缺省")
})
const CategoryRow = Category.annotate({ "x-layout": "row" })
const Signal = entryOf("Signal", {
  ...words,
  ask: may(Word, "提问")
})

const Vocabulary = choice("Vocabulary", {
  en: "英文",
  "zh-CN": "中文",
  emoji: "表情"
})
const Strengths = (name: "Negative" | "Positive") =>
  mapOf(name, {
    strong: may(Phrases, "强烈"),
    plain: may(Phrases, "明确"),
    slight: may(Phrases, "轻微")
  })
const Tone = mapOf("Tone", {
  vocabulary: may(listOf("Vocabularies", Vocabulary), "内置词库"),
  negative: may(Strengths("Negative"), "贬义"),
  positive: may(Strengths("Positive"), "褒义"),
  neutral: may(Phrases, "中性")
})

/** The schema of the section `dictionary`. */
export const Dictionary = entryOf("Dictionary", {
  "sure-above": may(Share, "把握度"),
  "review-by": may(OneRole, "复核人"),
  otherwise: may(Word, "其余"),
  "override-lasts": may(
    Schema.String.annotate({
      ...speaking("lasting"),
      examples: ["until closed", "30 days"]
    }),
    "人工有效期"
  ),
  kinds: may(Kinds, "性质判定"),
  categories: may(namesOf("Categories", Name, CategoryRow), "类别"),
  emotions: may(
    namesOf("Emotions", MomentName, Phrases).annotate({
      "x-layout": "block"
    }),
    "情绪"
  ),
  tone: may(Tone, "褒贬"),
  negation: may(Phrases, "否定词"),
  intensifiers: may(
    mapOf("Intensifiers", {
      stronger: may(Phrases, "加强"),
      weaker: may(Phrases, "减弱")
    }),
    "程度词"
  ),
  signals: may(namesOf("Signals", Name, Signal), "信号词")
})

const Row = namesOf("MatrixRow", MomentName, Word)
const Raise = mapOf("Raise", {
  when: must(Condition, "当"),
  "at-least": must(Word, "不低于")
})
const Step = mapOf("Step", {
  when: must(Condition, "当"),
  up: must(Whole, "上调级数")
})
const Lift = Schema.Union([Raise, Step]).annotate(named("Lift"))
const PointsRow = mapOf("PointsRow", {
  when: may(Condition, "当"),
  add: must(Integer, "计"),
  times: may(someOf("Factors", Word), "乘以")
})
const Dimension = entryOf("Dimension", {
  levels: may(MomentNames, "等级"),
  rules: may(WordTable, "规则"),
  matrix: may(namesOf("Matrix", MomentName, Row), "矩阵"),
  points: may(listOf("PointsRows", PointsRow), "计分"),
  thresholds: may(namesOf("Thresholds", MomentName, Cell), "分数线"),
  lift: may(listOf("Lifts", Lift), "提级规则")
})
/** The schema of the section `grading`. */
export const Grading = namesOf("Grading", Name, Dimension)

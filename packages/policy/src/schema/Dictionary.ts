/** How words are understood, and how cases are graded. */
import * as Schema from "effect/Schema"
import { type Both, choice, listOf, mapOf, may, must, namesOf, someOf, speaking, titled } from "./Notation.ts"
import { Cell, Condition, WordTable } from "./Table.ts"
import { entryOf, Integer, Kind, MomentName, MomentNames, Name, OneRole, Phrases, Share, Whole, Word } from "./Value.ts"

const words = { words: may(Phrases, "用语", "Words that show it.", "表明它的用语。") }
const KindWords = mapOf("KindWords", ["the words of a kind", "性质用语"], words)
const kind = (zh: string) => may(KindWords, zh, "Words that show this kind.", "表明该性质的用语。")
const Kinds = mapOf("Kinds", ["a map of kinds", "性质判定"], {
  complaint: kind("投诉"),
  suggestion: kind("建议"),
  inquiry: kind("咨询"),
  praise: kind("表扬"),
  rating: kind("评分"),
  otherwise: may(Kind, "其余", "The kind of what has none of the words.", "没有用语命中时的性质。")
}).annotate({ "x-ordered": true })
const Category = entryOf("Category", ["a category", "类别"], {
  ...words,
  kind: may(Kind, "性质", "The kind of what falls in it.", "归入此类者的性质。"),
  department: may(Word, "责任部门", "The department that answers for it.", "责任部门。"),
  under: may(Word, "上级类别", "The category it stands under.", "上级类别。"),
  defaults: may(
    namesOf("Defaults", ["a map of dimensions and levels", "各维度的缺省等级"], Name, Word),
    "缺省",
    "Levels that it gives a case.",
    "给案件的缺省等级。"
  )
})
const CategoryRow = Category.annotate({ "x-layout": "row" })
const Signal = entryOf("Signal", ["a signal", "信号词"], {
  ...words,
  ask: may(Word, "提问", "The guiding question that it asks.", "触发的引导问题。")
})

const Vocabulary = choice("Vocabulary", ["a vocabulary of this package", "内置词库"], {
  en: "英文",
  "zh-CN": "中文",
  emoji: "表情"
})
const Strengths = (identifier: string, named: Both) =>
  mapOf(identifier, named, {
    strong: may(Phrases, "强烈", "Words that leave no doubt.", "语气强烈的词。"),
    plain: may(Phrases, "明确", "Words that say it plainly.", "明确表态的词。"),
    slight: may(Phrases, "轻微", "Words that hint at it.", "略带此意的词。")
  })
const Tone = mapOf("Tone", ["words of judgement", "褒贬用语"], {
  vocabulary: may(
    listOf("Vocabularies", ["a list of vocabularies", "内置词库列表"], Vocabulary),
    "内置词库",
    "Vocabularies of this package that are read as well.",
    "一并使用的内置词库。"
  ),
  negative: may(
    Strengths("Negative", ["words that find fault", "贬义用语"]),
    "贬义",
    "Words that find fault.",
    "表示不满的词。"
  ),
  positive: may(
    Strengths("Positive", ["words that praise", "褒义用语"]),
    "褒义",
    "Words that praise.",
    "表示满意的词。"
  ),
  neutral: may(Phrases, "中性", "Words that judge nothing here, and what stands in them.", "在这里不表示褒贬的词。")
})

export const Dictionary = entryOf("Dictionary", ["a dictionary", "词典"], {
  "sure-above": may(Share, "把握度", "Below it a person is asked.", "低于此值请人复核。"),
  "review-by": may(OneRole, "复核人", "Who is asked.", "由谁复核。"),
  otherwise: may(Word, "其余", "The category of what matches none.", "都不匹配时的类别。"),
  "override-lasts": may(
    Schema.String.annotate({
      ...titled(["a length of time, or `until closed`", "时长，或 `until closed`"]),
      ...speaking("lasting"),
      examples: ["until closed", "30 days"]
    }),
    "人工有效期",
    "How long a person's category or grade stays.",
    "人工改动保持多久。"
  ),
  kinds: may(Kinds, "性质判定", "Words that tell kinds apart.", "区分性质的用语。"),
  categories: may(
    namesOf("Categories", ["a map of categories", "类别表"], Name, CategoryRow),
    "类别",
    "What feedback is about.",
    "反馈的类别。"
  ),
  emotions: may(
    namesOf("Emotions", ["a map of emotions and words", "情绪与用语"], MomentName, Phrases).annotate({
      "x-layout": "block"
    }),
    "情绪",
    "Levels of emotion, strongest first.",
    "情绪等级，由强到弱。"
  ),
  tone: may(Tone, "褒贬", "Words that praise or find fault.", "表示满意或不满的词。"),
  negation: may(Phrases, "否定词", "Words that negate their clause.", "否定所在分句的词。"),
  intensifiers: may(
    mapOf("Intensifiers", ["words that move an emotion", "程度词"], {
      stronger: may(Phrases, "加强", "One level stronger.", "加强一级。"),
      weaker: may(Phrases, "减弱", "One level weaker.", "减弱一级。")
    }),
    "程度词",
    "Words that move the emotion one level.",
    "使情绪升降一级的词。"
  ),
  signals: may(
    namesOf("Signals", ["a map of signals", "信号词表"], Name, Signal),
    "信号词",
    "Word lists that become conditions.",
    "可作条件的词表。"
  )
})

const Row = namesOf("MatrixRow", ["a map of levels and results", "等级与结果"], MomentName, Word)
const Raise = mapOf("Raise", ["a lift", "一条提级规则"], {
  when: must(Condition, "当", "When it counts.", "何时适用。"),
  "at-least": must(Word, "不低于", "The least level.", "至少的等级。")
})
const Step = mapOf("Step", ["a lift", "一条提级规则"], {
  when: must(Condition, "当", "When it counts.", "何时适用。"),
  up: must(Whole, "上调级数", "How many levels up.", "上调几级。")
})
const Lift = Schema.Union([Raise, Step]).annotate({
  identifier: "Lift",
  ...titled(["a lift: `when` with `at-least` or `up`", "提级规则：`when` 加 `at-least` 或 `up`"])
})
const PointsRow = mapOf("PointsRow", ["a row of points", "一行计分"], {
  when: may(Condition, "当", "Who gets the points; without it every case.", "何时计分；不写则都计。"),
  add: must(Integer, "计", "How many points it adds.", "计多少分。"),
  times: may(
    someOf("Factors", ["a fact with a `scale`, or a list of them", "有 `scale` 的事实，或其列表"], Word),
    "乘以",
    "Facts with a `scale` by whose values the points are multiplied.",
    "再乘以这些事实的分值。"
  )
})
const Dimension = entryOf("Dimension", ["a dimension of grading", "定级维度"], {
  levels: may(MomentNames, "等级", "Its levels, strongest first.", "等级，由强到弱。"),
  rules: may(WordTable, "规则", "Rows that find the level.", "确定等级的规则。"),
  matrix: may(
    namesOf("Matrix", ["a matrix", "矩阵"], MomentName, Row),
    "矩阵",
    "Rows and columns of two other dimensions.",
    "由另两个维度的等级查出。"
  ),
  points: may(
    listOf("PointsRows", ["a list of rows of points", "计分表"], PointsRow),
    "计分",
    "Every row that fits adds its points.",
    "凡适用的行都计分，相加为总分。"
  ),
  thresholds: may(
    namesOf("Thresholds", ["a map of levels and sums of points", "等级与总分"], MomentName, Cell),
    "分数线",
    "Which sum of points is which level.",
    "总分多少属哪个等级。"
  ),
  lift: may(
    listOf("Lifts", ["a list of lifts", "提级规则"], Lift),
    "提级规则",
    "Every fitting row counts, the strongest wins.",
    "凡适用者都算，取最强。"
  )
})
export const Grading = namesOf("Grading", ["a map of dimensions", "定级"], Name, Dimension)

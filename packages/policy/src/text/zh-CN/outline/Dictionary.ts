/** The dictionary and grading: what each thing is called, and what each key says. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/outline/Dictionary.ts"

export const title: Like<typeof en.title> = {
  KindWords: "性质用语",
  Kinds: "性质判定",
  Category: "类别",
  Defaults: "各维度的缺省等级",
  Signal: "信号词",
  Vocabulary: "内置词库",
  Tone: "褒贬用语",
  Vocabularies: "内置词库列表",
  Negative: "贬义用语",
  Positive: "褒义用语",
  Dictionary: "词典",
  Categories: "类别表",
  Emotions: "情绪与用语",
  Intensifiers: "程度词",
  Signals: "信号词表",
  MatrixRow: "等级与结果",
  Raise: "一条提级规则",
  Step: "一条提级规则",
  Lift: "提级规则：`when` 加 `at-least` 或 `up`",
  PointsRow: "一行计分",
  Factors: "有 `scale` 的事实，或其列表",
  Dimension: "定级维度",
  Matrix: "矩阵",
  PointsRows: "计分表",
  Thresholds: "等级与总分",
  Lifts: "提级规则",
  Grading: "定级"
}

export const says: Like<typeof en.says> = {
  KindWords: {
    words: "表明它的用语。"
  },
  Kinds: {
    complaint: "表明该性质的用语。",
    suggestion: "表明该性质的用语。",
    inquiry: "表明该性质的用语。",
    praise: "表明该性质的用语。",
    rating: "表明该性质的用语。",
    otherwise: "没有用语命中时的性质。"
  },
  Category: {
    words: "表明它的用语。",
    kind: "归入此类者的性质。",
    department: "责任部门。",
    under: "上级类别。",
    defaults: "给案件的缺省等级。"
  },
  Signal: {
    words: "表明它的用语。",
    ask: "触发的引导问题。"
  },
  Tone: {
    vocabulary: "一并使用的内置词库。",
    negative: "表示不满的词。",
    positive: "表示满意的词。",
    neutral: "在这里不表示褒贬的词。"
  },
  Negative: {
    strong: "语气强烈的词。",
    plain: "明确表态的词。",
    slight: "略带此意的词。"
  },
  Positive: {
    strong: "语气强烈的词。",
    plain: "明确表态的词。",
    slight: "略带此意的词。"
  },
  Dictionary: {
    "sure-above": "低于此值请人复核。",
    "review-by": "由谁复核。",
    otherwise: "都不匹配时的类别。",
    "override-lasts": "人工改动保持多久。",
    kinds: "区分性质的用语。",
    categories: "反馈的类别。",
    emotions: "情绪等级，由强到弱。",
    tone: "表示满意或不满的词。",
    negation: "否定所在分句的词。",
    intensifiers: "使情绪升降一级的词。",
    signals: "可作条件的词表。"
  },
  Intensifiers: {
    stronger: "加强一级。",
    weaker: "减弱一级。"
  },
  Raise: {
    when: "何时适用。",
    "at-least": "至少的等级。"
  },
  Step: {
    when: "何时适用。",
    up: "上调几级。"
  },
  PointsRow: {
    when: "何时计分；不写则都计。",
    add: "计多少分。",
    times: "再乘以这些事实的分值。"
  },
  Dimension: {
    levels: "等级，由强到弱。",
    rules: "确定等级的规则。",
    matrix: "由另两个维度的等级查出。",
    points: "凡适用的行都计分，相加为总分。",
    thresholds: "总分多少属哪个等级。",
    lift: "凡适用者都算，取最强。"
  }
}

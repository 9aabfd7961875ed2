/** The dictionary and grading: what each thing is called, and what each key says. */

export const title = {
  KindWords: "the words of a kind",
  Kinds: "a map of kinds",
  Category: "a category",
  Defaults: "a map of dimensions and levels",
  Signal: "a signal",
  Vocabulary: "a vocabulary of this package",
  Tone: "words of judgement",
  Vocabularies: "a list of vocabularies",
  Negative: "words that find fault",
  Positive: "words that praise",
  Dictionary: "a dictionary",
  Categories: "a map of categories",
  Emotions: "a map of emotions and words",
  Intensifiers: "words that move an emotion",
  Signals: "a map of signals",
  MatrixRow: "a map of levels and results",
  Raise: "a lift",
  Step: "a lift",
  Lift: "a lift: `when` with `at-least` or `up`",
  PointsRow: "a row of points",
  Factors: "a fact with a `scale`, or a list of them",
  Dimension: "a dimension of grading",
  Matrix: "a matrix",
  PointsRows: "a list of rows of points",
  Thresholds: "a map of levels and sums of points",
  Lifts: "a list of lifts",
  Grading: "a map of dimensions"
}

export const says = {
  KindWords: {
    words: "Words that show it."
  },
  Kinds: {
    complaint: "Words that show this kind.",
    suggestion: "Words that show this kind.",
    inquiry: "Words that show this kind.",
    praise: "Words that show this kind.",
    rating: "Words that show this kind.",
    otherwise: "The kind of what has none of the words."
  },
  Category: {
    words: "Words that show it.",
    kind: "The kind of what falls in it.",
    department: "The department that answers for it.",
    under: "The category it stands under.",
    defaults: "Levels that it gives a case."
  },
  Signal: {
    words: "Words that show it.",
    ask: "The guiding question that it asks."
  },
  Tone: {
    vocabulary: "Vocabularies of this package that are read as well.",
    negative: "Words that find fault.",
    positive: "Words that praise.",
    neutral: "Words that judge nothing here, and what stands in them."
  },
  Negative: {
    strong: "Words that leave no doubt.",
    plain: "Words that say it plainly.",
    slight: "Words that hint at it."
  },
  Positive: {
    strong: "Words that leave no doubt.",
    plain: "Words that say it plainly.",
    slight: "Words that hint at it."
  },
  Dictionary: {
    "sure-above": "Below it a person is asked.",
    "review-by": "Who is asked.",
    otherwise: "The category of what matches none.",
    "override-lasts": "How long a person's category or grade stays.",
    kinds: "Words that tell kinds apart.",
    categories: "What feedback is about.",
    emotions: "Levels of emotion, strongest first.",
    tone: "Words that praise or find fault.",
    negation: "Words that negate their clause.",
    intensifiers: "Words that move the emotion one level.",
    signals: "Word lists that become conditions."
  },
  Intensifiers: {
    stronger: "One level stronger.",
    weaker: "One level weaker."
  },
  Raise: {
    when: "When it counts.",
    "at-least": "The least level."
  },
  Step: {
    when: "When it counts.",
    up: "How many levels up."
  },
  PointsRow: {
    when: "Who gets the points; without it every case.",
    add: "How many points it adds.",
    times: "Facts with a `scale` by whose values the points are multiplied."
  },
  Dimension: {
    levels: "Its levels, strongest first.",
    rules: "Rows that find the level.",
    matrix: "Rows and columns of two other dimensions.",
    points: "Every row that fits adds its points.",
    thresholds: "Which sum of points is which level.",
    lift: "Every fitting row counts, the strongest wins."
  }
}

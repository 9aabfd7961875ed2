/** The dictionary and grading: what each thing is called, and what each key says. */

export const title = {
  KindWords: "the words of a kind",
  Kinds: "a map of kinds",
  Category: "a category",
  Defaults: "a map of dimensions and levels",
  Signal: "a signal",
  Vocabulary: "a vocabulary of this package",
  Tone: "words of praise and blame",
  Vocabularies: "a list of vocabularies",
  Negative: "words of blame",
  Positive: "words of praise",
  Dictionary: "a dictionary",
  Categories: "a map of categories",
  Emotions: "a map of emotions and words",
  Intensifiers: "words that make an emotion stronger or weaker",
  Signals: "a map of signals",
  MatrixRow: "a map of levels and results",
  Raise: "a lift",
  Step: "a lift",
  Lift: "a lift: `when` with `at-least` or `up`",
  PointsRow: "a points row",
  Factors: "a fact with a `scale`, or a list of such facts",
  Dimension: "a dimension of grading",
  Matrix: "a matrix",
  PointsRows: "a list of points rows",
  Thresholds: "a map of levels and sums of points",
  Lifts: "a list of lifts",
  Grading: "a map of dimensions"
}

export const says = {
  KindWords: {
    words: "Words that show it."
  },
  Kinds: {
    complaint: "Words of complaints.",
    suggestion: "Words of suggestions.",
    inquiry: "Words of inquiries.",
    praise: "Words of praise.",
    rating: "Words of ratings.",
    otherwise: "The kind of feedback with none of these words."
  },
  Category: {
    words: "The words of this category.",
    kind: "The kind of feedback with these words.",
    department: "The department responsible for this category.",
    under: "The parent category.",
    defaults: "The levels that a case of this category gets."
  },
  Signal: {
    words: "The words of this signal.",
    ask: "The guiding question that this signal asks."
  },
  Tone: {
    vocabulary: "Vocabularies of this package that are used too.",
    negative: "Words of blame.",
    positive: "Words of praise.",
    neutral: "Words that are neither praise nor blame here, with the words inside them."
  },
  Negative: {
    strong: "Strong words of blame.",
    plain: "Plain words of blame.",
    slight: "Mild words of blame."
  },
  Positive: {
    strong: "Strong words of praise.",
    plain: "Plain words of praise.",
    slight: "Mild words of praise."
  },
  Dictionary: {
    "sure-above": "A person is asked if the dictionary is less sure than this.",
    "review-by": "The role that is asked.",
    otherwise: "The category if no other fits.",
    "override-lasts": "How long a category or grade that a person set stays.",
    kinds: "The words of each kind.",
    categories: "The subjects of feedback.",
    emotions: "Levels of emotion, strongest first.",
    tone: "Words of praise and blame.",
    negation: "Words that negate their clause.",
    intensifiers: "Words that move the emotion by one level.",
    signals: "Word lists that become conditions."
  },
  Intensifiers: {
    stronger: "Words that make the emotion one level stronger.",
    weaker: "Words that make the emotion one level weaker."
  },
  Raise: {
    when: "The lift applies if this condition holds.",
    "at-least": "The lowest level that the case then has."
  },
  Step: {
    when: "The lift applies if this condition holds.",
    up: "The number of levels that the case is raised."
  },
  PointsRow: {
    when: "The cases that get the points; without it all cases.",
    add: "The number of points.",
    times: "Facts with a `scale`; the points are multiplied by their values."
  },
  Dimension: {
    levels: "The levels, strongest first.",
    rules: "The rows that decide the level.",
    matrix: "The level for each pair of levels of two other dimensions.",
    points: "The rows of points; every row that fits adds its points.",
    thresholds: "The sum of points for each level.",
    lift: "The rows that raise the level; every row that fits counts, and the strongest result wins."
  }
}

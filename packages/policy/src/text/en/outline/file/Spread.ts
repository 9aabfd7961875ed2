/** How something varies: what each thing is called, and what each key says. */

export const title = {
  Figure: "a number",
  Monthly: "12 numbers, January first",
  Weights: "a map of names and how often each comes",
  Spell: "a date, or two with `to`",
  Spread: "a length of time, or how it varies",
  NumberSpread: "a number, or how it varies",
  SpreadForm: "a form"
}

export const says = {
  Spread: {
    "half-within": "Half are no more than this.",
    "ninety-within": "Nine of ten are no more than this.",
    mean: "On average; alone: as chance has it.",
    deviation: "The standard deviation, beside the mean.",
    like: "The form that mean and deviation have; `lognormal` by default.",
    least: "Never less than this.",
    usual: "The most likely.",
    most: "Never more than this."
  },
  NumberSpread: {
    "half-within": "Half are no more than this.",
    "ninety-within": "Nine of ten are no more than this.",
    mean: "On average; alone: as chance has it.",
    deviation: "The standard deviation, beside the mean.",
    like: "The form that mean and deviation have; `lognormal` by default.",
    least: "Never less than this.",
    usual: "The most likely.",
    most: "Never more than this."
  }
}

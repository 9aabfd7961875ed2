/** How something varies: what each thing is called, and what each key says. */

export const title = {
  Figure: "a number",
  Monthly: "12 numbers, January first",
  Weights: "a map of names and their weights",
  Spell: "a date, or two dates with `to`",
  Spread: "a length of time, or a distribution",
  NumberSpread: "a number, or a distribution",
  SpreadForm: "a distribution"
}

export const says = {
  Spread: {
    "half-within": "Half of the values are at most this.",
    "ninety-within": "90% of the values are at most this.",
    mean: "The mean; without other keys the distribution is exponential.",
    deviation: "The standard deviation, beside the mean.",
    like: "The distribution with this mean and deviation. Default: `lognormal`.",
    least: "The smallest value.",
    usual: "The most likely value.",
    most: "The largest value."
  },
  NumberSpread: {
    "half-within": "Half of the values are at most this.",
    "ninety-within": "90% of the values are at most this.",
    mean: "The mean; without other keys the distribution is exponential.",
    deviation: "The standard deviation, beside the mean.",
    like: "The distribution with this mean and deviation. Default: `lognormal`.",
    least: "The smallest value.",
    usual: "The most likely value.",
    most: "The largest value."
  }
}

/** Arrivals of a simulation: what each thing is called, and what each key says. */

export const title = {
  Hourly: "24 numbers, from midnight on, or 168, from Monday midnight on",
  Daily: "7 numbers, Monday first",
  Campaign: "a campaign",
  Mix: "the composition of feedback",
  FactWeights: "a map of facts and their values",
  TableFile: "a table",
  RecordedArrival: "a recorded arrival",
  Trace: "a file of recorded feedback, a file with its mapping, or a list of arrivals",
  Texts: "a list of texts, or a file of them",
  Arrivals: "arrivals"
}

export const says = {
  Campaign: {
    when: "The dates of the campaign.",
    times: "The factor by which arrivals grow or shrink."
  },
  Mix: {
    categories: "The weight of each category.",
    channels: "The weight of each channel.",
    languages: "The weight of each language of customers.",
    emotions: "The weight of each emotion; `unmoved` is none.",
    facts: "The facts of customers, with the weight of each value."
  },
  TableFile: {
    file: "A CSV or NDJSON file. For arrivals also an event log (`.xes`) or a store; for texts also a file with one text a line.",
    map: "Which column is which: the mapping file of an import, or a log mapping (`*.mapping.yaml`), which reads the first row of each case."
  },
  RecordedArrival: {
    at: "The instant of the arrival.",
    text: "The words of the customer. Default: drawn at random.",
    channel: "The channel. Default: drawn at random.",
    category: "The category from whose words the text is drawn.",
    customer: "The customer. Default: a new customer.",
    language: "The customer's language.",
    kind: "The kind of feedback. Default: read from the words.",
    score: "The score.",
    facts: "The facts of this feedback."
  },
  Arrivals: {
    "per-day": "The average number of arrivals a day.",
    factor: "The factor by which arrivals are multiplied.",
    hours: "The weight of each hour of a day, or of a week.",
    days: "The weight of each day of a week.",
    months: "The weight of each month; 1 is usual.",
    campaigns: "Periods with more or fewer arrivals.",
    batch: "How many arrive together, 1 or more; `per-day` counts each of them.",
    mix: "The composition of the arrivals.",
    texts: "The words of customers.",
    trace: "Recorded arrivals, each at its instant, instead of random ones."
  }
}

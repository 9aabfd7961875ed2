/** Arrivals of a simulation: what each thing is called, and what each key says. */

export const title = {
  Hourly: "24 numbers, from midnight on, or 168, from Monday midnight on",
  Daily: "7 numbers, Monday first",
  Campaign: "a campaign",
  Mix: "what feedback is made of",
  FactWeights: "a map of facts and their values",
  TableFile: "a table",
  RecordedArrival: "one arrival",
  Trace: "a file of what came, a file with its map, or a list of arrivals",
  Texts: "a list of texts, or a file of them",
  Arrivals: "what arrives"
}

export const says = {
  Campaign: {
    when: "When it is.",
    times: "How many times as much comes."
  },
  Mix: {
    categories: "How often each category comes.",
    channels: "How often each channel is used.",
    languages: "How often each language is spoken.",
    emotions: "How often each emotion is shown; `unmoved` for none.",
    facts: "What is on file of customers, and how often."
  },
  TableFile: {
    file: "CSV or NDJSON; of arrivals also an event log (`.xes`) or a store; of texts also one a line.",
    map: "Which column is which: a mapping file of an import, or a log mapping (`*.mapping.yaml`), of which the first row of each case counts."
  },
  RecordedArrival: {
    at: "When it came.",
    text: "What the customer wrote; else it is drawn.",
    channel: "The channel; else it is drawn.",
    category: "Of which category the words are drawn.",
    customer: "Who wrote; else somebody new.",
    language: "The customer's language.",
    kind: "Its kind; else as the words say.",
    score: "The score.",
    facts: "What is known of it."
  },
  Arrivals: {
    "per-day": "How many pieces arrive a day on average.",
    factor: "So many times as much.",
    hours: "How much comes in each hour of a day, or of a week.",
    days: "How much comes on each day of a week.",
    months: "How much comes in each month; 1 is usual.",
    campaigns: "Times in which more comes, or less.",
    batch: "How many come together, 1 or more; `per-day` counts each.",
    mix: "What it is made of.",
    texts: "What customers write.",
    trace: "What came, each at its instant, instead of what is drawn."
  }
}

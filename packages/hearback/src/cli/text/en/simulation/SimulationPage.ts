/** What the page of a simulation says beside its figures. */

export const simulationPage = {
  percent: " %",
  title: (name: string) => `What if: ${name}`,
  numbers: {
    arrived: "cases a week",
    answered: "days to the end for the customer, on average",
    busiest: "busiest: ",
    inHand: "cases in hand"
  },
  attainment: "Deadlines met",
  attainmentSays: (percent: number) =>
    `Dot: share of deadlines met. Band: the ${percent} % interval, in which the truth lies with that certainty.`,
  waits: "How long work waits",
  waitsSays:
    "From the moment when something is there to do until somebody begins, nights and weekends included. Dot: half wait no longer. End of the band: nine of ten wait no longer.",
  spread: { wait: "How waits are spread", "time-to-answer": "How long customers wait for the end" },
  spreadSays: (count: string) => `Share of ${count}, by how long it was. Each bar begins where the one before it ends.`,
  upTo: (length: string) => `≤ ${length}`,
  over: (length: string) => `> ${length}`,
  share: "share",
  soFar: "up to there",
  half: "half within",
  ninety: "90 % within",
  course: "Cases in hand over time",
  courseSays: "Cases on which a customer waits, day by day, on average over the replications.",
  skipped: "start, not counted",
  cases: "cases",
  day: "day",
  busy: "How busy people are",
  busySays: "Share of the time on shift that is spent on work, by the hour of the week.",
  hour: "hour",
  legend: ["nobody works", "0 %", "100 %"] as readonly [string, string, string],
  weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  differences: "Before and after",
  differencesSays:
    "Change from before to after, of the same customers, as a share of before. Line: the 95 % interval; where it crosses zero, the change may be chance. Green is better, orange worse.",
  influences: (figure: string) => `What moves ${figure} most`,
  influencesSays: "One thing changed at a time. Bar: how far the figure moves; line: the 95 % interval.",
  story: (id: string) => `One case: ${id}`,
  storySays:
    "Bars are work, from its beginning to its end. Circles are what happened; a filled one is a missed deadline.",
  customer: "customer",
  system: "the policy",
  /** Who told what the record alone tells. */
  log: "the log",
  at: "when",
  what: "what",
  line: "line of the policy",
  numbersTable: "the numbers",
  figure: "figure",
  value: "value",
  interval: "interval",
  count: "of",
  assumed: "Assumed, since nothing says otherwise",
  none: "Nothing was assumed.",
  identity: "Made by"
}

export type SimulationPageTexts = typeof simulationPage

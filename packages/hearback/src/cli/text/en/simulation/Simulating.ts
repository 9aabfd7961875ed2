/** What the answer of a simulation is made of. */

export const simulating = {
  progress: (done: number, wanted: number, percent: number) => `${done} of ${wanted} replications, ${percent}%`,
  trials: (done: number, wanted: number, percent: number) =>
    `${done} of ${wanted} trials, ${percent}%: how long until the workload is steady`,
  seedExpected: "a whole number from 0 to 4294967295",
  perDayExpected: "a number above 0",
  head: (replications: number, seed: number) =>
    `${replications} ${replications === 1 ? "replication" : "replications"}, seed ${seed}`,
  /** `share`: half of the interval of the mean time to an answer, of that mean. */
  precision: (share: number) => `mean time to an answer: precision ±${(share * 100).toFixed(1)}%`,
  unstable: (first: number, last: number) =>
    `Work piles up${first < last ? `, from ${first} open cases to ${last}` : ""}: this staff cannot keep up with the arrivals. The figures would keep getting worse, so none are given.`,
  insufficient: "too few",
  piling: "piles up",
  insufficientHelp: "too few: fewer than 10 were observed, so no figure is given",
  singleHelp:
    "one replication alone gives no intervals: it does not show how far its figures may be from the true values",
  deadlines: "deadlines met",
  interval: (percent: number) => `${percent}% interval`,
  share: "met",
  of: "of",
  time: "time",
  mean: "mean",
  half: "half within",
  ninety: "90% within",
  ninetyFive: "95% within",
  wait: "wait until work starts",
  byGate: "gate",
  touch: "work",
  settled: "open for",
  people: "people",
  busy: "busy on shift",
  work: "work",
  amounts: "open work and money",
  figure: "figure",
  assumed: "assumed, because nothing else is stated",
  sweepAlike: "All values give the same figures: nothing in the simulation uses this setting.",
  written: (path: string) => `written: ${path}`,
  // Two on the same numbers.
  before: "before",
  after: "after",
  difference: "difference",
  better: "better",
  noDifference: "no difference: both run identically, event by event, in every replication",
  commonNumbers: (times: string) =>
    `Both had the same customers at the same times. Without that, ${times} times as many replications would be needed for the same precision (median over the figures).`,
  moreThan: (times: string) => `more than ${times}`,
  changedFirst: (id: string, at: string) => `what changed first: case ${id}, ${at}`,
  nothingThen: "nothing",
  changedCases: (changed: number, of: number, replication: number) =>
    `${changed} of ${of} cases of replication ${replication} differ.`,
  betterHelp: "better: how likely the second is really better; – where neither direction is better",
  // One setting with several values.
  saturated: "piles up",
  // How few people.
  staffEnough: (count: number, role: string, target: string) =>
    `${count} × ${role} ${count === 1 ? "is" : "are"} enough for ${target}: the whole interval meets it.`,
  staffNever: (most: number, role: string, target: string) =>
    `Even ${most} × ${role} are not certain to be enough for ${target}.`,
  staffNow: (count: number) => `There ${count === 1 ? "is" : "are"} ${count} now.`,
  tried: "tried",
  verdict: { pass: "met", fail: "not met", inconclusive: "not certain" },
  needed: (count: number) => `about ${count} replications would decide it`,
  // What matters most.
  influence: (figure: string) => `what affects ${figure} most`,
  less: "less",
  more: "more",
  factor: {
    arrivals: "arrivals ∓10%",
    work: "length of work ∓10%",
    staff: (role: string) => `one fewer or one more: ${role}`
  },
  noLess: "nobody would be left",
  unsure: "?: may be chance alone, because the interval includes no difference",
  // What is wrong with a question.
  peopleInPlan: "`--people` has no effect if the simulation file has `staff.people`",
  oneQuestion: (flags: readonly string[]) =>
    `only one question at a time: ${flags.map((flag) => `\`${flag}\``).join(", ")}`,
  noSuchFigure: (flag: string, word: string) => `\`${flag}\`: there is no figure \`${word}\``,
  noSuchPart: (flag: string, metric: string, word: string) =>
    `\`${flag}\`: \`${metric}\` does not exist for \`${word}\``,
  noSuchStatistic: (flag: string, metric: string, word: string) =>
    `\`${flag}\`: \`${metric}\` has no statistic \`${word}\``,
  noBound: (flag: string, word: string) => `\`${flag}\` needs a bound, not \`${word}\``,
  boundExpected: 'a figure and a bound, such as "attainment.agreed >= 95%" or "time-to-answer.p90 <= 5 days"',
  badBound: (flag: string, word: string) => `\`${flag}\`: \`${word}\` is not a bound for this figure`,
  boundOf: {
    share: "a share such as 95%",
    ms: "a length such as 4 hours or 5 days",
    count: "a number",
    money: "an amount",
    "of its power": "an amount"
  },
  noPlan: (path: string, why: string) => `\`--plan\` cannot be \`${path}\`: ${why}`,
  noPlanHelp: "name a policy without a flag, and a simulation file (`*.simulation.yaml`) with `--plan`",
  noValues: (word: string) => `\`--sweep\` needs values, not \`${word}\``,
  valuesExpected: "a path and values, such as authority.limits.agent.compensate.per-case=300,500,800",
  noSuchPath: (path: string, file: string) => `\`${path}\` is in neither ${file} nor the simulation`,
  pathInOtherKeys: (path: string, file: string, keys: "en" | "zh-CN") =>
    `\`${path}\` is written in ${keys === "en" ? "English" : "Chinese"} keys, and ${file} in ${keys === "en" ? "Chinese" : "English"} ones`,
  planOfNone: "the simulation",
  pathMeant: (path: string) => `write \`${path}\``,
  pathHelp: "`hearback fmt --flat` prints the policy with everything that it inherits",
  badValue: (path: string, value: string, why: readonly string[]) =>
    `\`${path}\` cannot be \`${value}\`: ${why.join("; ")}`,
  noRole: "nobody has a role that receives cases: name one with `--role`"
}

export type SimulationTexts = typeof simulating

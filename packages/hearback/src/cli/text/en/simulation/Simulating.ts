/** What the answer of a simulation is made of. */

export const simulating = {
  progress: (done: number, wanted: number, percent: number) => `${done} of ${wanted} replications, ${percent} %`,
  trials: (done: number, wanted: number, percent: number) =>
    `${done} of ${wanted} trials, ${percent} %: how long until desks are no longer empty`,
  seedExpected: "a whole number from 0 to 4294967295",
  perDayExpected: "a number above 0",
  head: (replications: number, seed: number) =>
    `${replications} ${replications === 1 ? "replication" : "replications"}, seed ${seed}`,
  /** `share`: half of the interval of the mean time to an answer, of that mean. */
  precision: (share: number) => `mean time to an answer known to ±${(share * 100).toFixed(1)} %`,
  unstable: (first: number, last: number) =>
    `Work piles up, from ${first} cases in hand to ${last}: this staff cannot keep up with what arrives. Attainment and times would be those of a growing heap, so none are given.`,
  insufficient: "too few",
  piling: "piles up",
  insufficientHelp: "too few: fewer than 10 were seen, and no figure is given",
  singleHelp: "one replication alone tells nothing of how far the truth may lie from its figures: no intervals",
  deadlines: "deadlines met",
  interval: (percent: number) => `${percent} % interval`,
  share: "met",
  of: "of",
  time: "time",
  mean: "mean",
  half: "half within",
  ninety: "90 % within",
  ninetyFive: "95 % within",
  wait: "wait until somebody begins",
  byGate: "gate",
  touch: "work",
  settled: "open for",
  people: "people",
  busy: "busy on shift",
  work: "work",
  amounts: "work in hand and money",
  figure: "figure",
  assumed: "assumed, since nothing says otherwise",
  sweepAlike: "All values come to the same figures: nothing of what is simulated meets this setting.",
  written: (path: string) => `written: ${path}`,
  // Two on the same numbers.
  before: "before",
  after: "after",
  difference: "difference",
  better: "better",
  noDifference: "nothing differs: both go alike, event by event, in every replication",
  commonNumbers: (times: string) =>
    `Both saw the same customers at the same instants: for the same certainty, ${times} times as many replications would be needed without that (median over the figures).`,
  moreThan: (times: string) => `more than ${times}`,
  changedFirst: (id: string, at: string) => `what changed first: case ${id}, ${at}`,
  nothingThen: "nothing",
  changedCases: (changed: number, of: number, replication: number) =>
    `${changed} of ${of} cases of replication ${replication} go otherwise.`,
  betterHelp: "better: how likely the second is better in truth; – where neither way is better by itself",
  // One setting with several values.
  saturated: "piles up",
  // How few people.
  staffEnough: (count: number, role: string, target: string) =>
    `${count} × ${role} ${count === 1 ? "is" : "are"} enough for ${target}: the whole interval keeps it.`,
  staffNever: (most: number, role: string, target: string) =>
    `Not even ${most} × ${role} are surely enough for ${target}.`,
  staffNow: (count: number) => `There ${count === 1 ? "is" : "are"} ${count} now.`,
  tried: "tried",
  verdict: { pass: "kept", fail: "not kept", inconclusive: "not sure" },
  needed: (count: number) => `about ${count} replications would tell`,
  // What matters most.
  influence: (figure: string) => `what moves ${figure} most`,
  less: "less",
  more: "more",
  factor: {
    arrivals: "arrivals ∓10 %",
    work: "length of work ∓10 %",
    staff: (role: string) => `one ${role} fewer or more`
  },
  noLess: "none would be left",
  unsure: "?: may be chance alone, since the interval reaches over no difference",
  // What is wrong with a question.
  peopleInPlan: "`--people` does nothing where the simulation file says `staff.people`",
  oneQuestion: (flags: readonly string[]) =>
    `only one question at a time: ${flags.map((flag) => `\`${flag}\``).join(", ")}`,
  noSuchFigure: (flag: string, word: string) => `\`${flag}\`: there is no figure \`${word}\``,
  noSuchPart: (flag: string, metric: string, word: string) => `\`${flag}\`: \`${metric}\` is not told of \`${word}\``,
  noSuchStatistic: (flag: string, metric: string, word: string) =>
    `\`${flag}\`: \`${metric}\` is not told as \`${word}\``,
  noBound: (flag: string, word: string) => `\`${flag}\` says no bound: \`${word}\``,
  boundExpected: 'a figure and a bound, such as "attainment.agreed >= 95%" or "time-to-answer.p90 <= 5 days"',
  badBound: (flag: string, word: string) => `\`${flag}\`: \`${word}\` is no bound of this figure`,
  boundOf: {
    share: "a share such as 95%",
    ms: "a length such as 4 hours or 5 days",
    count: "a number",
    money: "an amount",
    "of its power": "an amount"
  },
  noPlan: (path: string, why: string) => `\`--plan\` cannot be \`${path}\`: ${why}`,
  noPlanHelp: "name a policy without a flag, and a simulation file (`*.simulation.yaml`) with `--plan`",
  noValues: (word: string) => `\`--sweep\` says no values: \`${word}\``,
  valuesExpected: "a path and values, such as authority.limits.agent.compensate.per-case=300,500,800",
  noSuchPath: (path: string, file: string) => `\`${path}\` is neither in ${file} nor in the simulation`,
  pathInOtherKeys: (path: string, file: string, keys: "en" | "zh-CN") =>
    `\`${path}\` is written in ${keys === "en" ? "English" : "Chinese"} keys, and ${file} in ${keys === "en" ? "Chinese" : "English"} ones`,
  planOfNone: "the simulation",
  pathMeant: (path: string) => `write \`${path}\``,
  pathHelp: "`hearback fmt --flat` prints the policy with everything that it inherits",
  badValue: (path: string, value: string, why: readonly string[]) =>
    `\`${path}\` cannot be \`${value}\`: ${why.join("; ")}`,
  noRole: "nobody has a role that cases go to: name one with `--role`"
}

export type SimulationTexts = typeof simulating

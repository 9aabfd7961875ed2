/** What the estimate of a backtest says beside the figures of a simulation. */

export const estimating = {
  title: (name: string) => `Backtest: ${name}`,
  exact: "Recorded and decided again (exact)",
  estimated: "Estimated by simulation",
  exactSays: "The recorded history, judged by the policy. Nothing is modelled.",
  estimatedSays:
    "The recorded arrivals are processed again under the policy. Staff, work times and customers' answers come from the record where it has them; otherwise they are assumed. All sides get the same arrivals and the same random numbers. The intervals reflect chance only, not how far the model is from reality.",
  ofEstimate: (flags: readonly string[]) => `${flags.join(", ")}: used only by an estimate`,
  ofEstimateHelp: "add `--estimate`, or leave it out",
  tooFew: (cases: string, weeks: string | undefined) =>
    weeks === undefined
      ? `Insufficient: ${cases} cases are decided by all sides; at least 10 are needed to estimate arrivals.`
      : `Insufficient: of ${cases} cases that are decided by all sides, fewer than 10 arrived in the last ${weeks === "1" ? "week" : `${weeks} weeks`}, too few to estimate arrivals. Raise \`--weeks\`, or leave it out.`,
  leftOut: (left: string, cases: string) =>
    `${left} cases are left out because they cannot be decided: the staff has only ${cases} cases to handle, fewer than it really had.`,
  estimatedInputs: "taken from the record",
  arrivals: (count: string, from: string, to: string) =>
    `${count} arrivals, ${from} – ${to}, each at its recorded time`,
  work: (name: string, count: string, half: string) => `work on “${name}”: ${count} times, half within ${half}`,
  staff: (role: string, count: string) => `${role}: ${count} at work`,
  proposal: (count: string, half: string) => `answers to ${count} proposals, half within ${half}`,
  confirmation: (count: string, half: string) => `answers to ${count} requests for confirmation, half within ${half}`,
  compensation: (count: string) => `compensation in ${count} cases`,
  handovers: (count: string) => `${count} cases that were handed over`,
  pause: (reason: string, count: string, half: string) => `${reason}: ${count} times, half within ${half}`,
  assumedInputs: "insufficient in the record, so assumed",
  noWork: (names: string, isOfLog: boolean) => {
    const name = isOfLog ? "name `columns.resource` and `columns.lifecycle` of the mapping, or " : ""
    return `how long work on ${names} takes: start and end are recorded fewer than 10 times; ${name}state it in \`--plan\``
  },
  noStaff: (names: string, isOfLog: boolean) => {
    const name = isOfLog ? "name `columns.resource` of the mapping, or " : ""
    return `who works as ${names}: nobody is named; ${name}state it in \`--plan\``
  },
  noAnswers: {
    proposal: "how customers answer proposals: recorded fewer than 10 times",
    confirmation: "how customers answer requests for confirmation: recorded fewer than 10 times"
  },
  kept: "promises kept, from the record",
  keptSays: "Share of the promises that both sides can judge.",
  fit: "how close the model comes to the record",
  fitSays: "If these differ widely, the estimate says little about what would have happened.",
  clock: "promise",
  recorded: "recorded",
  model: "estimated"
}

export type EstimateTexts = typeof estimating

/** What the estimate of a backtest says beside the figures of a simulation. */

export const estimating = {
  title: (name: string) => `Backtest: ${name}`,
  exact: "Recorded and decided again (exact)",
  estimated: "Estimated by simulation",
  exactSays: "History as it happened, judged by the policy. Nothing is modelled.",
  estimatedSays:
    "The recorded arrivals, worked on anew under the policy: by people, with work times and answers of customers as the record tells them, else as assumed. All sides meet the same arrivals and the same chance. The intervals are those of chance alone: they do not know how far the model lies from the truth.",
  ofEstimate: (flags: readonly string[]) => `${flags.join(", ")}: only an estimate reads it`,
  ofEstimateHelp: "add `--estimate`, or leave it out",
  tooFew: (cases: string, weeks: string | undefined) =>
    weeks === undefined
      ? `Insufficient: ${cases} cases are decided by all sides, and fewer than 10 tell nothing of arrivals.`
      : `Insufficient: of ${cases} cases that are decided by all sides, fewer than 10 arrived in the last ${weeks === "1" ? "week" : `${weeks} weeks`}, and they tell nothing of arrivals. Raise \`--weeks\`, or leave it out.`,
  leftOut: (left: string, cases: string) =>
    `${left} cases are left out, since they cannot be decided: the staff has only ${cases} to do, less than it had then.`,
  told: "told by the record",
  arrivals: (count: string, from: string, to: string) => `${count} arrivals, ${from} – ${to}, each at its instant`,
  work: (name: string, count: string, half: string) => `work on “${name}”: ${count} times, half within ${half}`,
  staff: (role: string, count: string) => `${role}: ${count} at work`,
  proposal: (count: string, half: string) => `answers to ${count} proposals, half within ${half}`,
  confirmation: (count: string, half: string) =>
    `answers to ${count} questions whether it was put right, half within ${half}`,
  compensation: (count: string) => `compensation of ${count} cases`,
  handovers: (count: string) => `${count} cases that were handed over`,
  pause: (reason: string, count: string, half: string) => `${reason}: ${count} times, half within ${half}`,
  lacking: "insufficient in the record, and assumed",
  noWork: (names: string, isOfLog: boolean) => {
    const name = isOfLog ? "name `columns.resource` and `columns.lifecycle` of the mapping, or " : ""
    return `how long work takes on ${names}: beginning and end are seen fewer than 10 times; ${name}say it in \`--plan\``
  },
  noStaff: (names: string, isOfLog: boolean) => {
    const name = isOfLog ? "name `columns.resource` of the mapping, or " : ""
    return `who works as ${names}: nobody is named; ${name}say it in \`--plan\``
  },
  noAnswers: {
    proposal: "what customers answer to proposals: seen fewer than 10 times",
    confirmation: "what customers answer when asked whether it was put right: seen fewer than 10 times"
  },
  kept: "promises kept, as history went",
  keptSays: "Share of those that both sides can judge.",
  fit: "how close the model comes to the record",
  fitSays: "Where these lie far apart, the estimate tells little of what would have been.",
  clock: "promise",
  recorded: "recorded",
  model: "estimated"
}

export type EstimateTexts = typeof estimating

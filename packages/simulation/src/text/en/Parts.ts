/** What a simulation says beside its assumptions. */

/** How things are put together. */
export const part = {
  list: (items: readonly string[]) => items.join(", "),
  percent: (digits: number) => `${digits}%`,
  minutes: (what: string, minutes: number) => `${what} ${minutes} min`,
  campaign: (from: string) => `a campaign from ${from}`,
  away: (who: string, from: string) => `${who} away from ${from}`
}

/** What settings are called in a simulation file. */
export const setting = {
  from: "from",
  weeks: "weeks",
  horizon: "horizon",
  warmUp: "warm-up",
  seed: "seed",
  replications: "replications",
  trace: "trace"
}

/** What counts for nothing beside a record. */
export const unused = {
  perDay: "per-day",
  profile: "hours and days",
  seasons: "months",
  campaigns: "campaigns",
  batch: "batch",
  texts: "texts",
  categories: "categories of the mix",
  channels: "channels of the mix",
  languages: "languages of the mix",
  emotions: "emotions of the mix"
}

/** What never happens where nobody says how often it does. */
export const mishap = {
  rework: "work done again",
  handOver: "a case handed over",
  denied: "an approval denied",
  foundWrong: "a spot check that finds fault",
  splits: "a case split"
}

/** Work that stands at no gate. */
export const errand = {
  approval: "approval",
  "spot-check": "spot check",
  handover: "handover",
  "on-call": "call to help",
  review: "review",
  reopening: "reopening",
  part: "part of a department",
  action: "action",
  signature: "signature",
  ruling: "ruling"
}

/** Why a simulation cannot be run. */
export const fit = {
  noDate: (day: string, first: number, last: number) =>
    `from: "${day}" is not a date from ${first} to ${last}; write it like 2026-03-02`,
  weeks: (most: number) => `weeks: a number above 0, at most ${most}`,
  warmUp: (weeks: number) => `warm-up: as long as the ${weeks} weeks that are simulated; use less, or more weeks`,
  seed: "seed: an integer from 0 to 4294967295",
  people: (most: number) => `staff: more than ${most} people`,
  nobody: (who: string) => `staff: nobody is called "${who}", and nobody has that role`,
  without: (id: string, what: "calendar" | "zone", named: string) => `${id}: the policy has no ${what} "${named}"`,
  arrivals: (most: number) => `arrivals: more than ${most} per replication; use fewer per day, or fewer weeks`
}

/** What the comparison of two policies says. */
import type { Weight } from "@hearback/policy"

export const comparing = {
  same: "Both policies have the same effect.",
  title: (before: string, after: string) => `${before} → ${after}`,
  counts: (all: number, by: readonly string[]) =>
    `${all} ${all === 1 ? "difference" : "differences"}: ${by.join(", ")}`,
  weight: {
    weaker: "weaker",
    "perhaps-weaker": "perhaps weaker: which is stronger depends on the case or the day",
    stronger: "stronger",
    other: "other"
  } satisfies Record<Weight, string>,
  short: {
    weaker: "weaker",
    "perhaps-weaker": "perhaps weaker",
    stronger: "stronger",
    other: "other"
  } satisfies Record<Weight, string>,
  ofWeight: (count: number, name: string) => `${count} ${name}`,
  aspect: {
    grade: "grade",
    loop: "loop",
    gate: "gate",
    clock: "deadline",
    authority: "authority",
    retention: "retention",
    owner: "ownership",
    message: "message",
    words: "words",
    other: ""
  } as Readonly<Record<string, string>>,
  inLoops: (loops: string) => ` (${loops})`,
  list: ", ",
  none: "none",
  nothing: "nothing",
  yes: "yes",
  no: "no",
  asked: "required",
  notAsked: "not required",
  there: "present",
  unlimited: "unlimited",
  unchanged: (count: number) => `${count} unchanged`,
  more: (count: number) => `and ${count} more`,
  days: (count: number, first: string, last: string) =>
    first === last ? `${count} days in ${first}` : `${count} days from ${first} to ${last}`,
  everyCase: "every case",
  where: (condition: string) => `if ${condition}`,
  such: (witness: string, count: string) => `for example ${witness} (${count})`,
  atMost: (most: string) => `up to ${most}`,
  and: " and ",
  or: " or ",
  anyOf: "or",
  orWhere: (condition: string) => `or ${condition}`,
  moreConditions: (count: number) => `or one of ${count} more conditions`,
  classes: (count: string, of: string) => `${count} of ${of} classes of cases`,
  reading: (text: string, before: string, after: string) => `a customer who writes "${text}": ${before} → ${after}`,
  noCategory: "no category",
  leadsTo: (changes: readonly string[]) => `which also changes ${changes.join("; ")}`,
  notDone: (what: string) =>
    `${what}: not fully compared, because of too many rows or because inputs have no value in common. The differences shown are correct, but there may be more.`,
  asserted: (count: number) =>
    `fails: ${count} ${count === 1 ? "difference is or may be" : "differences are or may be"} weaker`,
  kept: "holds: nothing is weaker",
  added: (path: string) => `${path}: new policy`,
  gone: (path: string) => `${path}: policy removed`,
  merging: (path: string) => `${path}: has unresolved merge conflicts`,
  notCompared: (path: string) => `${path}: not compared, because one side has errors`,
  touched: {
    open: (touched: number, of: number) => `open cases: a move would change ${touched} of ${of}`,
    past: (touched: number, of: number) => `past cases: ${touched} of ${of} would have been decided differently`,
    notDecided: (cases: number) =>
      `${cases} cannot be decided again: one of the policies reads data that was not recorded, or would not have opened the case`,
    refused: "not moved: less would be required of them",
    how: {
      sooner: "sooner",
      later: "later",
      runs: "starts with the move",
      "runs-no-longer": "no longer runs",
      demanded: "newly required",
      "not-demanded": "no longer required"
    }
  },
  head: {
    what: "what",
    before: "before",
    after: "after",
    cases: "cases",
    lines: "lines",
    change: "change",
    count: "number of cases"
  },
  otherText: "any other text",
  noChoice: "none",
  unknown: "unknown"
}

export type ComparisonTexts = typeof comparing

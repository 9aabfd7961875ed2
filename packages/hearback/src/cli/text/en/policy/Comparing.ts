/** What the comparison of two policies says. */
import type { Weight } from "@hearback/policy"

export const comparing = {
  same: "Both policies mean the same.",
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
  asked: "demanded",
  notAsked: "not demanded",
  there: "there",
  unlimited: "unlimited",
  unchanged: (count: number) => `${count} unchanged`,
  more: (count: number) => `and ${count} more`,
  everyCase: "every case",
  where: (condition: string) => `where ${condition}`,
  such: (witness: string, count: string) => `such as ${witness} (${count})`,
  is: (input: string, values: string) => `${input} is ${values}`,
  isNot: (input: string, values: string) => `${input} is not ${values}`,
  from: (least: string) => `from ${least}`,
  below: (bound: string) => `below ${bound}`,
  above: (bound: string) => `above ${bound}`,
  atMost: (most: string) => `up to ${most}`,
  between: (least: string, bound: string) => `from ${least} to below ${bound}`,
  and: " and ",
  or: " or ",
  anyOf: "or",
  orWhere: (condition: string) => `or ${condition}`,
  moreConditions: (count: number) => `or one of ${count} more conditions`,
  classes: (count: string, of: string) => `${count} of ${of} classes of cases`,
  reading: (text: string, before: string, after: string) => `a customer who writes "${text}": ${before} → ${after}`,
  noCategory: "no category",
  leadsTo: (changes: readonly string[]) => `and with it ${changes.join("; ")}`,
  notDone: (what: string) =>
    `${what}: not compared to the end, for too many rows or inputs without a value in common. What is told is true, but there may be more.`,
  asserted: (count: number) => `fails: ${count} ${count === 1 ? "difference is" : "differences are"} weaker, or may be`,
  kept: "holds: nothing is weaker",
  added: (path: string) => `${path}: a new policy`,
  gone: (path: string) => `${path}: the policy is gone`,
  merging: (path: string) => `${path}: not merged yet`,
  notCompared: (path: string) => `${path}: not compared, for one side has errors`,
  touched: {
    open: (touched: number, of: number) => `open cases: a move would change ${touched} of ${of}`,
    past: (touched: number, of: number) => `past cases: ${touched} of ${of} would have been decided otherwise`,
    notDecided: (cases: number) =>
      `${cases} cannot be decided again: one of the policies reads what was not recorded, or would not have opened them`,
    refused: "not moved: they would demand less",
    how: {
      sooner: "sooner",
      later: "later",
      runs: "runs from then on",
      "runs-no-longer": "runs no longer",
      demanded: "newly demanded",
      "not-demanded": "no longer demanded"
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

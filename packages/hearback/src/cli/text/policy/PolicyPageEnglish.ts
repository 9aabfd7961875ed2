/** What the page of a policy says, in English. */
import { policyRulesEnglish } from "./PolicyRulesEnglish.ts"

export const policyPageEnglish = {
  ...policyRulesEnglish,
  contents: "Contents",
  says: "How feedback of customers is handled, from its arrival to closing: the steps, who takes them, by when, and who may decide what. Made from the policy that the program obeys.",
  section: {
    purpose: "Purpose and scope",
    journey: "The journey of a case",
    grading: "How a case is understood and graded",
    deadlines: "Deadlines",
    escalation: "Reminders and escalation",
    owner: "Who answers for a case",
    authority: "Who may decide what",
    messages: "What is written to customers and staff",
    rest: "Other rules"
  },
  both: " and ",
  or: " or ",
  comma: ", ",
  semicolon: "; ",
  colon: ": ",
  full: ".",
  aside: (text: string) => ` (${text})`,
  quoted: (text: string) => `“${text}”`,
  none: "none",
  any: "any",
  otherwise: "otherwise",
  always: "every case",
  more: (count: number) => `and ${count} more`,
  yes: "yes",

  facts: {
    id: "Policy",
    version: "Version",
    hash: "Fingerprint of its rules",
    effective: "In force from",
    atOnce: "publication",
    zone: "Time zone",
    currency: "Currency",
    extends: "Builds on",
    passive: "Feedback comes in by",
    active: "Customers are asked by",
    askedAfter: (after: string) => `after ${after}`,
    askedIf: (when: string) => `where ${when}`,
    routine: "Opens by itself",
    ledBy: (who: string) => `led by ${who}`,
    invites: (who: string) => `with ${who}`,
    looksAt: (figures: string) => `looks at ${figures}`,
    roles: "Roles",
    departments: "Departments"
  },
  kinds: "Kinds of feedback and their paths",
  kind: { loop: "Path", when: "For", steps: "Steps", promises: "Deadlines" },
  sources: "What it rests on",
  source: { title: "Text", asOf: "As of", checked: "Checked", clauses: "Rules" },

  loop: (kind: string) => kind,
  appliesTo: (when: string) => `For: ${when}.`,
  journeySays:
    "Each box is a step that must be shown to be done, with who does it and by when. Blue: what the customer is owed. Green: what keeps it from coming back. Dashed orange: back to an earlier step.",
  flowTitle: (loop: string) => `Steps: ${loop}`,
  received: "Feedback received",
  customerClosed: "Closed for the customer",
  systemClosed: "Improvement closed",
  closed: "Case closed",
  within: (length: string) => `within ${length}`,
  withinBy: (level: string, length: string) => `${level}: ${length}`,
  byDate: (facts: string, several: boolean) => (several ? `by the earliest of: ${facts}` : `by the date “${facts}”`),
  optional: "optional",
  whenNeeded: "only if needed",
  rounds: (count: number, arbiter: string | undefined) =>
    `up to ${count} ${count === 1 ? "round" : "rounds"}${arbiter === undefined ? "" : `, then ${arbiter} decides`}`,
  cause: (cause: string) =>
    cause === "dissatisfied" ? "not satisfied" : cause === "recurrence" ? "it comes back" : cause,
  back: (cause: string, within: string, atMost: number | undefined) =>
    `${cause}: within ${within}${atMost === undefined ? "" : `, at most ${atMost}×`}`,
  backTo: (why: string, step: string) => `${why} → ${step}`,
  checkFailed: "check failed",
  step: {
    side: "Part of",
    when: "Needed if",
    after: "Opens after",
    atOnce: "receipt, at once",
    by: "Who",
    notBy: "Not whoever did",
    signOff: "Also signed by",
    evidence: "To be shown",
    nothing: "nothing more than that it was done",
    reply: "the customer's answer",
    time: "Time",
    from: (length: string, from: string) => `${length}, counted from ${from}`,
    door: "Only possible within",
    insteadOf: "Takes the place of",
    explain: "Or a reason instead",
    explainBy: (who: string) => `given by ${who}`,
    explainIf: (when: string) => `where ${when}`,
    signedBy: (who: string) => `signed by ${who}`,
    tell: "Customer is told",
    notify: "Staff told",
    observe: "Watched for",
    proof: "Proved by",
    failed: "If it fails",
    backTo: (gate: string) => `back to ${gate}`,
    rounds: "Rounds",
    silence: "If the customer is silent",
    silent: (after: string, attempts: number, channels: number, closes: boolean) =>
      `after ${after} and ${attempts} ${attempts === 1 ? "attempt" : "attempts"}${channels > 1 ? ` by ${channels} channels` : ""} ${closes ? "it is closed as unconfirmed" : "it stays open"}`,
    survey: "Asked by",
    order: "Order",
    recorded: "may be done before its turn; that is put on record",
    basis: "Rests on"
  },
  proofs: {
    "no-recurrence": "no recurrence while it is watched",
    metric: "a figure",
    either: "no recurrence, or a figure",
    both: "no recurrence, and a figure"
  },
  reopening: "When it opens again",
  reopen: {
    cause: "Cause",
    when: "Where",
    within: "Within",
    backTo: "Back to",
    atMost: "At most",
    unlimited: "any number"
  },
  endings: "How it may end early",
  ending: { name: "Ending", by: "Who", fields: "To be shown", closes: "Closes" },
  endingNames: {
    withdrawn: "withdrawn by the customer",
    forwarded: "forwarded to another body",
    "turned-away": "not accepted",
    merged: "merged into another case"
  },
  closes: { "customer-loop": "what the customer is owed", "both-loops": "the whole case" },

  gradingSays: "The first line that fits decides. Levels stand strongest first.",
  levels: "Levels",
  matrixSays: (row: string, column: string) => `Row: ${row}. Column: ${column}.`,
  result: "Then",
  line: "Line",
  lifts: "Raised beyond that",
  lift: (when: string, to: string) => `where ${when}: ${to}`,
  atLeast: (level: string) => `at least ${level}`,
  up: (levels: number) => `up by ${levels}`,
  levelOf: (input: string) => `as ${input} says`,
  categories: "Categories",
  category: {
    title: "Category",
    words: "Recognised by",
    kind: "Taken as",
    department: "Department",
    level: "Starts at"
  },
  categoriesSays: (share: string, role: string | undefined) =>
    `The words of the customer decide. ${role === undefined ? "" : `Where they are less than ${share} sure, ${role} is asked.`}`,
  emotions: "Emotions",
  signals: "Signal words",
  signalNames: { courtesy: "thanks alone: nothing is due", vague: "vague words" } as Readonly<Record<string, string>>,
  wordsOf: { level: "Level", signal: "Signal", words: "Words" }
}

export type PolicyPageWords = typeof policyPageEnglish

export type SectionName = keyof PolicyPageWords["section"]

/**
 * Every key of a policy that decides a case, with the values that generated policies must have contained. The type
 * makes it complete: a new key of a rule does not compile until it is listed here.
 */
import type {
  AlarmRule,
  AssumptionRule,
  AuthorityRule,
  Bundle,
  CategoryRule,
  ChannelRule,
  ClockRule,
  CustomersRule,
  DictionaryRule,
  DimensionRule,
  EndingRule,
  FactDeclaration,
  FormRule,
  GateRule,
  LimitRule,
  LoopRule,
  OwnershipRule,
  ReopenRule,
  SendingRule,
  TeamRule
} from "../../src/policy/Bundle.ts"

type Says<T> = Readonly<Record<keyof Required<T>, readonly string[]>>

const always = ["said"]
const orNot = ["said", "unsaid"]
const some = ["some", "none"]
const yesOrNo = ["yes", "no"]
/** Keys of names, paths and titles, by which nothing is decided. */
const names: readonly string[] = []
/** Keys that are read outside of cases: by questions, measures or erasure. */
const elsewhere: readonly string[] = []

const bundle: Says<Bundle> = {
  hearback: names,
  id: names,
  title: names,
  effective: elsewhere,
  language: names,
  content: names,
  shape: names,
  calendarsHash: names,
  zone: names,
  currency: always,
  zones: always,
  calendars: always,
  defaultCalendar: names,
  roles: always,
  departments: always,
  facts: always,
  events: ["some"],
  inputs: ["some"],
  channels: always,
  form: always,
  quarantine: elsewhere,
  sameCase: always,
  split: ["from-receipt", "from-split", "unsaid"],
  customers: orNot,
  dictionary: always,
  grading: ["some"],
  ownership: always,
  loops: ["some"],
  clocks: ["some"],
  endings: some,
  authority: always,
  alarms: some,
  assume: some,
  sending: orNot,
  learning: elsewhere,
  retention: orNot,
  problems: always,
  messages: always,
  places: names
}

const fact: Says<FactDeclaration> = {
  type: always,
  kind: ["text", "number", "integer", "money", "yes-no", "date", "duration", "file", "one-of", "some-of", "scale"],
  title: names,
  titles: elsewhere,
  default: orNot,
  by: ["some", "unsaid"],
  personal: orNot,
  ofOthers: ["yes", "unsaid"]
}

const channel: Says<ChannelRule> = {
  title: names,
  mode: ["passive", "active"],
  question: orNot,
  questions: ["some", "unsaid"],
  every: elsewhere,
  dissatisfied: orNot,
  scale: ["some", "unsaid"],
  kindByScore: orNot,
  form: orNot,
  askAfter: orNot,
  frequency: elsewhere,
  rest: orNot,
  when: orNot,
  consent: orNot,
  person: elsewhere,
  owner: elsewhere,
  invite: elsewhere,
  figures: elsewhere,
  isPublic: ["yes", "unsaid"]
}

const form: Says<FormRule> = { require: ["some"], offer: some, prefill: some, questions: always, tell: orNot }

const customers: Says<CustomersRule> = { consent: always, optOut: yesOrNo }

const category: Says<CategoryRule> = {
  name: names,
  title: names,
  words: some,
  kind: orNot,
  under: orNot,
  department: orNot,
  defaults: always
}

const dictionary: Says<DictionaryRule> = {
  sureAbove: always,
  reviewBy: orNot,
  otherwise: orNot,
  kinds: ["some"],
  otherwiseKind: names,
  categories: ["some"],
  overrideLasts: orNot,
  emotions: ["some"],
  tone: ["some"],
  negation: ["some"],
  stronger: ["some"],
  weaker: ["some"],
  signals: ["some"]
}

const dimension: Says<DimensionRule> = {
  name: names,
  title: names,
  levels: ["some"],
  by: ["rules", "matrix"],
  table: always,
  points: orNot,
  lift: some
}

const ownership: Says<OwnershipRule> = {
  firstOwner: ["some"],
  queue: ["yes", "unsaid"],
  takeUp: orNot,
  handover: always,
  absent: ["some", "unsaid"],
  recuse: orNot,
  onCall: orNot,
  atMostOpen: orNot,
  department: orNot,
  team: orNot
}

const handover: Says<OwnershipRule["handover"]> = {
  acceptWithin: always,
  atMost: always,
  arbiter: names,
  outsideDepartment: ["never", "unsaid"]
}

const onCall: Says<NonNullable<OwnershipRule["onCall"]>> = { when: orNot, to: ["some"], acceptWithin: always }

const team: Says<TeamRule> = { when: orNot, members: ["some"], answerWithin: orNot, overdue: ["some"] }

const gate: Says<GateRule> = {
  name: names,
  path: names,
  kind: [
    "acknowledgement",
    "classification",
    "containment",
    "root-cause",
    "proposal",
    "decision",
    "correction",
    "prevention",
    "effectiveness",
    "result",
    "confirmation",
    "approval",
    "record"
  ],
  side: ["customer-loop", "system-loop"],
  title: names,
  when: orNot,
  after: some,
  by: ["some"],
  notBy: some,
  signOff: some,
  fields: some,
  optional: yesOrNo,
  outOfOrder: ["refused", "recorded"],
  tell: orNot,
  notify: some,
  orExplain: orNot,
  onlyWithin: orNot,
  insteadOf: some,
  basis: names,
  method: ["some", "unsaid"],
  depth: orNot,
  surfaceCauses: ["some", "unsaid"],
  evidence: ["required", "optional", "unsaid"],
  smart: ["yes", "no", "unsaid"],
  prevents: ["recurrence", "occurrence", "unsaid"],
  observe: orNot,
  proof: ["no-recurrence", "metric", "either", "both", "unsaid"],
  ifFailed: orNot,
  repliedBy: ["some", "unsaid"],
  rounds: orNot,
  arbiter: orNot,
  oneOf: ["some", "unsaid"],
  means: orNot,
  survey: orNot,
  silence: orNot
}

const explain: Says<NonNullable<GateRule["orExplain"]>> = {
  by: ["some"],
  when: orNot,
  fields: some,
  signOff: ["some", "unsaid"],
  tell: orNot
}

const silence: Says<NonNullable<GateRule["silence"]>> = {
  after: always,
  attempts: always,
  channelsUsed: always,
  closes: ["customer-loop", "nothing"]
}

const loop: Says<LoopRule> = { name: names, path: names, when: always, gates: ["some"], reopen: some }

const reopen: Says<ReopenRule> = {
  cause: ["dissatisfied", "recurrence", "delivered"],
  path: names,
  when: orNot,
  within: always,
  backTo: names,
  atMost: orNot,
  clocks: ["resume", "restart", "continue", "unsaid"]
}

const clock: Says<ClockRule> = {
  name: names,
  path: names,
  loop: orNot,
  gate: orNot,
  promise: yesOrNo,
  title: names,
  when: orNot,
  from: ["some"],
  within: orNot,
  until: orNot,
  calendar: ["office", "early", "of-owner"],
  firstDay: ["excluded", "counted"],
  ends: ["close-of-day", "same-time"],
  roll: ["none", "next", "previous"],
  metBy: some,
  cancelledBy: some,
  repeats: yesOrNo,
  restartedBy: ["some", "unsaid"],
  pause: ["some", "none"],
  resumedBy: ["some", "none"],
  extend: orNot,
  remind: some,
  escalate: some,
  onRegrade: ["recompute", "keep"],
  onReopen: ["resume", "restart", "continue"],
  onNewVersion: ["keep", "recompute", "restart"],
  manual: ["fixed", "shiftable"],
  basis: names
}

const ending: Says<EndingRule> = {
  name: ["withdrawn", "forwarded", "turned-away", "merged"],
  path: names,
  by: ["some"],
  fields: some,
  tell: orNot,
  closes: ["customer-loop", "both-loops"]
}

const authority: Says<AuthorityRule> = {
  limits: some,
  approval: always,
  apart: some,
  publish: elsewhere,
  move: always,
  erase: elsewhere,
  spotCheck: orNot
}

const approval: Says<AuthorityRule["approval"]> = { within: always, unanswered: ["next-higher", "denied"] }

const limit: Says<LimitRule> = {
  role: names,
  compensate: orNot,
  discount: ["said", "unlimited", "unsaid"],
  resources: ["said", "unlimited", "unsaid"],
  close: ["some", "none", "all"],
  regrade: ["some", "none", "all"],
  waive: ["some", "none", "all"]
}

const compensate: Says<NonNullable<LimitRule["compensate"]>> = {
  perCase: ["said", "unlimited", "unsaid"],
  perDay: ["said", "unlimited", "unsaid"],
  perMonth: ["said", "unlimited", "unsaid"],
  perYear: ["said", "unlimited", "unsaid"]
}

const alarm: Says<AlarmRule> = { name: names, path: names, when: always, notify: ["some"], send: ["alarm", "overdue"] }
const assumption: Says<AssumptionRule> = { path: names, never: always, because: always }
const sending: Says<SendingRule> = {
  quiet: some,
  quietQuestions: ["some", "unsaid"],
  quietExcept: always,
  digest: orNot,
  redact: orNot
}
const problems: Says<Bundle["problems"]> = { same: some, within: always, openWhen: orNot }
const sameCase: Says<Bundle["sameCase"]> = { same: ["some"], alike: always, within: always }

/** Every part of a policy, by name. */
export const parts = {
  bundle,
  fact,
  channel,
  form,
  customers,
  category,
  dictionary,
  dimension,
  ownership,
  handover,
  onCall,
  team,
  gate,
  explain,
  silence,
  loop,
  reopen,
  clock,
  ending,
  authority,
  approval,
  limit,
  compensate,
  alarm,
  assumption,
  sending,
  problems,
  sameCase
}

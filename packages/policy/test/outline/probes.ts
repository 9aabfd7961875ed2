/** Policies with and without a key, for keys whose effect no policy of the repository shows. */
import { type Files, head } from "../compile/Sample.ts"

type Probe = readonly [without: string, within: string, beside?: Files]

const week = (day: string): Probe => [
  "calendars: { shop: { hours: { sun: [09:00-12:00] } } }\n",
  `calendars: { shop: { hours: { sun: [09:00-12:00], ${day}: [09:00-12:00] } } }\n`
]
const target = (measure: string, cell = '">= 90%"'): Probe => [
  "learning: { targets: { kept: '>= 90%' } }\n",
  `learning: { targets: { kept: '>= 90%', ${measure}: ${cell} } }\n`
]
const scores = (kind: string): Probe => [
  "channels: { poll: { scale: [0, 10] } }\n",
  `channels: { poll: { scale: [0, 10], kind-by-score: { ${kind}: 5 } } }\n`
]
const tone = (side: "positive" | "negative", strength: string): Probe => [
  "",
  `dictionary: { tone: { ${side}: { ${strength}: [zigzag] } } }\n`
]
const survey = (question: string, more = ""): string =>
  `facts: { put-right: yes-no, ease: { scale: [1, 5] } }\nchannels: { visit: { mode: active, questions: { put-right: Put right?, ease: ${question} }${more} } }\n`
const comes = (every: string, more = ""): string =>
  `calendars: { desk: { hours: { mon-fri: [09:00-12:00] } } }\nchannels: { watch: { mode: routine, question: Look, every: { sun: [08:00], ${every} }${more} } }\nloops: { watch: { when: { kind: routine }, system-loop: { looked: { needs: findings } } } }\n`
const day = (name: string): Probe => [comes("wed: [07:00]"), comes(`wed: [07:00], ${name}: [10:00, 11:00]`)]
const clock = (keys: string): Probe => ["clocks: { agreed: {} }\n", `clocks: { agreed: { ${keys} } }\n`]
const seen = (keys: string): string => `loops: { inquiry: { system-loop: { seen: { ${keys} } } } }\n`
const varying = (rows: string): string => `clocks: { agreed: { within: [${rows}] } }\n`
const accepted = (entry: string): string =>
  `loops: { complaint: { customer-loop: { confirmed: { silence: removed } } } }\naccepted-findings: [{ ${entry} }]\n`
const acceptance = (key: string, other: string): Probe => {
  const entry: Readonly<Record<string, string>> = {
    finding: "gate/waits-for-ever",
    where: "loops.complaint.customer-loop.confirmed",
    because: "pilot",
    expires: "2027-03-01"
  }
  const written = (all: typeof entry) =>
    accepted(
      Object.entries(all)
        .map(([name, value]) => `${name}: ${value}`)
        .join(", ")
    )
  return [written(entry), written({ ...entry, [key]: other })]
}

/** Returns an heir that loosens a pack's entry, which the pack allows or not. */
const law = (loose: string, binding: string): Probe => {
  const pack = (says: string) => `hearback: 1\npack: law\nlanguage: en\nextends: [pack:starter]\n${says}\n`
  const heir = (name: string) =>
    `${head.replace("pack:starter", `./${name}.policy.yaml`)}clocks: { told: { within: 30 days } }
loops: { complaint: { customer-loop: { told: removed, confirmed: { after: corrected } } } }\n`
  return [heir("loose"), heir("binding"), { "loose.policy.yaml": pack(loose), "binding.policy.yaml": pack(binding) }]
}

/** For each key, a policy with it and one without it. */
export const probes: Readonly<Record<string, Probe>> = {
  "Channel.mode": [
    'channels: { s: { frequency: monthly, question: "How?" } }\n',
    'channels: { s: { mode: active, frequency: monthly, question: "How?" } }\n'
  ],
  "File.effective": ["", "effective: 2027-01-01\n"],
  "File.parts": [
    "",
    "parts: [more.part.yaml]\n",
    { "more.part.yaml": "hearback: 1\npart-of: shop\nfacts: { a: text }\n" }
  ],
  "File.part-of": [
    "parts: [more.part.yaml]\n",
    "parts: [other.part.yaml]\n",
    {
      "more.part.yaml": "hearback: 1\npart-of: shop\nfacts: { a: text }\n",
      "other.part.yaml": "hearback: 1\npart-of: mart\nfacts: { a: text }\n"
    }
  ],
  "File.gate-defaults": ["", "gate-defaults: { out-of-order: recorded }\n"],
  "File.accepted-findings": [accepted("").replace(/accepted.*\n/, ""), acceptance("because", "x")[0]],
  "Accepted.finding": acceptance("finding", "gate/nobody"),
  "Accepted.where": acceptance("where", "loops.complaint"),
  "Accepted.because": [
    "accepted-findings: [{ finding: a/b, where: c, expires: 2027-01-01 }]\n",
    acceptance("because", "x")[1]
  ],
  "Accepted.expires": acceptance("expires", "2026-01-01"),
  "Approval.unanswered": ["", "authority: { approval: { unanswered: denied } }\n"],
  "Calendar.open": [week("sun")[0], week("sun")[0].replace("hours", "open: [2026-12-24], hours")],
  "Clock.binding": law("clocks: { told: { within: 5 days } }", "clocks: { told: { within: 5 days, binding: yes } }"),
  "Clock.cancelled-by": clock("cancelled-by: [withdrawn]"),
  "Clock.on-new-version": clock("on-new-version: restart"),
  "Clock.on-regrade": clock("on-regrade: keep"),
  "Dictionary.sure-above": ["", "dictionary: { sure-above: 90% }\n"],
  "Escalation.send": [
    "clocks: { agreed: { escalate: [{ at: due, notify: manager }] } }\n",
    "clocks: { agreed: { escalate: [{ at: due, notify: manager, send: reminder }] } }\n"
  ],
  "Form.warn-above": [
    "intake: { form: { require: [verbatim, where] } }\n",
    "intake: { form: { require: [verbatim, where], warn-above: 1 } }\n"
  ],
  "Gate.binding": law(
    "loops: { complaint: { customer-loop: { told: { by: owner } } } }",
    "loops: { complaint: { customer-loop: { told: { by: owner, binding: yes } } } }"
  ),
  "Gate.calendar": [
    seen("needs: record, within: 3 working days"),
    `calendars: { shop: { hours: { sat: [09:00-12:00] } } }\n${seen("needs: record, within: 3 working days, calendar: shop")}`
  ],
  "Gate.prevents": [seen("needs: prevention"), seen("needs: prevention, prevents: occurrence")],
  "Handover.at-most": ["", "ownership: { handover: { at-most: 5 } }\n"],
  "KindByScore.inquiry": scores("inquiry"),
  "KindByScore.rating": scores("rating"),
  "KindByScore.suggestion": scores("suggestion"),
  "Kinds.otherwise": ["", "dictionary: { kinds: { otherwise: inquiry } }\n"],
  "Kinds.rating": ["", "dictionary: { kinds: { rating: { words: [stars] } } }\n"],
  "Message.file": ["", "messages: { answer: { file: a.md } }\n", { "a.md": "Hello" }],
  "Negative.plain": tone("negative", "plain"),
  "Negative.slight": tone("negative", "slight"),
  "Negative.strong": tone("negative", "strong"),
  "Not.not": [
    "alarms: { a: { when: { kind: praise }, notify: manager } }\n",
    "alarms: { a: { when: { kind: { not: praise } }, notify: manager } }\n"
  ],
  "Positive.plain": tone("positive", "plain"),
  "Positive.slight": tone("positive", "slight"),
  "Positive.strong": tone("positive", "strong"),
  "Publish.sign-off": [
    "authority: { publish: { by: supervisor } }\n",
    "authority: { publish: { by: supervisor, sign-off: manager } }\n"
  ],
  "Channel.public": ["channels: { desk: { mode: passive } }\n", "channels: { desk: { mode: passive, public: yes } }\n"],
  "Fact.some-of": ["facts: { missing: text }\n", "facts: { missing: { some-of: [slow, dear] } }\n"],
  "Fact.scale": ["facts: { ease: integer }\n", "facts: { ease: { scale: [1, 5] } }\n"],
  "Channel.questions": [
    "facts: { put-right: yes-no }\nchannels: { visit: { mode: active } }\n",
    "facts: { put-right: yes-no }\nchannels: { visit: { mode: active, questions: { put-right: Put right? } } }\n"
  ],
  "Channel.dissatisfied": [survey("Easy?"), survey("Easy?", ", dissatisfied: { put-right: no }")],
  "SurveyQuestion.ask": [survey("{ ask: Easy? }"), survey("{ ask: Simple? }")],
  "SurveyQuestion.required": [survey("{ ask: Easy? }"), survey("{ ask: Easy?, required: no }")],
  "SurveyQuestion.when": [survey("{ ask: Easy? }"), survey("{ ask: Easy?, when: { put-right: yes } }")],
  "Channel.every": [comes("wed: [07:00]"), comes("wed: [07:30]")],
  "Channel.calendar": [comes("wed: [07:00]"), comes("wed: [07:00]", ", calendar: desk")],
  "Channel.on-holiday": [comes("wed: [07:00]"), comes("wed: [07:00]", ", on-holiday: kept")],
  "RoutineDays.every-day": day("every-day"),
  "RoutineDays.mon-fri": day("mon-fri"),
  "RoutineDays.mon": day("mon"),
  "RoutineDays.tue": day("tue"),
  "RoutineDays.wed": [comes("tue: [07:00]"), comes("wed: [07:00]")],
  "RoutineDays.thu": day("thu"),
  "RoutineDays.fri": day("fri"),
  "RoutineDays.sat": day("sat"),
  "RoutineDays.sun": [comes("tue: [07:00]"), comes("tue: [07:00]").replace("sun: [08:00]", "sun: [09:00]")],
  "RoutineDays.first-of-month": day("first-of-month"),
  "RoutineDays.last-of-month": day("last-of-month"),
  "Fact.of-others": ["facts: { clerk: text }\n", "facts: { clerk: { type: text, of-others: yes } }\n"],
  "Redact.bank-card": ["", "sending: { redact: { bank-card: owner } }\n"],
  "Redact.e-mail": ["", "sending: { redact: { e-mail: owner } }\n"],
  "Redact.id-card": ["", "sending: { redact: { id-card: owner } }\n"],
  "Redact.phone": ["", "sending: { redact: { phone: owner } }\n"],
  "Redact.plate": ["", "sending: { redact: { plate: owner } }\n"],
  "Redact.of-others": ["", "sending: { redact: { of-others: owner } }\n"],
  "Reopening.at-most": ["", "loops: { complaint: { reopen: { dissatisfied: { at-most: 2 } } } }\n"],
  "Reopening.clocks": ["", "loops: { complaint: { reopen: { dissatisfied: { clocks: restart } } } }\n"],
  "Sending.redact": ["", "sending: { redact: { phone: none } }\n"],
  "Sending.opt-out": ["", "sending: { opt-out: no }\n"],
  "Sums.per-year": ["", "authority: { limits: { agent: { compensate: { per-year: 9000 } } } }\n"],
  "Targets.authority-used": target("authority-used"),
  "Targets.classified": target("classified"),
  "Targets.cycle-time": target("cycle-time", '"<= 5 days"'),
  "Targets.explained": target("explained"),
  "Targets.handovers": target("handovers", '"<= 1"'),
  "Targets.nps": target("nps", '">= 30"'),
  "Targets.prevention-effective": target("prevention-effective"),
  "Targets.resolution": target("resolution"),
  "Targets.response": target("response"),
  "Targets.decisions-on-time": target("decisions-on-time"),
  "Targets.routine-late": target("routine-late"),
  "Targets.routine-missed": target("routine-missed"),
  "Targets.routine-on-time": target("routine-on-time"),
  "Targets.satisfaction": target("satisfaction"),
  "Targets.spot-check-failed": target("spot-check-failed"),
  "Targets.unconfirmed": target("unconfirmed"),
  "Targets.volume": target("volume", "5"),
  "Targets.waived": target("waived"),
  "Team.members": [
    "departments: { shop: { head: manager } }\nownership: { team: {} }\n",
    "departments: { shop: { head: manager } }\nownership: { team: { members: shop } }\n"
  ],
  "Tone.negative": tone("negative", "plain"),
  "Tone.neutral": ["", "dictionary: { tone: { neutral: [zigzag] } }\n"],
  "Tone.positive": tone("positive", "plain"),
  "VaryingLengthTableOtherwise.otherwise": [
    varying("{ when: { kind: complaint }, then: 1 day }"),
    varying("{ when: { kind: complaint }, then: 1 day }, { otherwise: 2 days }")
  ],
  "VaryingLengthTableRow.then": [
    varying("{ otherwise: 1 day }"),
    varying("{ when: { anonymous: yes }, then: 1 day }, { otherwise: 1 day }")
  ],
  "VaryingLengthTableRow.when": [
    varying("{ when: { anonymous: yes }, then: 2 days }, { otherwise: 1 day }"),
    varying("{ when: { anonymous: no }, then: 2 days }, { otherwise: 1 day }")
  ],
  "Week.fri": week("fri"),
  "Week.mon": week("mon"),
  "Week.sat": week("sat"),
  "Week.thu": week("thu"),
  "Week.tue": week("tue"),
  "Week.wed": week("wed")
}

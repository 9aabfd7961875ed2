/** One planted fault in each case: exactly one code at exactly one place, marked `‹…›`. */
import { describe, expect, it } from "vitest"
import { compiled, type Files, findings, head, spanOf, unmarked } from "./Sample.ts"

interface Fault {
  readonly code: string
  /** Text after a clean head, or whole files. */
  readonly in: string | Files
  readonly witness?: Readonly<Record<string, string>>
  readonly guess?: string
}

const without = (line: RegExp): string => head.replace(line, "")
const shop = (text: string, others: Files = {}): Files => ({ "shop.policy.yaml": text, ...others })
const complaint = (gates: string): string => `loops:
  complaint:
    customer-loop:
${gates}`
const severity = (rules: string): string => `grading:
  severity:
    levels: [high, low]
${rules}`
const tier = "facts: { tier: { one-of: [gold, silver, plain], default: plain } }\n"

const faults: readonly Fault[] = [
  // files
  { code: "file/unreadable", in: {} },
  { code: "extends/unknown", in: shop(head.replace("[pack:starter]", "[‹pack:startr›]")), guess: "pack:starter" },
  { code: "extends/unknown", in: shop(head.replace("[pack:starter]", "[pack:starter, ‹./none.policy.yaml›]")) },
  {
    code: "extends/cycle",
    in: shop(head.replace("pack:starter", "./other.policy.yaml"), {
      "other.policy.yaml": "hearback: 1\npack: other\nlanguage: en\nextends: [‹./shop.policy.yaml›]\n"
    })
  },
  {
    code: "extends/conflict",
    in: shop(head.replace("[pack:starter]", "‹[pack:starter, ./a.policy.yaml, ./b.policy.yaml]›"), {
      "a.policy.yaml": "hearback: 1\npack: a\nlanguage: en\nclocks: { agreed: { within: 2 days } }\n",
      "b.policy.yaml": "hearback: 1\npack: b\nlanguage: en\nclocks: { agreed: { within: 3 days } }\n"
    })
  },
  { code: "extends/nothing-removed", in: "roles: { nobody: ‹removed› }\n" },
  { code: "extends/nothing-to-change", in: "‹events›: { also: [shipped] }\n" },
  { code: "extends/removed-but-used", in: "roles: { agent: ‹removed› }\nauthority: { limits: { agent: removed } }\n" },
  {
    code: "extends/part-twice",
    in: shop(`${head}parts: [words.part.yaml]\nroles: { clerk: { title: Clerk } }\n`, {
      "words.part.yaml": "hearback: 1\npart-of: shop\nroles: { ‹clerk›: { title: Clerk } }\n"
    })
  },
  {
    code: "extends/part-of-another",
    in: shop(`${head}parts: [words.part.yaml]\n`, {
      "words.part.yaml": "hearback: 1\npart-of: ‹mart›\nroles: { clerk: { title: Clerk } }\n"
    })
  },
  {
    code: "binding/loosened",
    in: shop(
      `${head.replace("pack:starter", "pack:starter, ./law.policy.yaml")}clocks: { answer: { within: ‹9 weeks› } }\n`,
      {
        "law.policy.yaml":
          "hearback: 1\npack: law\nlanguage: en\nclocks: { answer: { within: 8 weeks, met-by: told, binding: yes } }\n"
      }
    )
  },
  // names
  { code: "name/unknown", in: "ownership: { first-owner: [receiver, ‹agnet›] }\n", guess: "agent" },
  { code: "name/unknown", in: complaint("      told: { after: ‹correctd› }\n"), guess: "corrected" },
  { code: "name/unknown", in: complaint("      told: { after: ‹处理方案› }\n"), guess: "agreed" },
  { code: "name/unknown", in: complaint("      told: { tell: ‹reslut› }\n"), guess: "result" },
  { code: "name/unknown", in: complaint("      told: { fields: [‹amuont›] }\n"), guess: "amount" },
  { code: "name/unknown", in: complaint("      confirmed: { survey: ‹emial› }\n"), guess: "email" },
  {
    code: "name/unknown",
    in: "clocks: { agreed: { within: { ‹urgnt›: 1 day, otherwise: 2 days } } }\n",
    guess: "urgent"
  },
  { code: "name/unknown", in: "clocks: { agreed: { calendar: ‹offce› } }\n", guess: "office" },
  { code: "name/unknown", in: "clocks: { agreed: { from: ‹recieved› } }\n", guess: "received" },
  { code: "name/unknown", in: "clocks: { agreed: { escalate: [{ at: due, notify: ‹manger› }] } }\n", guess: "manager" },
  {
    code: "name/unknown",
    in: "loops: { complaint: { reopen: { ‹shiped›: { within: 5 days, back-to: agreed } } } }\nevents: [shipped]\n",
    guess: "shipped"
  },
  { code: "name/unknown", in: "authority: { limits: { agent: { close: [‹rutine›] } } }\n", guess: "routine" },
  {
    code: "name/unknown",
    in: "dictionary: { categories: { fee: { words: [], defaults: { ‹urgncy›: urgent, urgency: urgent } } } }\n",
    guess: "urgency"
  },
  {
    code: "name/unknown",
    in: "dictionary: { categories: { fee: { words: [], department: ‹billing›, defaults: { urgency: urgent } } } }\n"
  },
  {
    code: "name/unknown",
    in: severity("    rules: [{ when: { ‹ammount›: 3 }, then: high }, { otherwise: low }]\n"),
    guess: "amount"
  },
  {
    code: "name/unknown",
    in: severity(
      "    rules: [{ when: { signal: ‹safty› }, then: high }, { otherwise: low }]\ndictionary: { signals: { safety: { words: [fire] } } }\n"
    ),
    guess: "safety"
  },
  {
    code: "name/unknown",
    in: severity(
      "    rules: [{ when: { amount: 3 }, then: ‹hihg› }, { when: { amount: 4 }, then: high }, { otherwise: low }]\n"
    ),
    guess: "high"
  },
  { code: "name/unknown", in: shop(head.replace("Asia/Shanghai", "‹Asia/Shangai›")) },
  { code: "name/unknown", in: "calendars: { office: { holidays: ‹XX› } }\n" },
  {
    code: "name/duplicate",
    in: severity(
      "    rules: [{ when: { amount: 3 }, then: high }, { otherwise: low }]\n  other:\n    levels: [‹high›, odd]\n    rules: [{ when: { amount: 3 }, then: high }, { otherwise: odd }]\n"
    )
  },
  // cells and values
  {
    code: "cell/unknown-value",
    in: `${tier}${severity("    rules: [{ when: { tier: ‹goldd› }, then: high }, { otherwise: low }]\n")}`,
    guess: "gold"
  },
  {
    code: "cell/wrong-type",
    in: severity("    rules: [{ when: { amount: ‹much› }, then: high }, { otherwise: low }]\n")
  },
  {
    code: "cell/syntax",
    in: severity('    rules: [{ when: { amount: ">= 3 an‹d›" }, then: high }, { otherwise: low }]\n')
  },
  {
    code: "cell/never",
    in: severity('    rules: [{ when: { amount: ‹"[5..3]"› }, then: high }, { otherwise: low }]\n')
  },
  { code: "value/bad-length", in: "clocks: { agreed: { within: ‹soon› } }\n" },
  { code: "value/bad-point", in: "clocks: { agreed: { remind: [‹halfway›] } }\n" },
  { code: "value/bad-hours", in: "calendars: { office: { hours: { mon-fri: [‹9-17›] } } }\n" },
  { code: "value/bad-share", in: "dictionary: { sure-above: ‹0.7› }\n" },
  { code: "value/bad-money", in: "authority: { limits: { agent: { compensate: { per-case: ‹100.005› } } } }\n" },
  { code: "value/other-currency", in: "authority: { limits: { agent: { compensate: { per-case: ‹100 EUR› } } } }\n" },
  // tables
  {
    code: "table/gap",
    in: `${tier}${severity("    ‹rules›: [{ when: { tier: gold }, then: high }, { when: { tier: plain }, then: low }]\n")}`,
    witness: { tier: "silver" }
  },
  {
    code: "table/gap",
    in: "clocks: { agreed: { ‹within›: removed } }\nloops: { complaint: { customer-loop: { agreed: { within: removed } } } }\n"
      .replace("‹within›: removed", "within: { urgent: 1 day, important: 2 days }")
      .replace("within: {", "‹within›: {"),
    witness: { urgency: "routine" }
  },
  {
    code: "table/dead-row",
    in: `${tier}${severity("    rules:\n      - { when: { tier: [gold, silver] }, then: high }\n      - ‹{ when: { tier: silver }, then: low }›\n      - { otherwise: low }\n")}`
  },
  {
    code: "table/after-otherwise",
    in: `${tier}${severity("    rules:\n      - { when: { tier: gold }, then: high }\n      - { otherwise: low }\n      - ‹{ when: { tier: silver }, then: low }›\n")}`
  },
  {
    code: "matrix/hole",
    in: `${severity("    rules: [{ when: { amount: 3 }, then: high }, { otherwise: low }]\n")}  priority:
    levels: [P0, P1]
    matrix:
      urgent: { high: P0, low: P0 }
      ‹important›: { high: P0 }
      routine: { high: P1, low: P1 }
`,
    witness: { urgency: "important", severity: "low" }
  },
  {
    code: "matrix/hole",
    in: `${severity("    rules: [{ when: { amount: 3 }, then: high }, { otherwise: low }]\n")}  priority:
    levels: [P0, P1]
    ‹matrix›:
      urgent: { high: P0, low: P0 }
      important: { high: P0, low: P1 }
`,
    witness: { urgency: "routine" }
  },
  {
    code: "matrix/unknown-level",
    in: `${severity("    rules: [{ when: { amount: 3 }, then: high }, { otherwise: low }]\n")}  priority:
    levels: [P0, P1]
    matrix:
      urgent: { high: P0, low: P0, ‹lowest›: P1 }
      important: { high: P0, low: P1 }
      routine: { high: P1, low: P1 }
`
  },
  {
    code: "matrix/mixed-levels",
    in: `${severity("    rules: [{ when: { amount: 3 }, then: high }, { otherwise: low }]\n")}  priority:
    levels: [P0, P1]
    matrix:
      urgent: { high: P0, low: P0, ‹urgent›: P1 }
      important: { high: P0, low: P1 }
      routine: { high: P1, low: P1 }
`
  },
  // grades and categories
  {
    code: "grade/cycle",
    in: `grading:
  ‹severity›:
    levels: [high, low]
    rules: [{ when: { size: big }, then: high }, { otherwise: low }]
  size:
    levels: [big, small]
    rules: [{ when: { severity: high }, then: big }, { otherwise: small }]
`
  },
  { code: "grade/unreachable", in: severity("    rules: [{ otherwise: high }]\n").replace("low]", "‹low›]") },
  { code: "grade/no-source", in: severity("").replace("severity:", "‹severity›:") },
  { code: "category/no-default", in: "dictionary: { categories: { ‹fee›: { words: [fee] } } }\n" },
  {
    code: "category/no-otherwise",
    in: "‹dictionary›: { otherwise: removed }\n"
  },
  {
    code: "category/cycle",
    in: "dictionary: { categories: { a: { words: [], under: b, defaults: { urgency: urgent } }, b: { words: [], under: ‹a›, defaults: { urgency: urgent } } } }\n"
  },
  // loops and gates
  { code: "loop/none-for-kind", in: "loops: { inquiry: ‹removed› }\n", witness: { kind: "inquiry" } },
  {
    code: "loop/overlap",
    in: "loops: { vip: { when: { kind: ‹complaint›, emotion: furious }, customer-loop: { told: { needs: result } } } }\n",
    witness: { kind: "complaint", emotion: "furious" }
  },
  {
    code: "loop/empty",
    in: "loops: { inquiry: { customer-loop: { told: removed } } }\n".replace("inquiry:", "‹inquiry›:")
  },
  {
    code: "loop/answer-held-back",
    in: `loops:
  inquiry:
    customer-loop:
      told: { after: ‹verified› }
    system-loop:
      verified: { needs: effectiveness, observe: 30 days }
`
  },
  { code: "gate/cycle", in: complaint("      acknowledged: { after: ‹told› }\n") },
  { code: "gate/no-kind", in: complaint("      ‹checked›: { by: owner }\n") },
  { code: "gate/key-of-another-kind", in: complaint("      told: { ‹rounds›: 3 }\n") },
  { code: "gate/nobody", in: complaint("      told: { ‹by›: [] }\n") },
  { code: "gate/waits-for-ever", in: complaint("      ‹confirmed›: { silence: removed }\n") },
  { code: "shape/missing-key", in: complaint("      asked: { needs: confirmation, ‹silence›: { attempts: 2 } }\n") },
  {
    code: "shape/missing-key",
    in: complaint("      told: { needs: result }\n    reopen: { ‹recurrence›: { within: 90 days } }\n")
  },
  { code: "gate/no-arbiter", in: complaint("      offered: { needs: proposal, rounds: ‹2› }\n") },
  {
    code: "gate/too-few-channels",
    in: complaint("      confirmed: { silence: { after: 5 days, channels-used: ‹9›, closes: nothing } }\n")
  },
  {
    code: "loop/other-side",
    in: complaint(
      "      told: { needs: result }\n    system-loop:\n      why: { needs: root-cause }\n    reopen: { dissatisfied: { within: 30 days, back-to: ‹why› } }\n"
    )
  },
  // clocks
  { code: "shape/missing-key", in: "clocks: { agreed: { ‹extend›: { each: 2 days, approve: supervisor } } }\n" },
  { code: "shape/missing-key", in: "clocks: { agreed: { ‹extend›: { each: 2 days, tell: answer } } }\n" },
  { code: "clock/no-limit", in: "clocks: { ‹keep-informed›: { met-by: told-customer } }\n" },
  {
    code: "clock/two-limits",
    in: "facts: { day: date }\nclocks: { keep-informed: { within: 5 days, ‹until›: day } }\n"
  },
  { code: "clock/no-date", in: "clocks: { keep-informed: { until: ‹amount› } }\n" },
  {
    code: "clock/cycle",
    in: "clocks: { a: { from: ‹b›, within: 5 days }, b: { from: a, within: 5 days } }\n"
  },
  {
    code: "clock/cannot-repeat",
    in: "clocks: { often: { within: 5 days, met-by: told, repeats: ‹yes› } }\n"
  },
  { code: "clock/cannot-repeat", in: "clocks: { often: { within: 5 days, repeats: ‹yes› } }\n" },
  { code: "clock/never-happens", in: "clocks: { after: { within: 5 days, from: ‹closed› } }\n" },
  { code: "clock/never-happens", in: "clocks: { after: { within: 5 days, from: ‹withdrawn›, met-by: told } }\n" },
  { code: "clock/never-happens", in: "clocks: { after: { within: 5 days, met-by: [told, ‹received›] } }\n" },
  {
    code: "clock/never-happens",
    in: "facts: { day: date }\nclocks: { after: { within: 5 days, met-by: ‹day› } }\n"
  },
  {
    code: "clock/never-happens",
    in: "clocks: { after: { within: 5 days, met-by: told, cancelled-by: ‹closed› } }\n"
  },
  {
    code: "clock/met-and-cancelled",
    in: "clocks: { final: { within: 5 days, met-by: told, ‹cancelled-by›: [told, withdrawn] } }\n"
  },
  {
    code: "clock/never-extended",
    in: "clocks: { agreed: { extend: { times: ‹0›, each: 1 day, approve: supervisor, tell: answer } } }\n"
  },
  {
    code: "clock/never-extended",
    in: "clocks: { agreed: { extend: { times: 1, each: 1 day, ‹approve›: [], tell: answer } } }\n"
  },
  { code: "clock/tells-nobody", in: "clocks: { agreed: { escalate: [{ at: due, ‹notify›: [] }] } }\n" },
  // sending
  { code: "name/unknown", in: "sending: { quiet: [22:00-07:00], quiet-except: [‹urgentt›] }\n" },
  // ownership
  { code: "ownership/nobody-meant", in: "ownership: { ‹first-owner›: [] }\n" },
  { code: "ownership/nobody-meant", in: "ownership: { first-owner: [‹deputy›, supervisor] }\n" },
  { code: "ownership/nobody-meant", in: "ownership: { absent: [‹owner›] }\n" },
  // authority
  { code: "authority/apart-alone", in: "authority: { ‹apart›: [approval] }\n" },
  {
    code: "authority/unreachable",
    in: "authority: { limits: { agent: { compensate: { per-day: ‹900›, per-month: 500 } } } }\n"
  },
  {
    code: "authority/hole",
    in: "authority: { limits: { manager: { compensate: { per-case: ‹5000› } } } }\n",
    witness: { compensate: "5000.01 CNY" }
  },
  {
    code: "authority/hole",
    in: "authority: { limits: { manager: { discount: ‹30%› } } }\n",
    witness: { discount: "30.01%" }
  },
  {
    code: "authority/order",
    in: "authority: { limits: { agent: { compensate: { per-case: 3000, per-month: 9000 } }, supervisor: { compensate: { per-case: ‹2000› } } } }\n"
  },
  {
    code: "authority/no-approver",
    in: "authority: { limits: { supervisor: removed, manager: removed, agent: { compensate: { per-case: ‹100› }, close: all } } }\n"
  },
  // calendars
  { code: "calendar/no-open-time", in: "calendars: { ‹night›: { closed: [2026-01-01] } }\n" },
  { code: "calendar/overlapping-hours", in: "calendars: { late: { hours: { mon: [09:00-12:00, ‹11:00-14:00›] } } }\n" },
  { code: "calendar/needs-time-zone", in: shop(without(/time-zone.*\n/).replace("policy: shop", "policy: ‹shop›")) },
  // messages
  {
    code: "message/unknown-placeholder",
    in: 'messages: { result: "Dear ‹{custmer.name}›, {result}." }\n',
    guess: "customer.name"
  },
  { code: "message/must-say", in: 'messages: { result: { text: "Done.", must-say: [‹result›] } }\n' },
  {
    code: "message/unknown-here",
    in: 'messages: { answer: "{result}, after ‹{proposal}›." }\n'
  },
  {
    code: "message/unknown-here",
    in: 'messages: { thanks: "Thanks. {footer}", footer: "‹{root-cause}›" }\n'
  },
  {
    code: "message/too-early",
    in: 'messages: { receipt: "{case.id}: ‹{result}›" }\n'
  },
  {
    code: "message/not-known-then",
    in: 'messages: { joined: "{case.id}: ‹{request.by}›" }\n'
  },
  { code: "message/cycle", in: 'messages: { one: "See ‹{two}›.", two: "See {one}." }\n' },
  { code: "file/outside", in: "messages: { result: { file: ‹../../../etc/passwd› } }\n" },
  { code: "file/unreadable", in: "messages: { result: { file: ‹messages/none.md› } }\n" },
  // accepted findings
  {
    code: "finding/nothing-accepted",
    in: "accepted-findings: [{ finding: ‹table/dead-row›, where: grading.urgency.rules.1, because: pilot, expires: 2027-03-01 }]\n"
  }
]

describe("one planted fault has one finding", () => {
  it.each(faults.map((fault, index) => [`${fault.code} (${index + 1})`, fault] as const))("%s", (_, fault) => {
    const { files, place } = unmarked(typeof fault.in === "string" ? shop(head + fault.in) : fault.in)
    const { bundle } = compiled(files)
    const diagnostics = findings(files)
    expect(diagnostics.map((each) => `${each.code} ${spanOf(each)}`)).toEqual([
      `${fault.code} ${place === "" ? "shop.policy.yaml:1:1-1:1" : place}`
    ])
    const [only] = diagnostics
    expect(bundle === undefined).toBe(only?.level === "error")
    if (fault.witness !== undefined) expect(only?.witness).toEqual(fault.witness)
    if (fault.guess !== undefined) expect(`${only?.primary.label?.en}`).toContain(fault.guess)
  })

  it("does not occur in the clean policy", () => {
    expect(findings(head)).toEqual([])
  })
})

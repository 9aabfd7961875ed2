/** Names that nothing uses: each misspelt name is reported with the intended one; used names are not reported. */
import { describe, expect, it } from "vitest"
import { compile } from "../../../src/index.ts"
import { everything, findings, head, pack } from "../../compile/Sample.ts"

/** Returns `code at words` and the guess. */
const told = (text: string): readonly string[] =>
  findings(head + text).map(({ code, primary: { span, label } }) => {
    const guess = /`(.*)`\?/.exec(label?.en ?? "")?.[1]
    return `${code} ${span.file.text.slice(span.start, span.end)}${guess === undefined ? "" : ` > ${guess}`}`
  })

const inquiry = (more: string): string => `loops: { inquiry: { customer-loop: { told: { ${more} } } } }\n`

describe("a name that nothing uses", () => {
  it.each([
    ["a clock", "clocks: { agred: { within: 1 working day } }\n", "clock/idle agred > agreed"],
    [
      "a clock called as people call the gate",
      "clocks: { 处理方案: { within: 1 working day } }\n",
      "clock/idle 处理方案 > agreed"
    ],
    [
      "a clock of one loop",
      "clocks: { complaint.agred: { within: 1 working day } }\n",
      "clock/idle complaint.agred > complaint.agreed"
    ],
    [
      "a clock of a loop",
      "clocks: { complant.agreed: { within: 1 working day } }\n",
      "clock/idle complant.agreed > complaint.agreed"
    ],
    ["a clock that nothing meets", "clocks: { second-look: { within: 2 days } }\n", "clock/idle second-look"],
    ["a message", 'messages: { reciept: "Thank you." }\n', "name/unused reciept > receipt"],
    ["a notice", 'messages: { aproval-asked: "Please." }\n', "name/unused aproval-asked > approval-asked"],
    ["a role", "roles: { supervisr: { title: Supervisor } }\n", "name/unused supervisr > supervisor"],
    ["a fact", "facts: { ammount: money }\n", "name/unused ammount > amount"],
    ["a field of feedback as a fact", "facts: { demnd: text }\n", "name/unused demnd > demand"],
    ["a calendar", "calendars: { ofice: { hours: { mon-fri: [09:00-18:00] } } }\n", "name/unused ofice > office"],
    [
      "an event",
      "events: [delivered, delivred]\nclocks: { first: { from: delivered, within: 1 day, met-by: told-customer } }\n",
      "name/unused delivred > delivered"
    ],
    ["a signal", "dictionary: { signals: { courtsy: { words: [ta] } } }\n", "name/unused courtsy > courtesy"],
    [
      "a department",
      "departments: { billing: { head: manager }, biling: { head: manager } }\ndictionary: { categories: { other: { department: billing } } }\n",
      "name/unused biling > billing"
    ],
    [
      "a dimension",
      "grading: { urgancy: { levels: [now, then], rules: [{ when: { kind: praise }, then: now }, { otherwise: then }] } }\n",
      "name/unused urgancy > urgency"
    ]
  ])("F-C8 · %s is reported", (_, text, finding) => {
    expect(told(text)).toEqual([finding])
  })

  it.each([
    ["a message of the base pack", 'messages: { joined: "You have told us before." }\n'],
    ["a message that another includes", 'messages: { bye: "Bye.", answer: "{result} {bye}" }\n'],
    ["a message that a gate tells", `messages: { done: "Done." }\n${inquiry("tell: done")}`],
    ["a role like no other", "roles: { auditor: { title: Auditor } }\n"],
    ["an event that is only put on record", "events: [delivered]\n"],
    ["a fact like no other", "facts: { serial: text }\n"],
    ["a fact that a message says", 'facts: { ammount: money }\nmessages: { answer: "{ammount}: {result}" }\n'],
    ["a fact that is asked for", "facts: { ammount: money }\nintake: { form: { offer: [ammount] } }\n"],
    [
      "an event that starts a clock",
      "events: [delivered]\nclocks: { first: { from: delivered, within: 1 day, met-by: told-customer } }\n"
    ],
    [
      "an event that is asked after",
      "events: [delivered]\nchannels: { csat: { mode: active, ask-after: delivered, question: OK? } }\n"
    ],
    [
      "an event that reopens",
      "events: [returned]\nloops: { complaint: { reopen: { returned: { within: 3 days, back-to: agreed } } } }\n"
    ],
    [
      "a signal that a rule reads",
      "dictionary: { signals: { legal: { words: [lawyer] } } }\nalarms: { law: { when: { signal: legal }, notify: manager } }\n"
    ],
    ["a window that begins with a gate", "clocks: { referral: { from: told, within: 6 months } }\n"],
    [
      "a clock that a condition reads",
      "clocks: { slow: { within: 2 days } }\nalarms: { late: { when: { clock.slow: missed }, notify: manager } }\n"
    ],
    ["a clock that tells somebody", "clocks: { slow: { within: 2 days, escalate: [{ at: due, notify: manager }] } }\n"],
    [
      "a calendar by which a clock counts",
      "calendars: { shop: { hours: { sat: [09:00-18:00] } } }\nclocks: { agreed: { calendar: shop } }\n"
    ],
    ["a role that signs", `roles: { lawyer: { title: Lawyer } }\n${inquiry("sign-off: lawyer")}`],
    ["a department that a person is of", "departments: { shop: { head: manager } }\n"]
  ])("F-C8 · %s is not reported", (_, text) => {
    expect(told(text)).toEqual([])
  })

  it("F-C8 · a calendar that only people name is used if owners have their own calendars, and by people", () => {
    const shop = "calendars: { shop: { hours: { mon-fri: [09:00-18:00], sat: [09:00-18:00] } } }\n"
    expect(told(`${shop}clock-defaults: { calendar: of-owner }\n`)).toEqual([])
    const staff = "hearback: 1\npeople: { a: { roles: [agent, supervisor, manager], calendar: shop } }\n"
    const read = (path: string) => (path === "people.yaml" ? staff : head + shop)
    expect(compile({ root: "shop.policy.yaml", read, people: "people.yaml" }).diagnostics).toEqual([])
  })

  it("F-C8 · a name that is misspelt where it is used is reported once", () => {
    expect(told(`roles: { lawyer: { title: Lawyer } }\n${inquiry("sign-off: lawer")}`)).toEqual([
      "name/unknown lawer > lawyer"
    ])
  })

  it.each([
    ["a role", "roles: { auditor: { title: Auditor } }\n", "auditor"],
    ["a fact", "facts: { serial: number }\n", "serial"],
    ["an event", "events: [delivered]\n", "delivered"],
    ["a calendar", "calendars: { stock: { hours: { sat: [09:00-18:00] } } }\n", "stock"],
    ["a message", 'messages: { sorry: "We are sorry." }\n', "sorry"],
    ["a signal", "dictionary: { signals: { loud: { words: [loud] } } }\n", "loud"],
    ["a consent", 'customers: { consent: { calls: { ask: "May we ring?", lasts: 1 year } } }\n', "calls"],
    ["a source", "sources: { DISP: { title: DISP } }\n", "DISP"]
  ])("F-C8 · %s that is similar to no other is unused, or known only outside the policy", (_, text, word) => {
    const idle = everything(head + text).diagnostics.filter(({ level }) => level === "info")
    expect(idle.map(({ code, primary: { span } }) => [code, span.file.text.slice(span.start, span.end)])).toEqual([
      ["name/idle", word]
    ])
  })

  it("F-C8 · a fact that is a text or a file is for people to read", () => {
    const facts = "facts: { warehouse: { type: text }, picture: { type: file } }\n"
    expect(everything(head + facts).diagnostics.filter(({ code }) => code === "name/idle")).toEqual([])
  })

  it("F-C8 · names of packs are not reported, because policies that extend them use them", () => {
    for (const name of ["base", "starter"])
      expect(pack(name).diagnostics.filter(({ code }) => code === "name/unused" || code === "clock/idle")).toEqual([])
  })
})

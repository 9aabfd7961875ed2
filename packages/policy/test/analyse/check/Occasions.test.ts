/** The placeholders that have a value on each occasion on which a message is sent. */
import { describe, expect, it } from "vitest"
import { findings, head } from "../../compile/Sample.ts"

const told = (text: string): readonly string[] =>
  findings(head + text)
    .filter(({ code }) => code === "message/not-known-then")
    .map(({ primary: { span } }) => span.file.text.slice(span.start, span.end))

/** For each occasion, a message and its placeholders without a value. */
const occasions: readonly (readonly [string, string, readonly string[]])[] = [
  ["a gate", 'messages: { receipt: "{case.id} {gate.title} {reason} {due.now} {act.by}" }', ["{due.now}", "{act.by}"]],
  [
    "the form",
    'intake: { form: { tell: got } }\nmessages: { got: "{case.id} {next.due} {proposal} {reason}" }',
    ["{proposal}", "{reason}"]
  ],
  [
    "a case that is turned away",
    'endings: { turned-away: { by: agent, tell: no } }\nmessages: { no: "{reason} {owner.name} {proposal} {result}" }',
    ["{proposal}", "{result}"]
  ],
  [
    "a case that is withdrawn",
    'endings: { withdrawn: { by: customer, tell: ok } }\nmessages: { ok: "{reason} {proposal} {result} {root-cause} {due.was}" }',
    ["{root-cause}", "{due.was}"]
  ],
  [
    "a deadline that is put off",
    'clocks: { agreed: { extend: { times: 1, each: 1 day, approve: supervisor, tell: late } } }\nmessages: { late: "{due.was} {due.now} {clock.title} {reason} {proposal} {result}" }',
    ["{result}"]
  ],
  [
    "an escalation",
    'clocks: { agreed: { escalate: [{ at: due, notify: supervisor, send: late }] } }\nmessages: { late: "{due.was} {clock.title} {proposal} {reason}" }',
    ["{reason}"]
  ],
  [
    "an alarm",
    'alarms: { angry: { when: { emotion: angry }, notify: supervisor, send: loud } }\nmessages: { loud: "{reason} {proposal} {clock.title}" }',
    ["{clock.title}"]
  ],
  ["a notice", 'messages: { said-again: "{said.words} {proposal} {request.by}" }', ["{request.by}"]],
  ["an arrival in quarantine", 'messages: { quarantined: "{entry.id} {reason} {owner.name}" }', ["{owner.name}"]],
  ["a question to a customer", 'messages: { survey-question: "{question} {case.id} {next.due}" }', ["{next.due}"]],
  ["feedback that joins a case", 'messages: { joined: "{next.due} {result} {said.words}" }', ["{said.words}"]],
  ["what is included", 'messages: { joined: "See {foot}", foot: "{owner.name} {said.words}" }', ["{said.words}"]]
]

describe("a placeholder without a value on an occasion is reported", () => {
  it.each(occasions)("on the occasion of %s", (_, policy, missing) => {
    expect(told(`${policy}\n`)).toEqual(missing)
  })

  it("but not if it has a value on one of several occasions", () => {
    const also = "clocks: { agreed: { escalate: [{ at: due, notify: supervisor, send: late }] } }\n"
    const alarm = "alarms: { angry: { when: { emotion: angry }, notify: supervisor, send: late } }\n"
    const late = 'messages: { late: "{reason} {clock.title}" }\n'
    expect(told(also + alarm + late)).toEqual([])
    expect(told(also + late)).toEqual(["{reason}"])
  })

  it("in Chinese as in English, at the placeholder as written", () => {
    expect(told('消息: { joined: "{编号}：{申请人}" }\n'.replace("消息", "messages"))).toEqual(["{申请人}"])
  })
})

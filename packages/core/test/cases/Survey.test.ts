/** Surveys of several questions: answered message by message, or by a form at once. */
import { describe, expect, it } from "vitest"
import { desk, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { ack, MON, satisfied, TUE } from "./complaint.ts"
import { answer, asked, given, heard, place, surveyed, write } from "./survey.ts"

describe("a survey by messages", () => {
  /** The customer's messages in order; the question that is asked next; and the recorded answers. */
  it.each<readonly [says: readonly string[], next: string, answers: object]>([
    [[], "resolved", {}],
    [["Yes."], "ease", { resolved: true }],
    [["n"], "missing", { resolved: false }],
    [["yes", "5 points"], "reached", { resolved: true, ease: "5" }],
    [["yes", "４分"], "reached", { resolved: true, ease: "4" }],
    [["yes", "3"], "missing", { resolved: true, ease: "3" }],
    [["yes", "四分"], "reached", { resolved: true, ease: "4" }],
    [["yes", "Five"], "reached", { resolved: true, ease: "5" }],
    [["yes", "满分"], "reached", { resolved: true, ease: "5" }],
    [["yes", "four out of five"], "reached", { resolved: true, ease: "4" }],
    [["yes", "4/10"], "ease", { resolved: true }],
    [["yes", "八分"], "ease", { resolved: true }],
    [["no", "一、二"], "reached", { resolved: false, missing: "slow, unclear" }],
    [["yes", "6"], "ease", { resolved: true }],
    [["yes", "0"], "ease", { resolved: true }],
    [["yes", "skip"], "ease", { resolved: true }],
    [["no", "too slow"], "reached", { resolved: false, missing: "slow" }],
    [["no", "太慢, 2"], "reached", { resolved: false, missing: "slow, unclear" }],
    [["no", "3"], "missing", { resolved: false }],
    [["no", "none"], "reached", { resolved: false, missing: "none" }],
    [["yes", "5", "2"], "wish", { resolved: true, ease: "5", reached: "chat" }],
    [["yes", "5", "chat"], "wish", { resolved: true, ease: "5", reached: "chat" }],
    [["yes", "5", "letter"], "reached", { resolved: true, ease: "5" }]
  ])("after %j it asks for %s", (says, next, answers) => {
    const d = asked()
    for (const [i, text] of says.entries()) d.does(`${MON} 10:0${i}`, "carl", write(text))
    expect(heard(d).at(-1)).toBe(next)
    expect(heard(d)).toHaveLength(says.length + 1)
    expect(given(d) ?? { answers: {}, skipped: [] }).toEqual({ answers, skipped: [] })
    expect(d.gate("confirmed")).toBe("open")
  })
  it("ends when no question is left, and optional ones are skipped", () => {
    const d = asked()
    d.does(`${MON} 10:00`, "carl", write("yes"))
    d.does(`${MON} 10:01`, "carl", write("4")).emits(
      { event: "survey-answered", channel: "visit", gate: "confirmed", why: place, by: "customer:carl" },
      { event: "facts-recorded", facts: { ease: "4" }, by: "customer:carl", why: place },
      { event: "attempt-made", gate: "confirmed", why: `${place}.silence` },
      { event: "message-queued", message: "survey-question" }
    )
    d.does(`${MON} 10:02`, "carl", write("skip")).emits(
      { event: "customer-confirmed", gate: "confirmed", by: "customer:carl", why: place },
      { event: "gate-passed", gate: "confirmed" },
      { event: "customer-loop-closed", outcome: "confirmed" }
    )
    expect(given(d)).toEqual({ answers: { resolved: true, ease: "4" }, skipped: ["reached"] })
    expect(heard(d)).toEqual(["resolved", "ease", "reached"])
  })
  it("counts marks and choices itself: the owner reads only answers in free text", () => {
    const d = asked()
    const told = (): readonly string[] => d.letters().filter((letter) => letter.startsWith("word-to-read"))
    for (const [i, text] of ["yes", "五分", "chat"].entries()) d.does(`${MON} 10:0${i}`, "carl", write(text))
    expect(told()).toEqual([])
    d.does(`${MON} 10:05`, "carl", write("Write before you come to see us."))
    expect(told()).toEqual(["word-to-read to ann"])
    const e = asked()
    e.does(`${MON} 10:00`, "carl", write("neither"))
    expect(e.letters()).toContain("word-to-read to ann")
  })
  it("takes any words as the answer to a question for words", () => {
    const d = asked()
    for (const [i, text] of ["yes", "5", "chat"].entries()) d.does(`${MON} 10:0${i}`, "carl", write(text))
    d.does(`${MON} 10:05`, "carl", write("Write before you come to see us.")).emits("gate-passed")
    expect(d.case().feedback.facts["wish"]).toBe("Write before you come to see us.")
  })
  it("asks again after a slip of twenty characters; longer words are for a person to read", () => {
    const d = asked()
    d.does(`${MON} 10:00`, "carl", write(`  ${"perhaps, in some way".slice(0, 20)}  `)).emits("silence-ended", {
      event: "message-queued",
      message: "survey-question"
    })
    d.does(`${MON} 10:01`, "carl", write("perhaps, in some ways")).without("attempt-made")
    expect(heard(d)).toEqual(["resolved", "resolved"])
    expect(given(d)).toBeUndefined()
  })
  it("ends the wait at each message, and begins it again with each question", () => {
    const d = asked()
    d.does(`${MON} 10:00`, "carl", write("yes")).emits(
      { event: "silence-ended", why: `${place}.silence` },
      { event: "clock-cancelled", clock: "silence:confirmed", reason: "customer-spoke" },
      { event: "clock-started", clock: "silence:confirmed", why: `${place}.silence` }
    )
    d.tick("2026-11-23 12:00")
    expect(heard(d)).toEqual(["resolved", "ease"])
    d.tick("2026-11-23 17:00")
    expect(heard(d)).toEqual(["resolved", "ease", "ease"])
    d.tick("2026-12-01 12:00")
    expect(d.case().lifecycle.customerLoop?.outcome).toBe("unconfirmed")
  })
  it("asks in the customer's language", () => {
    const d = desk(surveyed())
    d.does(`${MON} 09:00`, "ann", submit({ customerLanguage: "zh-CN" }))
    d.does(`${MON} 09:10`, "ann", ack)
    expect(d.world().letters.at(-1)?.text).toBe("resolved吗？（是/否）")
  })
})

describe("a survey by its form", () => {
  it.each<readonly [name: string, form: Parameters<typeof answer>[0], next: string, skipped: readonly string[]]>([
    ["in part", { resolved: true }, "ease", ["reached"]],
    ["what may be passed over", { reached: "chat" }, "resolved", ["wish"]],
    ["a later question first", { missing: "slow", resolved: false }, "", ["reached"]],
    ["all that is required", { resolved: true, ease: 4 }, "", ["reached"]],
    ["all of it", { resolved: true, ease: 5, reached: "chat", wish: "more" }, "", []]
  ])("%s", (_, form, next, skipped) => {
    const d = asked()
    const { events } = d.does(`${MON} 10:00`, "carl", answer(form)).step
    expect(events.find(({ event }) => event === "survey-answered")).toMatchObject({ answers: form, skipped })
    expect(heard(d).slice(1)).toEqual(next === "" ? [] : [next])
  })
  it.each<readonly [form: Parameters<typeof answer>[0], code: string, rule: string]>([
    [{ resolved: false, ease: 5 }, "survey/not-asked", "channels.visit.questions.ease.when"],
    [{ resolved: true, ease: 5, missing: "slow" }, "survey/not-asked", "channels.visit.questions.missing.when"],
    [{ resolved: true, amount: 5 }, "survey/not-asked", "channels.visit.questions"],
    [{ resolved: true, ease: 6 }, "fact/wrong-type", "facts.ease"],
    [{ resolved: true, unknown: 6 }, "fact/unknown", "channels.visit.questions"]
  ])("%j is refused by %s", (form, code, rule) => {
    const d = asked()
    d.send(`${MON} 10:00`, "carl", answer(form)).rejects(code).rejects(rule).without("survey-answered")
    expect(given(d)).toBeUndefined()
  })
  it("names the questions that are asked if an answer is to another one", () => {
    const { step } = asked().send(`${MON} 10:00`, "carl", answer({ resolved: true, ease: 5, missing: "slow" }))
    expect(step.refusal?.reasons).toMatchObject([
      { says: { question: "missing", asked: ["resolved", "ease", "reached"] } }
    ])
  })
  it("keeps words beside the answers as said, and not as an answer", () => {
    const d = asked()
    d.does(`${MON} 10:00`, "carl", answer({ resolved: true }, { text: "5" })).emits(
      { event: "customer-wrote", text: "5", as: "reply" },
      { event: "survey-answered", answers: { resolved: true } }
    )
    expect(heard(d)).toEqual(["resolved", "ease"])
    expect(d.named("survey-answered")).toHaveLength(1)
  })
  it("ignores questions that depend on an answer that no longer counts", () => {
    const no = answer({ resolved: false, missing: "slow", reached: "call" })
    const skipped = { event: "survey-answered", skipped: [] } as const
    const d = asked()
    d.does(`${MON} 10:00`, "carl", write("yes"))
    d.does(`${MON} 10:01`, "carl", write("1"))
    d.does(`${MON} 10:02`, "carl", no).emits(skipped, "case-reopened")
    const e = asked()
    e.does(`${MON} 10:00`, "carl", answer({ resolved: true, ease: 1, missing: "slow" })).emits("case-reopened")
    e.does(`${TUE} 09:10`, "ann", ack)
    e.does(`${TUE} 09:20`, "carl", no).emits(skipped)
  })
  it("asks questions that depend on the case itself", () => {
    const d = desk(surveyed())
    d.does(`${MON} 09:00`, "ann", submit({ facts: { tier: "strategic" } }))
    d.does(`${MON} 09:10`, "ann", ack)
    d.does(`${MON} 10:00`, "carl", answer({ resolved: true, ease: 5 })).emits({
      event: "survey-answered",
      skipped: ["reached", "manager"]
    })
  })
  it("is taken only while its gate is open", () => {
    const d = desk(surveyed())
    d.does(`${MON} 09:00`, "ann", submit())
    const { step } = d.send(`${MON} 10:00`, "carl", answer({ resolved: true }, { gate: "confirmed" }))
    expect(step.refusal?.reasons).toMatchObject([
      { code: "gate/not-open", rule: place, says: { gate: "confirmed", status: "waiting" } }
    ])
    d.send(`${MON} 10:00`, "carl", answer({ resolved: true })).rejects("gate/not-open")
  })
})

describe("what the answers mean", () => {
  it("satisfied is refused while a required question is left, and taken once all are answered", () => {
    const d = asked()
    const left = (at: string) => d.send(at, "carl", satisfied).rejects("channels.visit.questions").step.refusal?.reasons
    expect(left(`${MON} 10:00`)).toMatchObject([{ code: "survey/unanswered", says: { questions: ["resolved"] } }])
    d.does(`${MON} 10:01`, "carl", write("yes"))
    expect(left(`${MON} 10:02`)).toMatchObject([{ code: "survey/unanswered", says: { questions: ["ease"] } }])
    d.does(`${MON} 10:03`, "carl", write("5"))
    d.does(`${MON} 10:04`, "carl", satisfied).emits({ event: "customer-confirmed" }, { event: "gate-passed" })
  })
  it("a dissatisfied customer reopens the case after the last question, and is asked everything again", () => {
    const d = asked()
    d.does(`${MON} 10:00`, "carl", write("no")).without("case-reopened")
    d.does(`${MON} 10:01`, "carl", write("slow")).without("case-reopened")
    d.does(`${MON} 10:02`, "carl", write("skip")).emits(
      { event: "case-reopened", gate: "acknowledged", cause: "dissatisfied" },
      "customer-dissatisfied"
    )
    expect([given(d), d.gate("confirmed")]).toEqual([undefined, "waiting"])
    d.does(`${TUE} 09:10`, "ann", ack)
    expect(heard(d).at(-1)).toBe("resolved")
    // An answer before the reopening leads to no question now.
    d.send(`${TUE} 09:20`, "carl", answer({ missing: "slow" })).rejects("channels.visit.questions.missing.when")
    d.does(`${TUE} 09:30`, "carl", answer({ resolved: true, ease: 5 })).emits({ event: "gate-passed" })
    expect(d.case().feedback.facts).toMatchObject({ resolved: true, ease: 5 })
  })
  it("an answer on the scale may mean it as well; without a rule every customer counts as satisfied", () => {
    const low = answer({ resolved: true, ease: 2, missing: "slow" })
    asked().does(`${MON} 10:00`, "carl", low).emits("case-reopened")
    asked()
      .does(`${MON} 10:00`, "carl", answer({ resolved: true, ease: 3, missing: "slow" }))
      .emits("gate-passed")
    asked({ isJudged: false }).does(`${MON} 10:00`, "carl", low).emits("gate-passed")
  })
  it("if no reopening applies, the gate lapses and the outcome says so", () => {
    const d = asked({ wishes: { reopen: {} } })
    d.does(`${MON} 10:00`, "carl", answer({ resolved: false, missing: "slow" })).emits(
      { event: "customer-dissatisfied", gate: "confirmed", why: place, by: "customer:carl" },
      { event: "gate-lapsed", gate: "confirmed", reason: "dissatisfied", why: place },
      { event: "customer-loop-closed", outcome: "dissatisfied" }
    )
  })
})

describe("answers that staff enter", () => {
  it("are the customer's statement, entered by staff", () => {
    const d = asked({ gate: { by: ["customer", "owner"] } })
    d.does(`${MON} 10:00`, "ann", answer({ resolved: true, ease: 5 })).emits(
      { event: "survey-answered", by: "ann", onBehalfOf: "customer:carl" },
      { event: "customer-confirmed", by: "ann", onBehalfOf: "customer:carl" }
    )
  })
  it.each<readonly [repliedBy: readonly string[] | undefined, who: string, isTaken: boolean]>([
    [undefined, "sam", false],
    [["supervisor"], "sam", true],
    [["supervisor"], "ann", false],
    [["customer"], "ann", false],
    [["customer"], "carl", true],
    [["supervisor"], "mallory", false]
  ])("with `replied-by` %j, by %s: %s", (repliedBy, who, isTaken) => {
    const d = asked(repliedBy === undefined ? undefined : { gate: { repliedBy } })
    const { refusal } = d.send(`${MON} 10:00`, who, answer({ resolved: true })).step
    expect(refusal === undefined).toBe(isTaken)
  })
})

describe("a case that its survey opened", () => {
  const came = (more: object, how?: Parameters<typeof surveyed>[0]): TestDesk => {
    const d = desk(surveyed(how))
    d.does(`${MON} 10:00`, "carl", submit({ channel: "visit", ...more }))
    return d
  }
  const kind = (d: TestDesk) => d.case().feedback.understanding?.kind
  it.each<readonly [name: string, more: object, kind: string, next: string]>([
    ["by a word", { verbatim: "yes" }, "rating", "ease"],
    ["by its form, in part", { verbatim: "", facts: { resolved: true } }, "rating", "ease"],
    ["by its form, with words", { verbatim: "the report is wrong", facts: { resolved: true } }, "rating", "ease"]
  ])("%s goes on with the next question", (_, more, isKind, next) => {
    const d = came(more)
    expect([kind(d), heard(d)]).toEqual([isKind, [next]])
    expect(given(d, "asked")).toEqual({ answers: { resolved: true }, skipped: [] })
    expect(d.named("survey-answered")).toMatchObject([
      { channel: "visit", answers: { resolved: true }, skipped: [], why: "channels.visit.questions" },
      { channel: "visit", gate: "asked", again: true, by: "customer:carl", why: "loops.rating.customer-loop.asked" }
    ])
  })
  it("is a complaint if its answers mean that, at once or later", () => {
    expect(kind(came({ verbatim: "no" }))).toBe("complaint")
    expect(kind(came({ verbatim: "", facts: { resolved: false } }))).toBe("complaint")
    const d = came({ verbatim: "yes" })
    d.does(`${MON} 10:05`, "carl", answer({ ease: 1, missing: "slow" }))
      .emits({ event: "classified", why: "channels.visit.dissatisfied" })
      .without("customer-dissatisfied", "case-reopened")
    expect(kind(d)).toBe("complaint")
  })
  it("a case that came another way keeps its kind: its answers reopen it, or settle its gate", () => {
    const d = came({ channel: "phone", verbatim: "it was all right", kind: "rating" })
    expect([kind(d), heard(d)]).toEqual(["rating", ["resolved"]])
    d.does(`${MON} 10:05`, "carl", answer({ resolved: false, missing: "slow" }))
      .emits({ event: "customer-dissatisfied", gate: "asked" }, { event: "gate-lapsed", reason: "dissatisfied" })
      .without("classified")
    expect(kind(d)).toBe("rating")
  })
  it("is over, and no complaint, if its answers are good", () => {
    const d = came({ verbatim: "yes" })
    expect(d.named("attempt-made")).toHaveLength(1)
    d.does(`${MON} 10:05`, "carl", answer({ ease: 5 }))
      .without("classified")
      .emits({ event: "gate-passed" })
    expect(kind(d)).toBe("rating")
  })
  it("asks again after the complaint is handled, and goes back if the customer is dissatisfied", () => {
    const d = came({ verbatim: "no" })
    d.does(`${MON} 10:10`, "ann", ack)
    expect([heard(d), given(d)]).toEqual([["resolved"], undefined])
    const no = answer({ resolved: false, missing: "slow" })
    d.does(`${MON} 10:20`, "carl", no).without("classified").emits("case-reopened")
  })
  it("is also asked by a gate without a survey", () => {
    const silent = { when: { kind: "rating" }, customer: { asked: { kind: "confirmation" } } } as const
    const d = came({ verbatim: "yes" }, { wishes: { loops: { rating: silent } } })
    expect([d.named("attempt-made").length, given(d, "asked")]).toEqual([1, undefined])
  })
  it.each<readonly [name: string, says: string, questions: Parameters<typeof surveyed>[0], next: string]>([
    ["where they fit no answer", "the report is wrong", {}, "resolved"],
    ["where they pass the question over", "skip", { questions: { reached: undefined } }, "reached"],
    ["where any words would do", "the report is wrong", { questions: { "wish*": undefined } }, "wish"]
  ])("takes words for no answer %s, and asks from the start", (_, verbatim, questions, next) => {
    const d = came({ verbatim }, { ...questions, gate: { after: [] } })
    expect([kind(d), heard(d), d.named("survey-answered")]).toEqual(["complaint", [next], []])
  })
})

/** Intake: which case feedback goes to, how it is read, and how two cases are related. */
import { describe, expect, it } from "vitest"
import { type Case, empty } from "../../src/case/Case.ts"
import { nothingGathered } from "../../src/case/Gathered.ts"
import type { Command, Submission } from "../../src/case/generated/Command.ts"
import { outbound } from "../../src/decide/outbox.ts"
import { step } from "../../src/decide/step.ts"
import { sentencesOf } from "../../src/language/likeness/Likeness.ts"
import type { Policy } from "../../src/policy/Policy.ts"
import { isCourtesy } from "../../src/rule/feedback/courtesy.ts"
import { landing, readWords, textsOf } from "../../src/rule/relations/landing.ts"
import { openingOf } from "../../src/rule/relations/offshoot.ts"
import { dates, hours, people, policy, type Wishes } from "../../src/testing/Build.ts"
import { actor } from "../../src/testing/Cast.ts"
import { desk, instant, type TestDesk } from "../../src/testing/Spec.ts"
import { defined } from "../../src/value/Optional.ts"

const MON = "2026-11-16"
const words = "the report is wrong"
const submit = (id: string, more: Partial<Submission> = {}): Command => ({
  do: "submit",
  case: id,
  channel: "phone",
  customer: "carl",
  verbatim: words,
  ...more
})
const opened = (wishes: Wishes = {}, more: Partial<Submission> = {}): TestDesk => {
  const d = desk(policy(wishes))
  d.does(`${MON} 09:00`, "ann", submit("A", more))
  return d
}
const land = (d: TestDesk, s: Partial<Submission>, at = `${MON} 12:00`, named?: Case) =>
  landing(
    d.world().policy,
    { channel: "mail", customer: "carl", verbatim: words, ...s },
    instant(at),
    [...d.world().cases.values()],
    defined({ named })
  )

describe("which case feedback goes to", () => {
  it("the same customer's same words join the open case", () => {
    expect(land(opened(), {})).toEqual({ as: "joined", case: "A", contacts: 2, unanswered: 1 })
  })
  it("something said later is not an earlier contact", () => {
    expect(land(opened(), {}, `${MON} 08:59`)).toEqual({ as: "new", sameMatter: { contacts: 1, unanswered: 0 } })
    expect(land(opened(), {}, `${MON} 09:00`)).toMatchObject({ as: "joined", contacts: 2 })
  })

  it("F-J2 · a surely different category or another number is another matter", () => {
    const said = (verbatim: string, more: Partial<Submission> = {}) => land(opened({}, { verbatim }), more).as
    expect(said("the report is wrong", { verbatim: "the report is wrong" })).toBe("joined")
    expect(said("the report is wrong since may", { verbatim: "the invoice is wrong since may" })).toBe("new")
    expect(said("report of order 4711 is wrong", { verbatim: "report of order 4712 is wrong" })).toBe("new")
    expect(said("report of order 4711 is wrong", { verbatim: "again: report of order 4711 is wrong" })).toBe("joined")
    expect(said("the X200 loses the report", { verbatim: "the X300 loses the report" })).toBe("new")
    expect(said("发票12345678的报表不对", { verbatim: "发票12345679的报表不对" })).toBe("new")
  })

  it("F-J2 · also if the number is in another message of the case, or in a fact of the host", () => {
    const order = { facts: { order: { type: { _tag: "Text", values: [] }, kind: "text" } } } as const
    const d = opened(order, { facts: { order: "A-1" } })
    expect(land(d, { facts: { order: "A-2" } }).as).toBe("new")
    expect(land(d, { facts: { order: "A-1" } }).as).toBe("joined")
    expect(land(d, {}).as).toBe("joined")
    expect(land(d, { verbatim: "the report is wrong, order A-2" }).as).toBe("new")
    d.does(`${MON} 10:00`, "carl", { do: "write", text: "the report of order 9000 is wrong" })
    expect(land(d, { verbatim: "the report of order 9001 is wrong" }).as).toBe("new")
  })

  it("F-J2 · sentences that most messages of a channel have make nothing alike", () => {
    const form =
      "Message from the contact form of example.com. Our visitor agrees with the privacy statement and expects an answer " +
      "within two working days. Replies go to the address above, never to this mailbox. Attachments larger than ten " +
      "megabytes are removed by the gateway. Sent automatically on behalf of the visitor named in the header."
    const d = opened({}, { verbatim: `${form}\nThe gate report freezes` })
    const common = sentencesOf(form)
    const other = { channel: "mail", customer: "carl", verbatim: `${form}\nThe yearly report prints twice` }
    const of = (known: object) => landing(d.world().policy, other, instant(`${MON} 12:00`), [d.case()], known).as
    expect([of({}), of({ common })]).toEqual(["joined", "new"])
    const same = { ...other, verbatim: `${form}\nThe gate report freezes!` }
    expect(landing(d.world().policy, same, instant(`${MON} 12:00`), [d.case()], { common }).as).toBe("joined")
  })

  it("another customer, an anonymous one, other words or another kind: a case of its own", () => {
    const d = opened()
    const alone = { as: "new", sameMatter: { contacts: 1, unanswered: 0 } }
    expect(land(d, { customer: "dave" })).toEqual(alone)
    expect(landing(d.world().policy, { channel: "mail", verbatim: words }, 0, [d.case()])).toEqual(alone)
    expect(land(d, { verbatim: "charged twice on the invoice" })).toEqual(alone)
    expect(land(d, { kind: "inquiry" })).toMatchObject({ as: "new" })
  })

  it("the window counts from each time that it was said", () => {
    const d = opened()
    expect(land(d, {}, "2026-12-01 09:00")).toMatchObject({ as: "new", sameMatter: { contacts: 1 } })
    d.does("2026-11-28 09:00", "ann", {
      do: "join",
      channel: "mail",
      contacts: 2,
      unanswered: 1,
      verbatim: words
    })
    expect(land(d, {}, "2026-12-01 09:00")).toMatchObject({ as: "joined", contacts: 2 })
  })

  it("a contact that a person has answered is not unanswered", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", { do: "pass", gate: "acknowledged" })
    expect(land(d, {})).toMatchObject({ as: "joined", contacts: 2, unanswered: 0 })
  })

  it("an answer to our question stands by itself", () => {
    const base = policy()
    const asked = {
      ...base,
      bundle: { ...base.bundle, channels: { ...base.bundle.channels, mail: { mode: "active" as const } } }
    }
    const s = { channel: "mail", customer: "carl", verbatim: words }
    expect(landing(asked, s, instant(`${MON} 12:00`), [opened().case()])).toMatchObject({ as: "new" })
  })

  it("R14 · a named case can be answered only by its own customer", () => {
    const d = opened()
    expect(land(d, { verbatim: "any news?" }, `${MON} 12:00`, d.case())).toEqual({ as: "word", case: "A" })
    expect(land(d, { customer: "dave", verbatim: "any news?" }, `${MON} 12:00`, d.case())).toMatchObject({
      as: "new",
      sameMatter: { mentions: "A" }
    })
    const unnamed = opened({}, { customer: undefined } as never)
    expect(land(unnamed, { customer: undefined } as never, `${MON} 12:00`, unnamed.case())).toMatchObject({ as: "new" })
  })

  it("R11 · feedback about a merged case joins the case into which it was merged", () => {
    const d = opened()
    d.does(`${MON} 09:30`, "ben", submit("B", { customer: "dave", verbatim: "charged twice on the invoice" }))
    d.does(`${MON} 10:00`, "ben", { do: "merge", into: "A" }, { case: "B" })
    const again = { customer: "dave", verbatim: "charged twice on the invoice" }
    expect(land(d, again)).toMatchObject({ as: "joined", case: "A" })
  })
  it("G1 · feedback whose case still needs a gate is not merged into one that does not need it", () => {
    const d = opened()
    d.does(`${MON} 09:30`, "ben", submit("B", { customer: "dave", verbatim: "charged twice on the invoice" }))
    d.send(`${MON} 10:00`, "ann", { do: "merge", into: "B" }).rejects("merge/owes-more")
  })
})

describe("the words of feedback", () => {
  it("are read once, for the search of its case and for the case that it opens", () => {
    const d = opened()
    const read: string[] = []
    const of = d.world().policy
    const counting: Policy = {
      ...of,
      classifier: {
        ...of.classifier,
        read: (text) => {
          read.push(text)
          return of.classifier.read(text)
        }
      }
    }
    const feedback: Submission = {
      channel: "mail",
      customer: "carl",
      verbatim: "charged twice",
      description: "invoice"
    }
    const known = readWords(counting, textsOf(feedback))
    const at = instant(`${MON} 12:00`)
    expect(landing(counting, { ...feedback, score: 3 }, at, [d.case()], { read: known })).toMatchObject({
      as: "new"
    })
    const meta = { id: "c", occurredAt: at, receivedAt: at, actor: actor("ann", people), draw: 0 }
    const gathered = { ...nothingGathered, people, words: known }
    const opens = step(counting, empty("B"), { do: "submit", case: "B", ...feedback }, { ...meta, gathered })
    expect(opens.state.feedback.understanding?.category).toBe("billing")
    expect(read).toEqual(["charged twice", "invoice"])
    // With another dictionary they are read again.
    const other = { ...counting, bundle: { ...of.bundle, content: "another" } }
    step(other, empty("C"), { do: "submit", case: "C", ...feedback }, { ...meta, gathered })
    expect(read).toHaveLength(4)
  })
})

describe("thanks", () => {
  const p = policy()
  const isThanks = (text: string, names: readonly string[] = []) =>
    isCourtesy(p, text, p.classifier.classify(text), names)
  it.each(["Thanks!", "thank you so much, team", "Dear all,\nmany thanks for your help.\n\n> the report is wrong"])(
    "R5 · %s says nothing else",
    (text) => expect(isThanks(text)).toBe(true)
  )
  it.each([
    "Thanks, but it is still broken",
    "thanks, when?",
    "Thanks, outrageous",
    "thank you, the report is wrong again",
    "Thanks. Please call 555",
    "still broken"
  ])("R5 · %s says more", (text) => expect(isThanks(text)).toBe(false))

  it.each(["Thanks, Ann!", "Thanks 晓梅", "Many thanks, Ann Bell. Best regards, Ida"])(
    "R5 · %s names somebody, and says nothing else",
    (text) => {
      expect(isThanks(text, ["Ann Bell", "李晓梅", "Ida Hart"])).toBe(true)
      expect(isThanks(text)).toBe(false)
    }
  )
  it("R5 · a name does not turn a complaint into thanks", () =>
    expect(isThanks("Thanks, Ann, but it is still broken", ["Ann Bell"])).toBe(false))

  it("R5 · thanks start no clock while the case is open", () => {
    const answer = { from: ["customer-wrote"], metBy: ["answered"], within: hours(4) } as const
    const d = opened({ clocks: { answer } })
    d.does(`${MON} 10:00`, "carl", { do: "write", text: "Thank you!" })
    expect(d.case().clocks["answer"]).toBeUndefined()
    d.does(`${MON} 11:00`, "carl", { do: "write", text: "any news?" })
    expect(d.due("answer")).toBe(`${MON} 15:00`)
  })
})

describe("what is read", () => {
  it("K3 · a tie is recorded with the words of each candidate", () => {
    const d = opened({}, { verbatim: "the invoice report" })
    expect(d.case().feedback.understanding?.candidates).toEqual([
      { category: "billing", hits: [{ word: "invoice", start: 4, end: 11, category: "billing" }] },
      { category: "report", hits: [{ word: "report", start: 12, end: 18, category: "report" }] }
    ])
    expect(d.named("review-asked")).toMatchObject([{ candidates: ["billing", "report"] }])
  })

  it("CL-4 · each deciding word has its place, also one that moved an emotion, and offsets continue in later messages", () => {
    const d = opened({}, { verbatim: "the report is very disappointed work" })
    const at = (word: string, text: string) => ({
      word,
      start: text.indexOf(word),
      end: text.indexOf(word) + word.length
    })
    expect(d.case().feedback.understanding).toMatchObject({
      emotion: "furious",
      emotionHits: [{ word: "disappointed", level: "furious", moved: "stronger", by: "very" }]
    })
    d.does(`${MON} 11:00`, "carl", { do: "write", text: "now it caught fire, outrageous" })
    const whole = d
      .case()
      .conversation.said.map(({ text }) => text)
      .join("\n")
    expect(d.case().feedback.understanding?.signalHits).toEqual([{ ...at("caught fire", whole), signal: "safety" }])
    const e = opened({}, { verbatim: "the report" })
    e.does(`${MON} 11:00`, "carl", { do: "write", text: "it is outrageous" })
    expect(e.case().feedback.understanding?.emotionHits).toMatchObject([{ word: "outrageous", start: 17, end: 27 }])
  })

  it("the first ten messages may decide an unsure reading; after that a person does", () => {
    const after = (messages: number): string | undefined => {
      const d = opened({}, { verbatim: "hello" })
      for (let n = 0; n < messages; n++)
        d.does(`${MON} 10:${10 + n}`, "carl", { do: "write", text: "hello, anybody there?" })
      d.does(`${MON} 11:00`, "carl", { do: "write", text: "the dashboard is empty" })
      return d.case().feedback.review
    }
    expect([after(0), after(8)]).toEqual([undefined, undefined])
    expect(after(9)).toBe("supervisor")
  })

  it("K4 · other words are suggested beside what a person set, and emotion is updated at once", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "sam", { do: "reclassify", category: "billing", reason: "read it" })
    expect(d.named("reclassified")).toMatchObject([{ words: ["report"] }])
    d.does(`${MON} 11:00`, "carl", { do: "write", text: "the dashboard is outrageous" })
    expect(d.case().feedback.understanding).toMatchObject({ category: "billing", emotion: "furious", decidedBy: "sam" })
    expect(d.named("category-suggested")).toMatchObject([{ category: "report", why: "dictionary.override-lasts" }])
  })

  it("K4 · after its time a person's grade gives way to the rules; a closed case keeps it", () => {
    const d = opened({ overrideLasts: hours(2) })
    d.does(`${MON} 10:00`, "sam", { do: "regrade", to: "urgent", reason: "fair" })
    d.tick(`${MON} 11:59`)
    expect(d.case().grades["urgency"]).toMatchObject({ level: "urgent", by: "sam" })
    d.tick(`${MON} 12:00`)
    expect(d.case().grades["urgency"]).toMatchObject({ level: "important" })
    expect(d.case().grades["urgency"]?.by).toBeUndefined()
  })

  it("K6 · an answer decides an unsure reading, with grade, department and promises at once", () => {
    const d = opened({}, { verbatim: "this is not good" })
    expect(d.case().conversation.questions).toEqual(["what-happened"])
    expect(d.letters()).toContain("guiding-question to carl")
    const before = d.due("told")
    d.does(`${MON} 10:00`, "carl", { do: "write", text: "the dashboard is empty" })
    expect(d.case()).toMatchObject({
      conversation: { isAsked: false },
      feedback: { review: undefined, understanding: { category: "report" } }
    })
    expect(d.case().ownership.department).toBe("support")
    expect(d.case().grades["urgency"]?.level).toBe("important")
    expect(d.due("told") < before).toBe(true)
    d.does(`${MON} 11:00`, "carl", { do: "write", text: "not good at all" })
    expect(d.letters().filter((one) => one.startsWith("guiding-question"))).toHaveLength(1)
  })

  it("IN-4 · missing required fields are asked for, and the case is opened nevertheless", () => {
    const d = opened({ form: { require: ["verbatim", "promised-by"] } })
    expect(d.named("question-asked")).toMatchObject([{ missing: ["promised-by"], why: "intake.form.require" }])
    expect(d.gate("acknowledged")).toBe("open")
    const known = opened({ form: { require: ["verbatim", "promised-by"] } }, { facts: { "promised-by": "2026-11-20" } })
    expect(known.named("question-asked")).toEqual([])
  })

  it("IN-4 · vague and missing fields are asked for in one message, each once, by title if they have no question", () => {
    const d = opened({ form: { require: ["verbatim", "promised-by", "where"] } }, { verbatim: "this is not good" })
    expect(d.named("question-asked")).toMatchObject([
      { question: "what-happened", missing: [], why: "dictionary.signals.vague.ask" },
      { question: "promised-by", missing: ["promised-by"], why: "intake.form.require" },
      { question: "where", text: "where it happened", missing: ["where"] }
    ])
    const asked = d.world().letters.filter(({ message }) => message === "guiding-question")
    expect(asked).toMatchObject([{ text: expect.stringMatching(/What happened\?\n.*\nwhere it happened/s) }])
    d.does(`${MON} 10:00`, "carl", { do: "write", text: "still not good" })
    expect(d.letters().filter((one) => one.startsWith("guiding-question"))).toHaveLength(1)
  })

  it("IN-4 · facts that the host fills in are never asked of the customer", () => {
    const d = opened({ form: { require: ["verbatim", "amount"], prefill: ["amount"] } })
    expect(d.named("question-asked")).toEqual([])
  })

  it("IN-5 · one question with two reasons is asked once", () => {
    const d = opened({ form: { require: ["description"] } }, { verbatim: "this is not good" })
    expect(d.named("question-asked")).toMatchObject([{ question: "what-happened", missing: ["description"] }])
  })

  it("IN-6 · a score off the channel's scale or an unknown kind opens no case", () => {
    const d = desk(policy())
    const bad = { channel: "form", score: 7, kind: "rant" }
    d.send(`${MON} 09:00`, "ann", submit("A", bad)).rejects("intake/off-scale")
    d.send(`${MON} 09:00`, "ann", submit("A", bad)).rejects("dictionary.kinds")
    expect(land(opened(), { channel: "form", score: 7 })).toMatchObject({ as: "new" })
  })

  it("consents in a repetition are recorded for the customer, if the policy asks for them", () => {
    const d = opened({ customers: { consent: { surveys: {} }, optOut: true } })
    d.send(`${MON} 10:00`, "ann", submit("B", { consent: ["profiling"] })).rejects("asking/unknown-consent")
    const again = d.does(`${MON} 10:00`, "ann", {
      do: "join",
      channel: "mail",
      customer: "carl",
      contacts: 2,
      unanswered: 1,
      verbatim: words,
      consent: ["surveys", "profiling"]
    })
    const [joined = expect.fail()] = again.step.events
    expect(outbound(again.state, joined)).toEqual([
      { to: "customer", customer: "carl", command: { do: "consent", give: ["surveys"] } }
    ])
  })

  it("a repetition adds unknown facts and changes no known ones", () => {
    const d = opened({}, { facts: { amount: 5 } })
    const facts = { amount: 9, "promised-by": "2026-11-20" }
    d.does(`${MON} 10:00`, "ann", { do: "join", channel: "mail", contacts: 2, unanswered: 1, verbatim: words, facts })
    expect(d.case().feedback.facts).toMatchObject({ amount: 5, "promised-by": "2026-11-20" })
    expect(d.case().feedback.contacts).toEqual({ contacts: 2, unanswered: 1 })
    // Whoever entered it is not notified.
    expect(d.letters().slice(-2)).toEqual(["receipt to carl", "joined to carl"])
  })
})

describe("two cases", () => {
  const two = (): TestDesk => {
    const d = opened()
    d.does(`${MON} 10:00`, "ben", submit("B", { customer: "dave", verbatim: "the report never came" }))
    return d
  }

  it("R11 · a merged case has the outcome `merged`, its clocks end, and both continue as one case", () => {
    const d = two()
    d.does(`${MON} 11:00`, "ben", { do: "merge", into: "A", reason: "the same" }, { case: "B" })
    expect(d.case("B").lifecycle).toMatchObject({ customerLoop: { outcome: "merged" } })
    expect(d.case("B").lifecycle.closedAt).toBe(instant(`${MON} 11:00`))
    expect(Object.values(d.case("B").clocks).filter(({ status }) => status === "running")).toEqual([])
    expect(d.case("A")).toMatchObject({ relations: { links: ["B"] }, feedback: { contacts: { contacts: 2 } } })
    expect(d.case("A").conversation.others).toMatchObject([{ case: "B", customer: "dave" }])
    expect(d.letters("A")).toContain("joined to dave")
  })

  it("R11 · nobody merges a case that is not theirs, a case into itself, or into an ended case", () => {
    const d = two()
    d.send(`${MON} 11:00`, "ann", { do: "merge", into: "A" }, { case: "B" }).rejects("endings.merged.by")
    d.send(`${MON} 11:00`, "ben", { do: "merge", into: "B" }, { case: "B" }).rejects("merge/itself")
    d.send(`${MON} 11:00`, "ben", { do: "merge", into: "C" }, { case: "B" }).rejects("case/unknown")
    d.does(`${MON} 11:00`, "carl", { do: "withdraw" })
    d.send(`${MON} 11:30`, "ben", { do: "merge", into: "A" }, { case: "B" }).rejects("merge/not-open")
  })

  it("R12 · a split-off case is owned by whoever split it, with the customer and the named values", () => {
    const d = opened({ split: "from-split" }, { facts: { amount: 5 } })
    d.does(`${MON} 11:00`, "ann", { do: "split", text: "the invoice too", facts: { urgent: true } })
    const id = d.case().relations.links[0] ?? ""
    expect(openingOf(d.case(), id)).toMatchObject({ by: "ann", receivedAt: instant(`${MON} 11:00`) })
    expect(d.case(id)).toMatchObject({
      ownership: { owner: "ann", takenUp: true },
      feedback: { understanding: { category: "billing" } },
      relations: { links: ["A"] }
    })
    // F-J4: what came with the first case stays there.
    expect(d.case(id).feedback.facts).toEqual({ urgent: true })
    expect(d.case(id).feedback.receipt).toMatchObject({ customer: "carl", loggedAt: instant(`${MON} 11:00`) })
    d.send(`${MON} 11:30`, "ann", { do: "split", text: " " }).rejects("split/no-words")
    d.send(`${MON} 11:30`, "carl", { do: "split", text: "more" }).rejects("gate/wrong-person")
  })

  it("R10 · after the end of a withdrawn case a new one is opened, with promises of its own", () => {
    const d = opened({ reopen: { dissatisfied: { backTo: "agreed", within: dates(30) } } })
    d.does(`${MON} 10:00`, "carl", { do: "withdraw" })
    d.does(`${MON} 11:00`, "carl", { do: "write", text: "the report is wrong after all" })
    const id = d.case().relations.links[0] ?? ""
    expect(d.named("case-followed")).toMatchObject([{ to: id, why: "endings.withdrawn" }])
    expect(d.case().lifecycle).toMatchObject({ reopened: 0, customerLoop: { outcome: "withdrawn" } })
    expect(d.case(id).feedback.receipt?.receivedAt).toBe(instant(`${MON} 11:00`))
    expect(d.clockState("told", id)).toBe("running")
  })

  it("an event that the policy does not declare is refused; a declared one starts its clocks", () => {
    const installed = { from: ["event:delivered"], metBy: ["passed:told"], within: hours(4) } as const
    const d = opened({ clocks: { installed } })
    d.send(`${MON} 10:00`, "system:host", { do: "event", name: "deliverd" }).rejects("intake/unknown-event")
    d.does(`${MON} 10:00`, "system:host", { do: "event", name: "delivered" })
    expect(d.due("installed")).toBe(`${MON} 14:00`)
  })
})

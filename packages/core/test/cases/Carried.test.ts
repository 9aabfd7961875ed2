/**
 * What feedback brings beside its words, in whatever way it reaches a case: nothing is lost, and the stronger inputs of
 * grades win.
 */
import { describe, expect, it } from "vitest"
import type { Case } from "../../src/case/Case.ts"
import type { Command, Submission } from "../../src/case/generated/Command.ts"
import { dates, days, policy, type Wishes } from "../../src/testing/Build.ts"
import { desk, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { MON, TUE } from "./complaint.ts"

const wishes: Wishes = {
  only: ["acknowledged", "agreed", "told", "confirmed"],
  gates: { agreed: { kind: "proposal", optional: true, after: [] }, told: { kind: "result", after: ["acknowledged"] } },
  facts: { order: { type: { _tag: "Text", values: [] }, kind: "text" } },
  customers: { consent: { research: {} }, optOut: true } as NonNullable<Wishes["customers"]>,
  grading: {
    urgency: {
      levels: ["urgent", "important", "routine"],
      rules: [
        { when: { urgent: true }, gives: "urgent" },
        { when: { amount: { from: 1000 } }, gives: "urgent" },
        { when: { emotion: "furious" }, gives: "urgent" },
        { when: { "same-matter.contacts": { from: 3 } }, gives: "urgent" },
        { when: { score: { from: 0, below: 2 } }, gives: "important" },
        { when: { category: "report" }, gives: "important" },
        { gives: "routine" }
      ]
    },
    safety: {
      levels: ["harm", "none"],
      rules: [{ when: { "signal.safety": true }, gives: "harm" }, { gives: "none" }]
    }
  },
  reopen: { dissatisfied: { within: dates(1), backTo: "told" } },
  split: "from-split"
}

/** What a customer brings beside the words. */
const brought = {
  facts: { order: "4711" },
  attachments: ["photo-1", "photo-2"],
  demand: "a new one",
  where: "Leeds",
  happenedAt: "2026-11-15",
  hopedForBy: "2026-11-20",
  consent: ["research"]
} as const
const { consent: _, ...named } = brought
const text = "the invoice is wrong"

const opened = (more: Partial<Submission> = {}): TestDesk => {
  const d = desk(policy(wishes))
  d.does(`${MON} 09:00`, "ann", submit({ verbatim: text, ...more }))
  return d
}
const other = (d: TestDesk, more: Partial<Submission> = {}): void =>
  void d.does(`${MON} 09:10`, "ann", submit({ case: "B", customer: "eve", verbatim: "my dashboard", ...more }))
const closed = (d: TestDesk): void => {
  d.does(`${MON} 10:00`, "ann", { do: "pass", gate: "acknowledged" })
  d.does(`${MON} 10:10`, "ann", { do: "pass", gate: "told", result: "redone" })
  d.does(`${MON} 10:20`, "carl", { do: "reply", says: "satisfied" })
}
const next = (d: TestDesk, id = "A"): Case => d.case(Object.keys(d.case(id).relations.offshoots)[0])
const said = ({ conversation }: Case): string => conversation.said.map((one) => one.text).join("\n")

/**
 * Every way in which feedback reaches a case, with the case that has what was brought. `words`: what must be read
 * there.
 */
const ways: Readonly<Record<string, () => { readonly on: Case; readonly words: string }>> = {
  "said again": () => {
    const d = opened()
    d.does(`${MON} 11:00`, "carl", {
      do: "join",
      channel: "mail",
      contacts: 2,
      unanswered: 1,
      verbatim: "the invoice is still wrong",
      ...brought
    })
    return { on: d.case(), words: "still wrong" }
  },
  merged: () => {
    const d = opened()
    other(d, { verbatim: "my dashboard is blank", ...brought })
    d.does(`${MON} 11:00`, "ann", { do: "merge", into: "A" }, { case: "B" })
    return { on: d.case(), words: "is blank" }
  },
  "split off": () => {
    const d = opened({ consent: ["research"] })
    d.does(`${MON} 11:00`, "ann", { do: "split", text: "the lamp as well", ...named })
    return { on: next(d), words: "the lamp as well" }
  },
  "following after the end": () => {
    const d = opened()
    closed(d)
    d.does("2026-11-20 09:00", "carl", { do: "write", text: "the invoice is wrong again", ...brought })
    return { on: next(d), words: "wrong again" }
  },
  "following a reply after the end": () => {
    const d = opened()
    closed(d)
    d.does("2026-11-20 09:00", "carl", {
      do: "reply",
      says: "dissatisfied",
      text: "the invoice is wrong again",
      ...brought
    })
    return { on: next(d), words: "wrong again" }
  },
  "said within the case": () => {
    const d = opened()
    d.does(`${MON} 11:00`, "carl", { do: "write", text: "it is about May", ...brought })
    return { on: d.case(), words: "about May" }
  },
  "said within the case and reopening it": () => {
    const d = opened()
    closed(d)
    d.does(`${MON} 12:00`, "carl", { do: "write", text: "it is about May", ...brought })
    return { on: d.case(), words: "about May" }
  },
  "with a reply": () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", { do: "pass", gate: "agreed", proposal: "a discount" })
    d.does(`${MON} 11:00`, "carl", { do: "reply", gate: "agreed", says: "agree", text: "fine by me", ...brought })
    return { on: d.case(), words: "fine by me" }
  }
}

describe.each(Object.entries(ways))("F-J4 · %s", (_, bring) => {
  it("words, facts, attachments, demand, place, dates and consents are on the case", () => {
    const { on, words } = bring()
    expect(said(on)).toContain(words)
    expect(on.feedback.facts["order"]).toBe("4711")
    const { consent, ...rest } = { ...on.feedback.receipt, facts: undefined }
    expect(rest).toMatchObject({
      attachments: ["photo-1", "photo-2"],
      demand: "a new one",
      where: "Leeds",
      happenedAt: "2026-11-15",
      hopedForBy: "2026-11-20"
    })
    const agreed = [consent ?? [], ...on.conversation.said.map((one) => one.consent ?? [])].flat()
    expect(agreed).toContain("research")
  })
})

describe("F-J4 · F-I9 · known values stay, and later ones are kept with their words", () => {
  it("another demand, another place and another value without weight", () => {
    const d = opened({ ...brought, consent: [] })
    d.does(`${MON} 11:00`, "carl", {
      do: "write",
      text: "it is about May",
      demand: "my money",
      where: "York",
      attachments: ["photo-2", "photo-3"],
      facts: { order: "4712" }
    })
    const { feedback, conversation } = d.case()
    expect(feedback.receipt).toMatchObject({
      demand: "a new one",
      where: "Leeds",
      attachments: ["photo-1", "photo-2", "photo-3"]
    })
    expect(feedback.facts["order"]).toBe("4711")
    expect(conversation.said.at(-1)).toMatchObject({ demand: "my money", where: "York", facts: { order: "4712" } })
  })
  it("what the policy does not know is recorded without effect", () => {
    const d = opened()
    d.does(`${MON} 11:00`, "carl", { do: "write", text: "x", facts: { nosuch: 1 }, consent: ["nosuch"], score: 99 })
    expect(d.case().feedback.facts).not.toHaveProperty("nosuch")
    expect(d.named("customer-wrote").at(-1)).toMatchObject({ facts: { nosuch: 1 }, score: 99 })
    expect(d.named("customer-wrote").at(-1)).not.toHaveProperty("consent")
  })
  it("thanks with a picture count as a message, and what an automatic message brings is only recorded", () => {
    const d = opened()
    d.does(`${MON} 11:00`, "carl", { do: "write", text: "thanks", attachments: ["photo-9"] })
    expect(d.case().feedback.receipt?.attachments).toEqual(["photo-9"])
    d.does(`${MON} 11:10`, "carl", { do: "write", text: "away", automatic: true, facts: { urgent: true } })
    expect(d.case().grades["urgency"]?.level).toBe("routine")
  })
})

/** Inputs that grade a case higher, as a customer brings them. */
const inputs: Readonly<Record<string, Partial<Submission>>> = {
  "a fact": { facts: { urgent: true } },
  "an amount": { facts: { amount: 9000 } },
  "a feeling": { verbatim: "outrageous, the invoice is wrong" },
  "a signal": { verbatim: "the invoice caught fire" }
}
const strengthens: Readonly<Record<string, (d: TestDesk, more: Partial<Submission>) => void>> = {
  "said again": (d, { verbatim = text, ...more }) =>
    void d.does(`${MON} 11:00`, "carl", {
      do: "join",
      channel: "phone",
      contacts: 1,
      unanswered: 0,
      verbatim,
      ...more
    }),
  merged: (d, more) => {
    other(d, { verbatim: text, ...more })
    d.does(`${MON} 11:00`, "ann", { do: "merge", into: "A" }, { case: "B" })
  },
  "said within the case": (d, { verbatim = text, ...more }) =>
    void d.does(`${MON} 11:00`, "carl", { do: "write", text: verbatim, ...more }),
  "with a reply": (d, { verbatim = text, ...more }) => {
    d.does(`${MON} 10:00`, "ann", { do: "pass", gate: "agreed", proposal: "a discount" })
    d.does(`${MON} 11:00`, "carl", { do: "reply", gate: "agreed", says: "counter", text: verbatim, ...more })
  }
}
const levels = (d: TestDesk): readonly (string | undefined)[] =>
  ["urgency", "safety"].map((name) => d.case().grades[name]?.level)

describe.each(Object.entries(strengthens))("F-J4 · the stronger input of a grade wins · %s", (_, bring) => {
  it.each(Object.entries(inputs))("%s", (name, more) => {
    const d = opened({ facts: { urgent: false, amount: 5 } })
    expect(levels(d)).toEqual(["routine", "none"])
    bring(d, more)
    expect(levels(d)).toEqual(name === "a signal" ? ["routine", "harm"] : ["urgent", "none"])
  })
  it("a weaker input changes no grade", () => {
    const d = opened({ facts: { urgent: true } })
    bring(d, { facts: { urgent: false } })
    expect([levels(d), d.case().feedback.facts["urgent"]]).toEqual([["urgent", "none"], true])
  })
})

describe("F-J4 · merged", () => {
  const merge = (d: TestDesk): void => void d.does(`${MON} 12:00`, "ann", { do: "merge", into: "A" }, { case: "B" })

  it("the merged case has the category that grades higher, the contacts of both, the cause, and a level set by a person", () => {
    const d = opened()
    other(d, { verbatim: "the report is wrong" })
    merge(d)
    expect(d.case().feedback).toMatchObject({ understanding: { category: "report" }, contacts: { contacts: 2 } })
    expect(levels(d)).toEqual(["important", "none"])
    const e = opened()
    other(e, { verbatim: text })
    e.does(`${MON} 11:00`, "sam", { do: "regrade", to: "urgent", reason: "a child" }, { case: "B" })
    e.does(`${MON} 11:10`, "sam", { do: "set", cause: "systemic" }, { case: "B" })
    merge(e)
    expect(e.case()).toMatchObject({
      feedback: { cause: "systemic" },
      grades: { urgency: { level: "urgent", by: "sam" } }
    })
  })
  it("a level that a person set on both cases is set once", () => {
    const d = opened()
    other(d)
    for (const id of ["A", "B"])
      d.does(`${MON} 11:00`, "sam", { do: "regrade", to: "urgent", reason: "a child" }, { case: id })
    merge(d)
    expect(d.named("regraded").filter((event) => "reason" in event && event.reason === "merged")).toEqual([])
  })
  it("promises from the receipt count from the earlier receipt, with the extensions granted", () => {
    const extend = { times: 1, each: days(2), approve: ["supervisor"] }
    const due = (first: string, second: string): string => {
      const told = { metBy: ["passed:told"], within: days(5), extend }
      const d = desk(policy({ ...wishes, clocks: { told } }))
      d.does(`${MON} ${first}`, "ann", submit({ case: "B", customer: "eve", verbatim: text }))
      d.does(`${MON} ${second}`, "ann", submit({ verbatim: text }))
      d.does(`${MON} 11:00`, "sam", { do: "extend", clock: "told", reason: "a part is late" })
      if (first !== second) merge(d)
      expect(d.case().relations.absorbed).toEqual(first === second ? [] : ["B"])
      return d.due("told")
    }
    expect(due("09:00", "10:30")).toBe(due("09:00", "09:00"))
  })
  it("a category set by a person stays, and the other one is suggested", () => {
    const d = opened()
    d.does(`${MON} 09:05`, "ann", { do: "reclassify", category: "billing", reason: "looked at it" })
    other(d, { verbatim: "the report is wrong" })
    merge(d)
    expect(d.case().feedback.understanding?.category).toBe("billing")
    expect(d.named("category-suggested")).toMatchObject([{ category: "report" }])
  })
  it("everybody whom the merged case answered is answered, and each one's words are kept under their own name", () => {
    const d = opened()
    other(d, { verbatim: "my dashboard is blank", attachments: ["of-eve"] })
    d.does(
      `${MON} 09:20`,
      "ann",
      submit({ case: "C", customer: "fay", verbatim: "the dashboard flickers", attachments: ["of-fay"] }),
      { case: "C" }
    )
    d.does(`${MON} 11:00`, "ann", { do: "merge", into: "B" }, { case: "C" })
    d.does(`${MON} 11:10`, "fay", { do: "write", text: "any news?", attachments: ["of-fay-too"] }, { case: "B" })
    merge(d)
    const { conversation, relations, feedback } = d.case()
    expect(conversation.others.map(({ customer }) => customer)).toEqual(["eve", "fay"])
    expect(d.named("feedback-joined")).toMatchObject([
      { from: "B", customer: "eve", text: "my dashboard is blank", attachments: ["of-eve"] },
      { from: "C", customer: "fay", text: "the dashboard flickers\nany news?", attachments: ["of-fay", "of-fay-too"] }
    ])
    expect(relations.links).toEqual(["B", "C"])
    expect(feedback.receipt?.attachments).toEqual(["of-eve", "of-fay", "of-fay-too"])
    expect(d.letters()).toEqual(expect.arrayContaining(["joined to eve", "joined to fay"]))
  })
  it("a case that was closed before the merge opens again, and its owner is told what was said", () => {
    const d = opened()
    other(d)
    closed(d)
    d.does(`${MON} 11:00`, "system:delivery", { do: "absorb", case: "B" }).emits("feedback-joined", {
      event: "case-reopened",
      cause: "merged"
    })
    expect(d.case().lifecycle.reopened).toBe(0)
    expect(d.letters().filter((letter) => /^(said-again|reopened)/.test(letter))).toEqual(["said-again to ann"])
  })
  it("linked cases merge like any others, and the links of the merged case are kept", () => {
    const d = opened()
    other(d, { facts: { urgent: true } })
    d.does(`${MON} 09:20`, "ann", submit({ case: "C", customer: "fay", verbatim: "the dashboard flickers" }), {
      case: "C"
    })
    d.does(`${MON} 10:00`, "ann", { do: "set", causeOf: "A" }, { case: "B" })
    d.does(`${MON} 10:10`, "ann", { do: "set", causeOf: "C" }, { case: "B" })
    merge(d)
    expect(d.case().relations).toMatchObject({ links: ["B", "C"], absorbed: ["B"] })
    expect(d.case().conversation.others).toMatchObject([{ customer: "eve" }])
    expect(levels(d)).toEqual(["urgent", "none"])
  })
})

describe("F-J4 · a case that comes out of another one", () => {
  const merged = (): TestDesk => {
    const d = opened({ facts: { urgent: true }, attachments: ["first"], consent: ["research"] })
    other(d)
    d.does(`${MON} 09:30`, "ann", { do: "merge", into: "A" }, { case: "B" })
    return d
  }
  it("a split-off part has what was named for it, the consents, and all customers of the first case", () => {
    const d = merged()
    d.does(`${MON} 11:00`, "ann", { do: "split", text: "the lamp as well", facts: { order: "9" }, reason: "two" })
    const part = next(d)
    expect(part.feedback).toMatchObject({ facts: { order: "9" }, receipt: { consent: ["research"], customer: "carl" } })
    expect([part.feedback.facts["urgent"], part.feedback.receipt?.attachments]).toEqual([undefined, undefined])
    expect(part.conversation.others).toMatchObject([{ case: "B", customer: "eve" }])
  })
  it("a customer's message after the end opens a case with everything before it, one more contact, and all customers", () => {
    const d = merged()
    closed(d)
    d.does("2026-11-20 09:00", "carl", { do: "write", text: "the invoice is wrong again", attachments: ["second"] })
    const { feedback, conversation } = next(d)
    expect(feedback).toMatchObject({
      facts: { urgent: true },
      receipt: { attachments: ["first", "second"], consent: ["research"] },
      contacts: { contacts: 3 }
    })
    expect(conversation.others).toMatchObject([{ customer: "eve" }])
  })
  it("another customer's message after the end opens a case of that customer alone", () => {
    const d = merged()
    closed(d)
    d.does("2026-11-20 09:00", "eve", { do: "write", text: "the dashboard is blank again", attachments: ["of-eve"] })
    const { feedback, conversation } = next(d)
    expect(feedback).toMatchObject({ facts: {}, receipt: { customer: "eve", attachments: ["of-eve"] } })
    expect([feedback.receipt?.consent, conversation.others]).toEqual([undefined, []])
  })
  it("a case opens even with facts that the policy refuses", () => {
    const d = opened()
    closed(d)
    const said: Command = { do: "write", text: "the invoice is wrong again", facts: { nosuch: 1 }, score: 99 }
    d.does("2026-11-20 09:00", "carl", said).emits("case-followed")
    expect(next(d).version).toBeGreaterThan(0)
    d.tick(`${TUE} 09:00`)
  })
})

describe("F-J5 · contacts of an open case never fall", () => {
  const again = (contacts: number, unanswered: number): Command => ({
    do: "join",
    channel: "phone",
    contacts,
    unanswered,
    verbatim: text
  })
  it("the number stays whatever the window contains later", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "carl", again(2, 1))
    d.does(`${MON} 11:00`, "carl", again(3, 2))
    expect(levels(d)[0]).toBe("urgent")
    d.does("2026-12-02 09:00", "carl", again(2, 1))
    expect(d.case().feedback.contacts).toEqual({ contacts: 4, unanswered: 2 })
    expect(levels(d)[0]).toBe("urgent")
  })
  it("after a merge the unanswered contacts of both count", () => {
    const d = opened()
    other(d)
    d.does(`${MON} 10:00`, "carl", again(2, 1))
    d.does(`${MON} 10:10`, "eve", { ...again(3, 2), verbatim: "my dashboard" } as Command, { case: "B" })
    d.does(`${MON} 11:00`, "ann", { do: "merge", into: "A" }, { case: "B" })
    expect(d.case().feedback.contacts).toEqual({ contacts: 5, unanswered: 3 })
  })
  it("after a merge the contacts of both count; answered ones are no longer unanswered", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "carl", again(2, 1))
    other(d)
    d.does(`${MON} 11:00`, "ann", { do: "merge", into: "A" }, { case: "B" })
    d.does("2026-12-02 09:00", "carl", again(1, 0))
    expect(d.case().feedback.contacts).toEqual({ contacts: 4, unanswered: 1 })
    d.does("2026-12-02 10:00", "ann", { do: "pass", gate: "acknowledged" })
    d.does("2026-12-03 09:00", "carl", again(2, 0))
    expect(d.case().feedback.contacts).toEqual({ contacts: 5, unanswered: 0 })
  })
})

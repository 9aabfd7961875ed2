/** A survey of several questions at the gate that waits for their answers. */
import type { Command } from "../../src/case/generated/Command.ts"
import type { FactDeclaration, QuestionRule } from "../../src/policy/Bundle.ts"
import { load, type Policy } from "../../src/policy/Policy.ts"
import { bundle, days, type Wishes } from "../../src/testing/Build.ts"
import { desk, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { condition, type GateWish, type When } from "../../src/testing/Wishes.ts"
import { ack, MON } from "./complaint.ts"

const facts: Readonly<Record<string, FactDeclaration>> = {
  resolved: { type: { _tag: "Flag" }, kind: "yes-no" },
  ease: { type: { _tag: "Amount", scale: 0, unit: "", min: 1, max: 5 }, kind: "scale" },
  missing: {
    type: { _tag: "SomeOf", values: ["slow", "unclear"] },
    kind: "some-of",
    titles: { slow: { en: "Too slow", "zh-CN": "太慢" } }
  },
  reached: { type: { _tag: "OneOf", values: ["call", "chat"], graded: false }, kind: "one-of" },
  wish: { type: { _tag: "Text", values: [] }, kind: "text" },
  manager: { type: { _tag: "Flag" }, kind: "yes-no" }
}

/** The condition of each question, in order. A star marks required questions. */
type Questions = Readonly<Record<string, When | readonly When[] | undefined>>
const usual: Questions = {
  "resolved*": undefined,
  "ease*": { resolved: true },
  "missing*": [{ resolved: false }, { ease: { from: 1, below: 4 } }],
  reached: undefined,
  wish: [{ reached: "chat" }, { ease: 1 }],
  manager: { tier: "strategic" }
}

/** The rule of the gate that waits for the answers. */
export const place = "loops.complaint.customer-loop.confirmed"

interface Asked {
  readonly gate?: GateWish
  readonly wishes?: Wishes
  readonly questions?: Questions
  readonly isJudged?: boolean
}

let plain: Policy | undefined

/** Returns a policy with these questions; without wishes the same object each time. */
export const surveyed = (how?: Asked): Policy => {
  if (how !== undefined) return made(how)
  plain ??= made({})
  return plain
}

const made = ({ gate, wishes, questions = usual, isJudged = true }: Asked): Policy => {
  const confirmed: GateWish = {
    kind: "confirmation",
    after: ["acknowledged"],
    by: ["customer"],
    survey: "visit",
    silence: { after: days(10), attempts: 2, channelsUsed: 1, closes: "customer-loop" },
    ...gate
  }
  const base = bundle({
    facts,
    channels: { visit: { mode: "active" } },
    only: ["acknowledged", "confirmed"],
    gates: { confirmed },
    loops: { rating: { when: { kind: "rating" }, customer: { asked: { ...confirmed, after: [] } } } },
    reopen: { dissatisfied: { backTo: "acknowledged" } },
    clocks: {},
    ...wishes
  })
  const inputs = { list: [...base.inputs], slot: (name: string) => base.inputs.findIndex((one) => one.name === name) }
  const asked = Object.entries(questions).map(([key, when]): QuestionRule => {
    const fact = key.replace("*", "")
    const path = `channels.visit.questions.${fact}`
    const rule = { fact, path, ask: { en: `${fact}?`, "zh-CN": `${fact}吗？` }, required: key.endsWith("*") }
    return when === undefined ? rule : { ...rule, when: condition(inputs, `${path}.when`, when) }
  })
  const dissatisfied = condition(inputs, "channels.visit.dissatisfied", [
    { resolved: false },
    { ease: { from: 1, below: 3 } }
  ])
  const say = (name: string) => ({ name, text: { en: "{question}", "zh-CN": "{question}" }, mustSay: [] })
  return load({
    ...base,
    channels: {
      ...base.channels,
      visit: { mode: "active", questions: asked, ...(isJudged ? { dissatisfied } : {}) }
    },
    messages: {
      ...base.messages,
      "confirmation-asked": say("confirmation-asked"),
      "survey-question": say("survey-question")
    }
  })
}

/** A complaint whose customer is asked whether it was put right. */
export const asked = (how?: Asked): TestDesk => {
  const d = desk(surveyed(how))
  d.does(`${MON} 09:00`, "ann", submit())
  d.does(`${MON} 09:10`, "ann", ack)
  return d
}

/** Answers some questions. */
export const answer = (given: Readonly<Record<string, string | number | boolean>>, more: object = {}): Command => ({
  do: "answer",
  facts: given,
  ...more
})
/** Writes a message. */
export const write = (text: string): Command => ({ do: "write", text })

/** Returns the names of the questions that the customer was asked, in order. */
export const heard = (d: TestDesk): readonly string[] =>
  d
    .world()
    .letters.filter(({ message }) => message === "confirmation-asked" || message === "survey-question")
    .map(({ text }) => text.split("?")[0] ?? "")

/** Returns the recorded answers of the customer. */
export const given = (d: TestDesk, gate = "confirmed") => d.case().gates[gate]?.survey

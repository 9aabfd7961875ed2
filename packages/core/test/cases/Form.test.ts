/** Required fields that are missing are asked for, and others are not. */
import { describe, expect, it } from "vitest"
import type { Submission } from "../../src/case/generated/Command.ts"
import { policy } from "../../src/testing/Build.ts"
import { desk, instant, submit } from "../../src/testing/Spec.ts"
import { MON } from "./complaint.ts"

const slow = { fact: "slow", path: "channels.visit.questions.slow", ask: { en: "Was it slow?" }, required: true }

/** Returns the questions to a customer after a submission, if the form requires one field. */
const askedOf = (field: string, brought: Partial<Submission>): readonly string[] => {
  const channels = { visit: { mode: "passive", questions: [slow] } } as const
  const customers = { consent: { surveys: {} }, optOut: true } as const
  const d = desk(policy({ require: [field], channels, customers }))
  d.does(`${MON} 09:00`, "ann", submit({ kind: "complaint", ...brought }))
  return d.named("question-asked").flatMap((event) => ("missing" in event ? event.missing : []))
}

const then = instant("2026-11-10 10:00")
const wordless = { verbatim: " " }

/** By required field: submissions that contain it, and some that do not. */
const fields: Readonly<Record<string, readonly [said: readonly object[], unsaid?: readonly object[]]>> = {
  key: [[{}]],
  channel: [[{}]],
  received: [[{}]],
  customer: [[{}], [{ customer: undefined }]],
  // No words are required if the channel asks for a score or an answer.
  verbatim: [
    [{}, { channel: "form", score: 3, ...wordless }, { channel: "visit", facts: { slow: true }, ...wordless }],
    [{ channel: "mail", score: 3, ...wordless }]
  ],
  description: [[{ description: "it says 7" }], [{}, { description: " " }]],
  "happened-at": [[{ happenedAt: then }], [{}]],
  where: [[{ where: "at the desk" }], [{}]],
  demand: [[{ demand: "money back" }], [{}]],
  "hoped-for-by": [[{ hopedForBy: then }], [{}]],
  score: [[{ channel: "form", score: 3 }], [{ channel: "form" }]],
  kind: [[{}], [{ kind: undefined }]],
  category: [[{ category: "billing" }], [{}]],
  consent: [[{ consent: ["surveys"] }], [{}, { consent: [] }]],
  attachments: [[{ attachments: ["photo.jpg"] }], [{}, { attachments: [] }]],
  "promised-by": [[{ facts: { "promised-by": "2026-11-20" } }], [{}]]
}

describe.each(Object.entries(fields))("a form that requires %s", (field, [said, unsaid = []]) => {
  it.each(said.map((brought) => [brought]))("asks for nothing where there is %j", (brought) =>
    expect(askedOf(field, brought)).toEqual([])
  )
  it.each(unsaid.map((brought) => [brought]))("asks for it where there is %j", (brought) =>
    expect(askedOf(field, brought)).toEqual([field])
  )
})

/** What is removed from quotations in messages, and who may read it nevertheless. */
import { describe, expect, it } from "vitest"
import { load } from "../../src/policy/Policy.ts"
import { bundle, type Wishes } from "../../src/testing/Build.ts"
import { desk, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { defined } from "../../src/value/Optional.ts"
import { MON } from "./complaint.ts"

const facts = {
  ...bundle().facts,
  clerk: { type: { _tag: "Text", values: [] }, kind: "text", ofOthers: true }
} as const
const words = "Mr Bo at your desk gave out 13812345678 and 4111 1111 1111 1111. Nobody rang."

/** A desk at which `word-to-read` and `result` quote what the case contains. */
const said = (redact: NonNullable<Wishes["sending"]>["redact"], isPublic = false): TestDesk => {
  const made = bundle({
    facts,
    sending: { quiet: [], quietExcept: { levels: [], messages: [] }, ...defined({ redact }) }
  })
  const text = { en: "{said.words}; about {clerk}: {result}. {case.id}" }
  const { "word-to-read": word, result } = made.messages
  if (word === undefined || result === undefined) throw new Error("both are messages of the tests")
  const phone = { ...made.channels["phone"], mode: "passive", ...(isPublic ? { isPublic } : {}) } as const
  const d = desk(
    load({
      ...made,
      channels: { ...made.channels, phone },
      messages: { ...made.messages, "word-to-read": { ...word, text }, result: { ...result, text } }
    })
  )
  d.does(`${MON} 10:00`, "ann", submit({ verbatim: "It is broken.", facts: { clerk: "Mr Bo" } }))
  return d
}
const textTo = (d: TestDesk, who: string, message: string): string | undefined =>
  d
    .named("message-queued")
    .flatMap((e) => (e.event === "message-queued" && e.to === who && e.message === message ? [e.text] : []))
    .at(-1)

const written = (d: TestDesk, text = words): string | undefined => {
  d.does(`${MON} 11:00`, "carl", { do: "write", text, channel: "phone" })
  return textTo(d, "ann", "word-to-read")
}

describe("sending.redact", () => {
  it("hides the listed kinds from everybody who is not named to read them", () => {
    expect(written(said({ phone: [], "bank-card": ["owner"], "of-others": ["supervisor"] }))).toContain(
      "“[somebody else] at your desk gave out [phone number] and 4111 1111 1111 1111. Nobody rang.”; about [somebody else]"
    )
    expect(written(said({ phone: ["agent"], "of-others": ["owner"] }))).toContain(words)
    expect(written(said(undefined))).toContain(words)
  })

  it("hides before words are cut, so that no part of a number is left", () => {
    expect(written(said({ phone: [] }), `${"x ".repeat(146)}13812345678`)).not.toContain("138")
  })

  it("hides nothing of the customer's own from the customer, but everything in public", () => {
    const answer = { do: "write", text: "We rang 13812345678 and Mr Bo.", channel: "phone" } as const
    const told = (isPublic: boolean): string | undefined => {
      const d = said({ phone: ["owner", "customer"], "of-others": [] }, isPublic)
      d.does(`${MON} 11:00`, "ann", answer)
      return textTo(d, "carl", "word")
    }
    expect(told(false)).toBe(answer.text)
    expect(told(true)).toBe("We rang [phone number] and [somebody else].")
  })
})

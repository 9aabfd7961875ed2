import { describe, expect, it } from "vitest"
import { type CustomerCommand, empty, evolve, type SurveyCustomer, step } from "../../src/decide/Customer.ts"
import type { Bundle } from "../../src/policy/Bundle.ts"
import { load, type Policy } from "../../src/policy/Policy.ts"
import { bundle } from "../../src/testing/Build.ts"
import { instant, local } from "../../src/testing/Spec.ts"
import { civil } from "../../src/time/Target.ts"

const base = bundle()
const channels: Bundle["channels"] = {
  ...base.channels,
  survey: { mode: "active", question: { en: "How was it?", "zh-CN": "怎么样？" }, rest: civil(0, 30) },
  nps: { mode: "active", question: { en: "Recommend us?" }, consent: "surveys" },
  silent: { mode: "active" }
}
const under = (optOut: boolean) =>
  load({ ...base, channels, customers: { consent: { surveys: { lasts: civil(6, 0) } }, optOut } })
const policy = under(true)

const play = (...commands: readonly (readonly [at: string, command: CustomerCommand])[]) => {
  let state: SurveyCustomer = empty("carl")
  const told: string[] = []
  for (const [at, command] of commands) {
    const made = step(policy, state, command, instant(at))
    expect(made.events.reduce(evolve, state)).toEqual(made.state)
    told.push(
      made.send.map(({ text }) => text).join() || made.events.map((e) => ("because" in e ? e.because : e.event)).join()
    )
    state = made.state
  }
  return { state, told }
}
const ask = (channel: string, more: Partial<Extract<CustomerCommand, { do: "ask" }>> = {}): CustomerCommand => ({
  do: "ask",
  channel,
  ...more
})

describe("questions to one customer", () => {
  it("the rest between questions holds across channels and cases", () => {
    const { told } = play(
      ["2026-11-16 10:00", ask("survey", { case: "A" })],
      ["2026-11-20 10:00", ask("survey", { case: "B" })],
      ["2026-12-17 10:00", ask("survey", { case: "C", language: "zh-CN" })]
    )
    expect(told).toEqual(["How was it?", "rest", "怎么样？"])
  })

  it("F-D17 · a question about no case waits for the day, too, unless the policy excepts it", () => {
    const quiet = (messages: readonly string[]) =>
      load({
        ...base,
        channels,
        sending: { quiet: [], quietQuestions: [[1260, 1920]], quietExcept: { levels: [], messages } }
      })
    const leaves = (policy: Policy, at: string) =>
      step(policy, empty("carl"), ask("survey"), instant(at)).send.map(({ notBefore }) => local(notBefore))
    expect(leaves(quiet([]), "2026-11-16 05:30")).toEqual(["2026-11-16 08:00"])
    expect(leaves(quiet([]), "2026-11-16 08:00")).toEqual(["never"])
    expect(leaves(quiet(["survey-question"]), "2026-11-16 05:30")).toEqual(["never"])
  })

  it("the same question about the same case or period is asked once", () => {
    const { told } = play(
      ["2026-11-16 10:00", ask("survey", { case: "A" })],
      ["2027-02-16 10:00", ask("survey", { case: "A" })],
      ["2027-02-16 10:00", ask("survey", { period: "2027-Q1" })],
      ["2027-03-30 10:00", ask("survey", { period: "2027-Q1" })]
    )
    expect(told).toEqual(["How was it?", "", "How was it?", ""])
  })

  it("a consent is needed if the channel asks for it, holds for its time, and can be withdrawn", () => {
    const give: CustomerCommand = { do: "consent", give: ["surveys"] }
    const { told } = play(
      ["2026-11-16 10:00", ask("nps")],
      ["2026-11-16 11:00", give],
      ["2026-11-16 12:00", ask("nps")],
      ["2027-06-16 12:00", ask("nps")],
      ["2027-06-16 13:00", give],
      ["2027-06-16 14:00", { do: "consent", withdraw: ["surveys"] }],
      ["2027-06-16 15:00", ask("nps")]
    )
    expect(told).toEqual([
      "consent",
      "consent-given",
      "Recommend us?",
      "consent",
      "consent-given",
      "consent-withdrawn",
      "consent"
    ])
  })

  it("customers may refuse to be asked, and may change their mind", () => {
    const { told } = play(
      ["2026-11-16 10:00", { do: "consent", questions: "refused" }],
      ["2026-11-16 11:00", ask("survey")],
      ["2026-11-16 12:00", { do: "consent", questions: "welcome" }],
      ["2026-11-16 13:00", ask("survey")]
    )
    expect(told).toEqual(["questions-refused", "refused", "questions-welcomed", "How was it?"])
  })

  it("a channel without a question asks nothing; consents that the policy does not name are refused", () => {
    expect(play(["2026-11-16 10:00", ask("silent")]).told).toEqual([""])
    const at = instant("2026-11-16 10:00")
    const unknown = step(policy, empty("carl"), { do: "consent", give: ["profiling"] }, at)
    expect(unknown.refusal).toMatchObject([{ code: "asking/unknown-consent" }])
    const closed = step(under(false), empty("carl"), { do: "consent", questions: "refused" }, at)
    expect(closed.refusal).toMatchObject([{ code: "asking/no-opt-out", rule: "sending.opt-out" }])
  })
})

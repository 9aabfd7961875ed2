/** Surveys of several questions: in a conversation, with a form, in measures, and simulated. */
import { join } from "node:path"
import { expect, it } from "vitest"
import { failuresOf, runScenarioFile, type TestLoop, testLoop } from "../../src/testing.ts"

const here = import.meta.dirname
const at = "2026-11-16 09:00"
const opened = (): Promise<TestLoop> =>
  testLoop(join(here, "survey.policy.yaml"), { at, people: join(here, "people.yaml") })

it("a conversation, a form and a phone call have the same result", async () => {
  const { scenarios, diagnostics } = await runScenarioFile(join(here, "survey.scenario.yaml"))
  expect(diagnostics.filter(({ level }) => level === "error")).toEqual([])
  expect(scenarios.flatMap(failuresOf)).toEqual([])
})

it("an invalid answer is refused with the allowed ones", async () => {
  const loop = await opened()
  const { case: id = "" } = await loop.submit({ channel: "return-visit", customer: "c-1", facts: { resolved: true } })
  const refused = await loop.forCustomer("c-1").execute(id, { do: "answer", facts: { ease: 9 } })
  expect(refused).toMatchObject({ ok: false, rejection: { code: "fact/wrong-type" } })
  expect(JSON.stringify(refused)).toContain("`1`, `2`, `3`, `4` and `5`")
})

it("a form shows the questions that follow from the answers so far, in the reader's language", async () => {
  const loop = await opened()
  const names = (answers: Record<string, boolean | number>) =>
    loop.form("return-visit", "en", answers)?.survey?.map(({ name }) => name)
  expect(names({})).toEqual(["resolved", "reached"])
  expect(names({ resolved: true })).toEqual(["resolved", "ease", "reached"])
  expect(names({ resolved: true, ease: 3 })).toEqual(["resolved", "ease", "missing", "reached"])
  const [, ease] = loop.form("return-visit", "zh-CN", { resolved: true })?.survey ?? []
  expect(ease).toEqual({ name: "ease", title: "办理是否方便？", type: "scale", required: true, scale: [1, 5] })
})

it("the customer sees the open questions, and answers them by a message on the channel", async () => {
  const loop = await opened()
  const { case: id = "" } = await loop.submit({ channel: "return-visit", customer: "c-2", facts: { resolved: true } })
  const asked = async () => (await loop.forCustomer("c-2").get(id))?.awaited[0]?.survey?.map(({ name }) => name)
  expect(await asked()).toEqual(["ease", "reached"])
  expect(await loop.submit({ channel: "return-visit", customer: "c-2", verbatim: "5分" })).toMatchObject({ case: id })
  expect(await asked()).toEqual(["reached"])
})

it("measures show how often each answer was given", async () => {
  const loop = await opened()
  const sheets = [
    { resolved: true, ease: 5 },
    { resolved: true, ease: 2, missing: "slow, price" },
    { resolved: false, missing: "slow" }
  ]
  for (const [n, facts] of sheets.entries()) await loop.submit({ channel: "return-visit", customer: `x-${n}`, facts })
  const { answers } = await loop.measures()
  const counts = answers.map(({ question, answered, values }) => [
    question,
    answered,
    ...values.map(({ title, count }) => `${title} ${count}`)
  ])
  expect(counts).toEqual([
    ["resolved", 3, "yes 2", "no 1"],
    ["ease", 2, "1 0", "2 1", "3 0", "4 0", "5 1"],
    ["missing", 2, "Too slow 2", "Unclear 0", "Price 1"]
  ])
  expect(answers.find(({ question }) => question === "ease")?.mean).toBe(3.5)
})

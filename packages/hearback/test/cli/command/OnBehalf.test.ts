/** How a terminal shows a customer's word that the staff entered. */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { example, folder, hearback, type Ran } from "../Capture.ts"

const closedBy = async (...as: readonly string[]): Promise<(...words: readonly string[]) => Promise<Ran>> => {
  const cwd = folder()
  const call = (...words: readonly string[]): Promise<Ran> => hearback(words, { cwd, env: { HEARBACK_DB: "loop.db" } })
  const text = readFileSync(example("first/first.policy.yaml"), "utf8")
  writeFileSync(join(cwd, "own.policy.yaml"), `${text}\nendings: { withdrawn: { by: [customer, owner] } }\n`)
  writeFileSync(join(cwd, "people.yaml"), readFileSync(example("first/people.yaml")))
  writeFileSync(join(cwd, "in.csv"), "at,who,said\n2026-11-20 10:00,C-17,My invoice is wrong.\n")
  const map = ["received=at", "customer=who", "verbatim=said", "channel:=email"].flatMap((pair) => ["--map", pair])
  const at = ["--virtual-time", "--at", "2026-11-20 10:30"]
  expect((await call("ingest", "own.policy.yaml", "--input", "in.csv", ...map, ...at)).exit).toBe(0)
  const id: string = (await call("worklist", "--json")).json.cases[0].id
  const done = await call("act", id, "withdraw", "--reason", "sorted", ...as)
  expect([done.exit, done.err]).toEqual([0, ""])
  return (...words) => call("case", id, ...words)
}

describe("case", () => {
  it("F-R5 · shows that the staff withdrew it for the customer, in both languages", async () => {
    const show = await closedBy("--as", "agent-7")
    expect((await show()).out).toContain("withdrawn, entered by the staff for the customer")
    expect((await show("--lang", "zh")).out).toContain("员工代客户录入")
    expect((await show("--why")).out).toContain("the customer withdrew the feedback, entered by")
    expect((await show("--json")).json.case).toMatchObject({ outcome: "withdrawn", isOnBehalf: true })
  })
  it("F-R5 · shows nothing of that if the customer withdrew it", async () => {
    const show = await closedBy("--as-customer", "C-17")
    expect((await show()).out).not.toContain("entered by the staff")
    expect((await show("--json")).json.case).not.toHaveProperty("isOnBehalf")
  })
})

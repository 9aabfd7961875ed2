/** What a customer said too often to reopen a case automatically, as the person who must decide sees it. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { folder, hearback, type Ran } from "../Capture.ts"

const policy = `hearback: 1
policy: shop
language: en
extends: [pack:base]
time-zone: Europe/London
channels: { email: { mode: passive } }
dictionary: { otherwise: other, categories: { other: { words: [] } } }
loops:
  complaint:
    when: { kind: complaint }
    customer-loop: { told: { needs: result, within: 3 days, tell: answer } }
    reopen: { dissatisfied: { within: 30 days, back-to: told, at-most: 1 } }
`

it("R7 · a case shows what waits for a person, since when, and the line that parked it", async () => {
  const cwd = folder()
  const call = (...words: readonly string[]): Promise<Ran> => hearback(words, { cwd, env: { HEARBACK_DB: "loop.db" } })
  writeFileSync(join(cwd, "shop.policy.yaml"), policy)
  writeFileSync(join(cwd, "people.yaml"), "hearback: 1\npeople: { ann: { roles: [supervisor] } }\n")
  writeFileSync(join(cwd, "in.csv"), "at,who,said\n2026-11-20 10:00,C-17,It is wrong\n")
  const map = ["received=at", "customer=who", "verbatim=said", "channel:=email"].flatMap((pair) => ["--map", pair])
  await call("ingest", "shop.policy.yaml", "--input", "in.csv", ...map, "--virtual-time", "--at", "2026-11-20 10:30")
  const id: string = (await call("worklist", "--json")).json.cases[0].id
  const tell = () => call("act", id, "pass", "told", "--result", "done", "--as", "ann")
  const complain = () => call("act", id, "write", "--text", "still wrong", "--as-customer", "C-17")
  await tell()
  await complain()
  await tell()
  await complain()
  const { out } = await call("case", id)
  expect(out).toMatch(/to decide +customer not satisfied since .+ 10:30; .*`reopen` it.* shop\.policy\.yaml:12/)
  expect((await call("case", id, "--lang", "zh")).out).toMatch(/待人工处理 .+`重开` 重开.+shop\.policy\.yaml:12/)
  expect((await call("case", id, "--json")).json.case.parked).toMatchObject({
    cause: "dissatisfied",
    place: { line: 12 }
  })
  const reopened = await call(
    "act",
    id,
    "reopen",
    "--because",
    "dissatisfied",
    "--reason",
    "they are right",
    "--as",
    "ann"
  )
  expect(reopened.exit).toBe(0)
  expect((await call("act", id, "hand-over", "ann", "--reason", "x", "--as", "ann")).exit).toBe(1)
  expect((await call("case", id)).out).not.toContain("parked")
})

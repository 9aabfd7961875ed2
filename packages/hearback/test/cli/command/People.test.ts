/** The command line with a missing or broken people file: time is told to nobody else than the staff. */
import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { example, folder, hearback } from "../Capture.ts"

const world = async () => {
  const cwd = folder()
  cpSync(example("first/first.policy.yaml"), join(cwd, "first.policy.yaml"))
  cpSync(example("first/people.yaml"), join(cwd, "people.yaml"))
  writeFileSync(join(cwd, "in.csv"), "at,who,said\n2026-11-20 10:00,C-17,Third time my invoice is wrong.\n")
  const call = (...words: readonly string[]) => hearback([...words, "--db", "loop.db"], { cwd })
  const map = ["received=at", "customer=who", "verbatim=said", "channel:=email"].flatMap((pair) => ["--map", pair])
  await call("ingest", "first.policy.yaml", "--input", "in.csv", ...map, "--virtual-time", "--at", "2026-11-20 10:30")
  const outbox = join(cwd, "outbox")
  const sent = () => (existsSync(outbox) ? readdirSync(outbox) : [])
  return { cwd, call, sent, people: join(cwd, "people.yaml") }
}
const late = ["tick", "--at", "2026-11-30 10:30", "--deliver-to", "outbox"]

it("F-I12 · without the people file nothing ticks, and no due work is lost", async () => {
  const { call, sent, people, cwd } = await world()
  rmSync(people)
  const refused = await call(...late)
  expect(refused.exit).toBe(2)
  expect(refused.err).toContain("error[people/missing]")
  expect((await call(...late, "--lang", "zh")).err).toMatch(/人员表/)
  expect(sent()).toEqual([])
  for (const command of ["worklist", "quarantine", "undelivered", "verify", "measures"])
    expect((await call(command)).exit).toBeLessThan(2)
  cpSync(example("first/people.yaml"), join(cwd, "people.yaml"))
  expect((await call(...late)).exit).toBe(0)
  expect(sent().length).toBeGreaterThan(0)
})

it("F-I12 · with a broken people file ticks continue for the last known people, and this is reported", async () => {
  const { call, sent, people } = await world()
  writeFileSync(people, "hearback: 1\npeople: [\n")
  const told = await call(...late)
  expect(told.exit).toBe(0)
  expect(told.err).toContain("people.yaml")
  expect(sent().length).toBeGreaterThan(0)
})

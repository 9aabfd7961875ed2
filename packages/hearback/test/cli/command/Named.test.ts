/** How people, gates, clocks and entries of quarantine are named on a command line and in its answers. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { example, hearback } from "../Capture.ts"

const cwd = mkdtempSync(join(tmpdir(), "hearback-named-"))
afterAll(() => rmSync(cwd, { recursive: true }))
const call = (...words: readonly string[]) => hearback(words, { cwd, env: { HEARBACK_DB: "loop.db" } })
let id = ""
let entry = ""

beforeAll(async () => {
  cpSync(example("first"), cwd, { recursive: true })
  const rows = ["2026-11-20T09:40+08:00,My invoice is wrong.", "2026-11-20T09:50+08:00,"]
  writeFileSync(join(cwd, "in.csv"), ["at,text", ...rows, ""].join("\n"))
  const map = ["--map", "received=at", "--map", "verbatim=text", "--map", "channel:=email"]
  await call("ingest", "first.policy.yaml", "--input", "in.csv", ...map, "--virtual-time", "--at", "2026-11-20 10:00")
  id = (await call("list", "--json")).json.cases[0].id
  entry = (await call("quarantine", "--json")).json.entries[0].id
}, 60_000)

describe("a person in `--as` who is not in the people file", () => {
  it.each([
    ["worklist"],
    ["list"],
    ["case", "ID"],
    ["act", "ID", "note", "x"],
    ["move", "first.policy.yaml", "--reason", "x"],
    ["erase", "C-1", "--reason", "x"],
    ["publish", "first.policy.yaml", "--reason", "x"]
  ])("is reported with possible people: %s", async (...words) => {
    const line = words.map((word) => (word === "ID" ? id : word))
    const { exit, err } = await call(...line, "--as", "agnt-7")
    expect([exit, err]).toEqual([2, expect.stringContaining("did you mean `agent-7`?")])
    expect(err).toContain("error[people/unknown]: the people file has no `agnt-7`")
    expect((await call(...line, "--as", "agnt-7", "--lang", "zh")).err).toMatch(/人员表中没有 `agnt-7`[\s\S]*`agent-7`/)
  })
})

describe("a case", () => {
  it("shows the owner by id and name", async () => {
    const { out, json } = { out: (await call("case", id)).out, json: (await call("case", id, "--json")).json }
    expect(json.case).toMatchObject({ owner: "agent-7", ownerName: "Agent Seven" })
    expect(out).toMatch(/owner +agent-7 · Agent Seven/)
  })

  it("accepts the title of a clock and a gate, in either language", async () => {
    const account = (await call("case", id, "--clock", "acknowledged", "--json")).json.clock
    expect(account).toMatchObject({ name: "acknowledged" })
    for (const title of ["Acknowledgement", "taking up the case", "认领"])
      expect((await call("case", id, "--clock", title)).exit, title).toBe(0)
    expect((await call("case", id, "--clock", "Acknowledgement", "--json")).json.clock).toEqual(account)
    expect((await call("case", id, "--clock", "acknowleged")).err).toContain("did you mean `acknowledged`?")
    const passed = await call("act", id, "pass", "Acknowledgement", "--as", "agent-7", "--json")
    expect([passed.exit, passed.json.asked]).toEqual([0, { do: "pass", gate: "Acknowledgement" }])
  })
})

describe("an entry of quarantine instead of a case", () => {
  it.each([["case"], ["act"]])("is explained, with how to release it: %s", async (command) => {
    const more = command === "act" ? ["note", "x", "--as", "agent-7"] : []
    const { exit, out } = await call(command, entry, ...more)
    expect(exit).toBe(1)
    expect(out).toContain(`\`${entry}\` is not a case yet: it is in quarantine`)
    expect(out).toContain(`hearback quarantine release ${entry}`)
    const chinese = (await call(command, entry, ...more, "--lang", "zh")).out
    expect(chinese).toMatch(/尚未立案，在隔离区等待处理[\s\S]*hearback 隔离 放行 q-/)
    expect((await call(command, "q-000000000000", ...more)).out).toContain("there is no case `q-000000000000`")
  })
})

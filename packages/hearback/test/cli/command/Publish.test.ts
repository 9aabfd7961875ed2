import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { defaultTenant, isPolicyPublished } from "@hearback/engine"
import { describe, expect, it } from "vitest"
import { sqlite } from "../../../src/sqlite.ts"
import { example, folder, hearback, type Ran } from "../Capture.ts"

const first = example("first/first.policy.yaml")

/** Makes a store with a case under the example's policy, and a second version in which agents may give much. */
const store = async (...ingesting: readonly string[]) => {
  const cwd = folder()
  const call = (...words: readonly string[]): Promise<Ran> => hearback(words, { cwd, env: { HEARBACK_DB: "loop.db" } })
  writeFileSync(join(cwd, "in.csv"), "who,said\nC-17,Third time my invoice is wrong.\n")
  const map = ["customer=who", "verbatim=said", "channel:=email"].flatMap((pair) => ["--map", pair])
  await call("ingest", first, "--input", "in.csv", ...map, ...ingesting, "--json")
  const id: string = (await call("worklist", "--json")).json.cases[0].id
  const rich = join(cwd, "rich.policy.yaml")
  writeFileSync(
    rich,
    readFileSync(first, "utf8").replace("per-case: 500, per-month: 5000", "per-case: 50000, per-month: 500000")
  )
  writeFileSync(join(cwd, "people.yaml"), readFileSync(example("first/people.yaml"), "utf8"))
  const gives = async (...more: readonly string[]): Promise<Ran> =>
    call("act", id, "compensate", "--amount", "40000", "--reason", "sorry", "--as", "agent-7", "--json", ...more)
  return { cwd, call, id, rich, gives }
}

describe("F-R9 · a policy that is given on the command line", () => {
  it.each([
    ["real time", []],
    ["virtual time", ["--virtual-time", "--at", "2026-11-20 10:30"]]
  ])("is not put into force by ingest, on %s; act and tick accept none", async (_, time) => {
    const { call, rich, gives } = await store(...time)
    expect((await gives("--policy", rich)).json.ok).toBe(false)
    expect((await call("tick", "--policy", rich)).exit).toBe(2)
    const fed = await call("ingest", rich, "--input", "in.csv", "--map", "verbatim=said", "--map", "channel:=email")
    expect(fed.err).toContain("hearback publish")
    expect((await gives()).json.pending).toBeDefined()
    expect((await call("versions", "--json")).json.versions).toHaveLength(1)
  })

  it("is not put into force by reading a store without one, whatever is in the folder", async () => {
    const cwd = folder()
    for (const name of ["first.policy.yaml", "people.yaml"])
      cpSync(example(`first/${name}`), join(cwd, name.replace("first.policy", "policy")))
    const empty = sqlite(join(cwd, "loop.db"))
    await empty.events.close()
    const call = (...words: readonly string[]): Promise<Ran> =>
      hearback(words, { cwd, env: { HEARBACK_DB: "loop.db" } })
    const looks = [
      "versions",
      "worklist",
      "list",
      "measures",
      "review",
      "verify",
      "anchor",
      "quarantine",
      "undelivered",
      "rebuild",
      "tick",
      "case x",
      "customer x",
      "move",
      "act x close --as agent-7"
    ]
    for (const look of looks) {
      const { exit, err } = await call(...look.split(" "))
      expect([look, exit, err]).toEqual([look, 2, expect.stringContaining("error[")])
    }
    expect((await call("versions")).err).toContain("store/empty")
    const { events } = sqlite(join(cwd, "loop.db"))
    expect(await isPolicyPublished(events, defaultTenant)).toBe(false)
    await events.close()
  })

  it("leaves no store behind if it cannot be read", async () => {
    const cwd = folder()
    writeFileSync(
      join(cwd, "broken.yaml"),
      readFileSync(first, "utf8").replace("urgency: important", "urgency: importent")
    )
    writeFileSync(join(cwd, "in.csv"), "who,said\nC-17,Third time my invoice is wrong.\n")
    const words = ["ingest", "broken.yaml", "--input", "in.csv", "--map", "verbatim=said", "--map", "channel:=email"]
    const { exit, err } = await hearback([...words, "--db", "loop.db"], { cwd })
    expect([exit, err]).toEqual([2, expect.stringContaining("policy/invalid")])
    expect(readdirSync(cwd).sort()).toEqual(["broken.yaml", "in.csv"])
  })

  it.each([
    ["en", "does not exist: create it first"],
    ["zh-CN", "所在的文件夹不存在，请先建立"]
  ])("reports in %s that the folder of the store is missing", async (lang, says) => {
    const cwd = folder()
    writeFileSync(join(cwd, "in.csv"), "who,said\nC-17,Third time my invoice is wrong.\n")
    const words = ["ingest", first, "--input", "in.csv", "--map", "verbatim=said", "--map", "channel:=email"]
    const { exit, err } = await hearback([...words, "--db", "no/such/loop.db", "--lang", lang], { cwd })
    expect([exit, err]).toEqual([2, expect.stringContaining("store/folder")])
    expect(err).toContain(says)
  })

  it("does not bring its own people", async () => {
    const { rich, call, gives } = await store()
    const elsewhere = folder()
    writeFileSync(join(elsewhere, "rich.policy.yaml"), readFileSync(rich, "utf8"))
    const people = readFileSync(example("first/people.yaml"), "utf8").replace("roles: [agent]", "roles: [manager]")
    writeFileSync(join(elsewhere, "people.yaml"), people)
    const map = ["--map", "verbatim=said", "--map", "channel:=email"]
    await call("ingest", join(elsewhere, "rich.policy.yaml"), "--input", "in.csv", ...map)
    expect((await gives()).json.pending).toBeDefined()
  })

  it("is published by a person with authority, with a reason, recorded", async () => {
    const { call, rich, gives } = await store()
    const refused = await call("publish", rich, "--as", "agent-7", "--reason", "I want it")
    expect([refused.exit, refused.out]).toEqual([1, expect.stringContaining("manager")])
    const silent = await call("publish", rich, "--as", "manager-3")
    expect([silent.exit, silent.err.includes("--reason")]).toEqual([2, true])
    const done = await call("publish", rich, "--as", "manager-3", "--reason", "new limits from the board")
    expect([done.exit, done.out]).toEqual([0, expect.stringContaining("is in force")])
    expect((await gives()).json.pending).toBeUndefined()
    const { json, out } = await call("versions", "--json")
    expect(json.versions).toMatchObject([
      { state: "in-force", by: "manager-3", reason: "new limits from the board" },
      { state: "past", by: "system:host", reason: "first-policy" }
    ])
    expect(out).not.toContain("undefined")
    const shown = (await call("versions")).out
    expect(shown).toContain("new limits from the board")
    expect(shown).toMatch(/the host +the first policy of the store/)
    expect((await call("versions", "--lang", "zh")).out).toMatch(/业务系统 +本库的首个策略/)
  })

  it("is refused with errors, shown with warnings, and required", async () => {
    const { call, rich } = await store()
    writeFileSync(rich, readFileSync(rich, "utf8").replace("within: 1 working day", "within: 1 wrking day"))
    const broken = await call("publish", rich, "--as", "manager-3", "--reason", "now")
    expect([broken.exit, broken.err]).toEqual([2, expect.stringContaining("policy/invalid")])
    rmSync(rich)
    expect((await call("publish", rich, "--as", "manager-3", "--reason", "now")).exit).toBe(2)
    expect((await call("versions", "--json")).json.versions).toHaveLength(1)
  })
})

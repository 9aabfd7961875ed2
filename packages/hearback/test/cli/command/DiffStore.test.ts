/** `diff --db`: which cases of a store a change affects. */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { example, folder, hearback, type Ran } from "../Capture.ts"

const first = example("first/first.policy.yaml")

/** Makes a store with four cases, one of them withdrawn, and a second version of its policy. */
const store = async (change: (text: string) => string) => {
  const cwd = folder()
  const call = (...words: readonly string[]): Promise<Ran> => hearback(words, { cwd, env: { HEARBACK_DB: "loop.db" } })
  const rows = ["Third time my invoice is wrong.", "My invoice is wrong.", "The invoice again.", "No invoice came."]
  const lines = rows.map((words, n) => `2026-11-20 10:0${n},C-${n},${words}\n`).join("")
  writeFileSync(join(cwd, "in.csv"), `at,who,said\n${lines}`)
  writeFileSync(join(cwd, "people.yaml"), readFileSync(example("first/people.yaml")))
  const map = ["received=at", "customer=who", "verbatim=said", "channel:=email"].flatMap((pair) => ["--map", pair])
  await call("ingest", first, "--input", "in.csv", ...map, "--virtual-time", "--at", "2026-11-20 10:30", "--json")
  const { cases } = (await call("worklist", "--json")).json
  const ids: readonly string[] = cases.map(({ id }: { id: string }) => id)
  const [closed = ""] = ids
  expect((await call("act", closed, "withdraw", "--as-customer", "C-0", "--reason", "all is well")).exit).toBe(0)
  const second = join(cwd, "second.policy.yaml")
  writeFileSync(second, change(readFileSync(first, "utf8")))
  return { call, closed, open: ids.slice(1), second }
}

describe("diff with a store", () => {
  it("counts open cases that a move would change, and past ones that would have been decided differently", async () => {
    const { call, closed, open, second } = await store(
      (text) => `${text.replace("1 working day", "4 working hours")}clock-defaults: { on-new-version: restart }\n`
    )
    const { exit, json } = await call("diff", first, second, "--db", "loop.db", "--json")
    expect(exit).toBe(0)
    const cases = expect.arrayContaining([...open])
    expect(json.touched.open).toEqual({
      of: 3,
      touched: 3,
      kinds: [
        { of: "due", name: "acknowledged", how: "later", count: 3, cases },
        { of: "due", name: "agreed", how: "sooner", count: 3, cases }
      ]
    })
    expect(json.touched.past).toMatchObject({
      of: 1,
      touched: 1,
      kinds: [{ of: "due", name: "agreed", how: "sooner", count: 1, cases: [closed] }]
    })
    const moved = (await call("move", second, "--dry-run", "--json")).json
    expect(moved.touched.kinds).toEqual(json.touched.open.kinds)
    const { out } = await call("diff", first, second, "--db", "loop.db")
    expect(out).toContain("open cases: a move would change 3 of 3\n")
    expect(out).toContain("past cases: 1 of 1 would have been decided differently\n")
    const written = ["--markdown", "--html", "change.html", "--lang", "zh"]
    expect((await call("diff", first, second, "--db", "loop.db", ...written)).out).toMatch(
      new RegExp(`#### 已结案件：1 件中有 1 件的判定会不同\n\n- .*提前 — 1 \\(${closed}\\)`)
    )
    const page = readFileSync(join(second, "../change.html"), "utf8")
    for (const title of ["open cases: a move would change 3 of 3", "已结案件：1 件中有 1 件的判定会不同"])
      expect(page).toContain(`<h2>${title}</h2>`)
    expect(page).toMatch(new RegExp(`提前</th><td>1</td><td>${closed}</td>`))
    // Nothing is stored.
    expect((await call("versions", "--json")).json.versions ?? []).toHaveLength(1)
  })

  it("counts none if both policies mean the same, and needs a policy with the same id", async () => {
    const { call, second } = await store((text) => `# another layout\n${text}`)
    const { json } = await call("diff", first, second, "--db", "loop.db", "--json")
    expect(json.touched).toMatchObject({ open: { of: 3, touched: 0, kinds: [] }, past: { of: 1, touched: 0 } })
    writeFileSync(second, readFileSync(first, "utf8").replace("policy: first", "policy: other"))
    expect((await call("diff", first, second, "--db", "loop.db")).exit).toBe(1)
  })
})

import { cpSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { example, folder, hearback } from "../Capture.ts"

/** Writes the example with one promise changed. */
const changed = (): string => {
  const cwd = folder()
  cpSync(example("first"), cwd, { recursive: true })
  const path = join(cwd, "first.policy.yaml")
  writeFileSync(path, readFileSync(path, "utf8").replace("within: 1 working day", "within: 4 working hours"))
  return cwd
}

describe("test", () => {
  it("offers no fix that `check --fix` would not write into a scenario file", async () => {
    const cwd = folder()
    cpSync(example("first"), cwd, { recursive: true })
    const path = join(cwd, "scenarios/first.scenario.yaml")
    writeFileSync(path, readFileSync(path, "utf8").replace("category:", "categry:"))
    const { exit, out } = await hearback(["test", "scenarios"], { cwd })
    expect([exit, out]).toEqual([1, expect.stringContaining("fix: write `category`\n")])
  })

  it("runs every scenario of a folder", async () => {
    const { exit, out, json } = await hearback(["test", example("first"), "--json"])
    expect(exit, out).toBe(0)
    expect(json).toMatchObject({ hearback: 1, command: "test", ok: true, summary: { files: 1, failed: 0 } })
  })

  it("shows expected and actual values, and the deciding line of the policy, exit code 1", async () => {
    const cwd = changed()
    const { exit, out } = await hearback(["test"], { cwd })
    expect(exit).toBe(1)
    expect(out).toContain("✗ The third wrong invoice is urgent")
    expect(out).toMatch(
      /A\.due\.agreed +expected 2026-11-17.* +actual 2026-11-16.*scenarios\/first\.scenario\.yaml:\d+ {2}first\.policy\.yaml:12/
    )
    expect(out).toMatch(/1 failed, 0 passed/)
  })

  it("shows the cells and the line of a failing row of examples", async () => {
    const cwd = folder()
    cpSync(example("incidents"), cwd, { recursive: true })
    const path = join(cwd, "scenarios/incidents.scenario.yaml")
    const text = readFileSync(path, "utf8")
    const row = "impact: medium, urgency: low, priority: "
    writeFileSync(path, text.replace(`${row}low`, `${row}moderate`))
    const line = text.slice(0, text.indexOf(row)).split("\n").length
    const { exit, out } = await hearback(["test"], { cwd })
    expect(exit).toBe(1)
    expect(out).toContain(
      `✗ The priority follows from impact and urgency (impact: medium, urgency: low, priority: moderate, workaround: not-needed)  scenarios/incidents.scenario.yaml:${line}\n`
    )
    expect(out).toContain("1 failed, 7 passed")
    const { json } = await hearback(["test", "--json"], { cwd })
    const [failed] = json.files[0].scenarios.filter(({ ok }: { ok: boolean }) => !ok)
    expect(failed).toMatchObject({ example: { impact: "medium", priority: "moderate" }, place: { line } })
  })

  it("answers in Chinese, and as one object with --json", async () => {
    const cwd = changed()
    expect((await hearback(["test", "--lang", "zh"], { cwd })).out).toMatch(/预期 .* 实际 /)
    const { exit, json } = await hearback(["test", "--json"], { cwd })
    expect(exit).toBe(1)
    const steps = json.files[0].scenarios[0].steps
    const wrong = steps.flatMap((step: { expectations: { ok: boolean }[] }) =>
      step.expectations.filter((each) => !each.ok)
    )
    expect(wrong).toMatchObject([{ what: "A.due.agreed", ok: false, because: { line: 12 } }])
  })

  it("shows coverage by kind and line, and fails below the required share", async () => {
    const cwd = changed()
    const asked = await hearback(["test", "--coverage"], { cwd })
    expect(asked.exit).toBe(1)
    expect(asked.out).toMatch(/rows of tables +\d+ \/ \d+ +\d+%/)
    expect(asked.out).toMatch(/first\.policy\.yaml:15 +authority\.limits\.agent\.compensate\.per-month +never exceeded/)
    const files = [example("first"), "--json"]
    expect((await hearback(["test", ...files, "--min", "0"])).exit).toBe(0)
    const { exit, json } = await hearback(["test", ...files, "--coverage", "--min", "100"])
    expect(exit).toBe(1)
    expect(json).toMatchObject({ summary: { failed: 0 }, coverage: [{ policy: "first", kinds: { bounds: {} } }] })
    expect((await hearback(["test", "--coverage", "--min", "101"], { cwd })).exit).toBe(2)
    const proposed = await hearback(["test", ...files, "--propose"])
    const [first] = proposed.json.coverage
    const texts: readonly string[] = first.scenarios
    const numbers: readonly (number | undefined)[] = first.uncovered.map((one: { scenario?: number }) => one.scenario)
    expect(texts[0]).toMatch(/^ {2}- scenario: exercises further parts 1\n {4}steps:\n/)
    expect(Math.max(...numbers.map((number) => number ?? 0))).toBe(texts.length)
    expect((await hearback(["test", "--覆盖率", "--lang", "zh"], { cwd })).out).toMatch(
      /项没有场景覆盖\n.*定级\.urgency\.规则\./
    )
  })

  it("tries as many changes of the policy as requested, and lists the undetected ones", async () => {
    const { exit, json } = await hearback(["test", example("first"), "--mutate", "--most", "4", "--json"])
    expect(exit).toBe(0)
    expect(json.mutation).toMatchObject([{ policy: "first", tried: 4 }])
    const [{ noticed, tried, all, survivors }] = json.mutation
    expect([noticed + survivors.length, all > tried]).toEqual([tried, true])
    expect((await hearback(["test", example("first"), "--most", "4"])).exit).toBe(2)
  })

  it("shows states in the reader's words", async () => {
    const cwd = changed()
    const path = join(cwd, "scenarios/first.scenario.yaml")
    writeFileSync(path, readFileSync(path, "utf8").replace("gates: { agreed: open }", "gates: { agreed: lapsed }"))
    expect((await hearback(["test", "--lang", "zh"], { cwd })).out).toMatch(/A\.关口\.agreed +预期 已失效 +实际 进行中/)
  })

  it("F-C12 · shows steps and expectations in the reader's words, whatever the keys of the file", async () => {
    const cwd = changed()
    const path = join(cwd, "scenarios/first.scenario.yaml")
    const written = readFileSync(path, "utf8")
      .replace("sent: [approval-asked", "sent: [receipt")
      .replace("gates: { agreed: open }", "gates: { agreed: lapsed }")
    writeFileSync(path, written)
    const english = (await hearback(["test", "--lang", "en"], { cwd })).out
    const chinese = (await hearback(["test", "--lang", "zh"], { cwd })).out
    for (const words of ["submit A ", "pass A.acknowledged ", "A.due.agreed ", "A.gates.agreed ", "compensate A "])
      expect(english).toContain(` ${words}`)
    for (const words of ["提交 A ", "通过 A.acknowledged ", "A.时限.agreed ", "A.关口.agreed ", "补偿 A "])
      expect(chinese).toContain(` ${words}`)
    expect(chinese).toMatch(/已发 +预期 receipt 给 supervisor-2 +实际 approval-asked 给 supervisor-2/)

    expect((await hearback(["fmt", "--keys", "zh-CN", path], { cwd })).exit).toBe(0)
    expect(readFileSync(path, "utf8")).toContain("提交: A")
    const shown = (text: string) => text.split("\n").flatMap((line) => /^ {4}\S.*? {2}/.exec(line) ?? [])
    expect(shown((await hearback(["test", "--lang", "en"], { cwd })).out)).toEqual(shown(english))
    expect(shown((await hearback(["test", "--lang", "zh"], { cwd })).out)).toEqual(shown(chinese))
  })

  it("reports findings of the scenario file", async () => {
    const cwd = changed()
    const path = join(cwd, "scenarios/first.scenario.yaml")
    writeFileSync(path, readFileSync(path, "utf8").replace("submit: A", "submitt: A"))
    const { exit, out } = await hearback(["test"], { cwd })
    expect(exit).toBe(1)
    expect(out).toContain("submitt")
  })

  it("names the policy's file as the person would type it, wherever the scenario is", async () => {
    const cwd = changed()
    const path = join(cwd, "first.policy.yaml")
    writeFileSync(path, readFileSync(path, "utf8").replace("language: ", "langage: "))
    expect((await hearback(["test"], { cwd })).out).toMatch(/--> first\.policy\.yaml:\d/)
    expect((await hearback(["test"], { cwd: join(cwd, "scenarios") })).out).toContain("--> ../first.policy.yaml:")
  })

  it("cannot run without a scenario", async () => {
    const { exit, err } = await hearback(["test"], { cwd: folder() })
    expect(exit).toBe(2)
    expect(err).toContain("files that end in .scenario.yaml")
  })
})

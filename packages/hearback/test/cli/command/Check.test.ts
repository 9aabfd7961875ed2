import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { join, parse } from "node:path"
import { describe, expect, it } from "vitest"
import { example, folder, hearback } from "../Capture.ts"

const first = example("first/first.policy.yaml")

/** Writes the example with one line changed. */
const broken = (): { readonly path: string; readonly cwd: string } => {
  const cwd = folder()
  const path = join(cwd, "policy.yaml")
  writeFileSync(path, readFileSync(first, "utf8").replace("urgency: important", "urgency: importent"))
  return { path, cwd }
}

describe("check", () => {
  it("accepts a policy without findings", async () => {
    const { exit, out, err } = await hearback(["check", first])
    expect([exit, err]).toEqual([0, ""])
    expect(out).toMatch(/^1 policy checked in \d+ ms: nothing found\n$/)
  })

  it("reports a missing policy once, and writes paths of tables as seen from the terminal", async () => {
    const cwd = folder()
    const below = join(cwd, "below")
    mkdirSync(below)
    for (const name of ["a.policy.yaml", "b.policy.yaml"]) writeFileSync(join(below, name), readFileSync(first, "utf8"))
    const head = "hearback: 1\nsimulation: what if\n"
    writeFileSync(join(below, "lost.simulation.yaml"), `${head}policy: gone.policy.yaml\n`)
    writeFileSync(join(below, "trace.simulation.yaml"), `${head}policy: a.policy.yaml\narrivals: { trace: came.csv }\n`)
    writeFileSync(join(below, "came.csv"), "received\n2026-03-02 09:00\nsoon\n")
    const { out, exit } = await hearback(
      ["check", "below/a.policy.yaml", "below/b.policy.yaml", "--format", "compact"],
      { cwd }
    )
    expect(exit).toBe(1)
    const found = out.split("\n").flatMap((line) => /^(\S+) (\w+\[\S+\])/u.exec(line)?.slice(1, 3).join(" ") ?? [])
    expect(found.sort()).toEqual([
      "below/came.csv:3:1 warning[value/bad-date]",
      "below/lost.simulation.yaml:3:9 error[file/unreadable]"
    ])
  })

  describe("formats for other tools", () => {
    const found = async (format: string, ...more: readonly string[]) => {
      const { cwd } = broken()
      return await hearback(["check", "policy.yaml", "--format", format, ...more], { cwd })
    }

    it("sarif: each finding with its rule, place, message and fix, and nothing else", async () => {
      const { exit, json } = await found("sarif")
      const [run] = json.runs
      expect([exit, json.version, run.tool.driver.name, run.columnKind]).toEqual([
        1,
        "2.1.0",
        "hearback",
        "utf16CodeUnits"
      ])
      const [result] = run.results
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId)
      expect(result).toMatchObject({
        ruleId: "name/unknown",
        level: "error",
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "policy.yaml" },
              region: { startLine: 9, startColumn: 83, endLine: 9, endColumn: 92 }
            }
          }
        ],
        fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: "important" } }] }] }]
      })
      expect(result.message.text).toContain("importent")
    })

    it("github: one line for each finding, whatever characters it has", async () => {
      const { exit, out } = await found("github")
      expect(exit).toBe(1)
      for (const line of out.trimEnd().split("\n"))
        expect(line).toMatch(
          /^::(?:error|warning|notice) file=policy\.yaml,line=\d+,endLine=\d+,.*title=[a-z-]+\/[a-z-]+::.+$/
        )
      expect(out).toContain("::error file=policy.yaml,line=9,endLine=9,col=83,endColumn=92,title=name/unknown::")
      expect(out).toContain("%0A")
    })

    it("junit: a finding that fails the check fails its test, and a file without findings passes", async () => {
      const { out } = await found("junit")
      expect(out).toContain('<testsuite name="policy.yaml" tests="1" failures="1">')
      expect(out).toContain('<failure type="name/unknown" message="')
      const never = await found("junit", "--fail-on", "never")
      expect([never.exit, never.out.includes("<failure"), never.out.includes("<system-out>")]).toEqual([0, false, true])
      const clean = await hearback(["check", first, "--format", "junit"])
      expect(clean.out).toContain('<testsuites name="hearback check" tests="1" failures="0">')
    })
  })

  it("--watch checks again after every change until it is interrupted, even if its output is in the folder", async () => {
    const { cwd, path } = broken()
    const ended = new AbortController()
    const said: string[] = []
    let wake = (): void => {}
    const until = async (text: RegExp): Promise<void> => {
      while (!text.test(said.join("")))
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
    const out = (text: string): void => {
      said.push(text)
      writeFileSync(join(cwd, "check.txt"), said.join(""))
      wake()
    }
    const running = hearback(["check", "policy.yaml", "--watch"], { cwd, terminal: { out, interrupted: ended.signal } })
    await until(/name\/unknown[\s\S]*waiting for changes/)
    writeFileSync(path, readFileSync(first, "utf8"))
    await until(/nothing found[\s\S]*waiting for changes/)
    rmSync(path)
    await until(/no file `policy.yaml`\s*waiting for changes/)
    writeFileSync(path, readFileSync(first, "utf8"))
    await until(/no file[\s\S]*nothing found[\s\S]*waiting for changes/)
    ended.abort()
    expect((await running).exit).toBe(0)
    expect(said.join("").match(/waiting for changes/g)).toHaveLength(4)
    expect((await hearback(["check", "policy.yaml", "--watch", "--json"], { cwd })).exit).toBe(2)
  })

  it("F-E5 · --fix changes no file outside the folder of the policy", async () => {
    const cwd = folder()
    mkdirSync(join(cwd, "in"))
    const other = "hearback: 1\npack: other\nlanguage: en\nclocks: { agreed: { wihtin: 2 days } }\n"
    writeFileSync(join(cwd, "other.policy.yaml"), other)
    writeFileSync(
      join(cwd, "in/policy.yaml"),
      readFileSync(first, "utf8").replace("extends: [", "extends: [../other.policy.yaml, ")
    )
    const { exit, out } = await hearback(["check", "in/policy.yaml", "--fix"], { cwd })
    expect([exit, readFileSync(join(cwd, "other.policy.yaml"), "utf8")]).toEqual([1, other])
    expect(out).toContain("`../other.policy.yaml` is outside the folder of the policy")
  })

  it("reports other errors beside a number that a comma split, and --fix corrects the number", async () => {
    const cwd = folder()
    const text = readFileSync(first, "utf8").replace("within: 1 working day", "within: one working day")
    writeFileSync(join(cwd, "policy.yaml"), text.replace("per-case: 500", "per-case: 1,200"))
    const { out } = await hearback(["check", "policy.yaml"], { cwd })
    expect(out).toContain("error[yaml/comma]")
    expect(out).toContain("error[value/bad-length]")
    const fixed = await hearback(["check", "policy.yaml", "--fix"], { cwd })
    expect([fixed.exit, fixed.out]).toEqual([1, expect.stringContaining("corrected policy.yaml")])
    expect(readFileSync(join(cwd, "policy.yaml"), "utf8")).toBe(text.replace("per-case: 500", "per-case: 1200"))
    expect(fixed.out).not.toContain("applies it")
  })

  it("--fix explains why it does not write a fix, and does not offer it again", async () => {
    const cwd = folder()
    const text = readFileSync(first, "utf8").replace(
      "agreed: { within: 1 working day",
      "agreed：{ within: one working day"
    )
    writeFileSync(join(cwd, "policy.yaml"), text)
    expect((await hearback(["check", "policy.yaml"], { cwd })).out).toContain("check --fix` applies it")
    const { exit, out } = await hearback(["check", "policy.yaml", "--fix"], { cwd })
    expect([exit, readFileSync(join(cwd, "policy.yaml"), "utf8")]).toEqual([1, text])
    expect(out).toContain("1 fix was not written, because it causes other findings")
    expect(out).not.toContain("applies it")
  })

  it("finds the policy of a folder, and the one in the current folder", async () => {
    expect((await hearback(["check", example("first")])).exit).toBe(0)
    expect((await hearback(["check"], { cwd: example("first/scenarios") })).exit).toBe(0)
    // Not in a temporary folder, because a folder above it can contain a policy.
    expect((await hearback(["check"], { cwd: parse(folder()).root })).err).toContain("error[policy/none]")
  })

  it("shows the line with carets, with the path as one would type it", async () => {
    const { cwd } = broken()
    const { exit, out } = await hearback(["check", "policy.yaml"], { cwd })
    expect(exit).toBe(1)
    expect(out).toContain("--> policy.yaml:9:")
    expect(out).toMatch(/9 \| .*importent/)
    expect(out).toContain("^^^^^^^^^")
    expect(out).toMatch(/1 error\n`hearback explain name\/unknown` explains this, with an example\n$/)
  })

  it("answers in Chinese", async () => {
    const { cwd } = broken()
    const { out } = await hearback(["check", "policy.yaml", "--lang", "zh"], { cwd })
    expect(out).toMatch(/1 处错误\n`hearback 详解 name\/unknown` 说明含义并给出例子\n$/)
    expect(out).toContain("importent")
  })

  it("is one object with --json and with --format json", async () => {
    const { cwd } = broken()
    for (const flag of [["--json"], ["--format", "json"]]) {
      const { exit, json } = await hearback(["check", "policy.yaml", ...flag], { cwd })
      expect(exit).toBe(1)
      expect(json).toMatchObject({
        hearback: 1,
        command: "check",
        ok: false,
        summary: { files: 1, error: 1, warning: 0 }
      })
      const [finding] = json.diagnostics
      expect(finding).toMatchObject({
        level: "error",
        primary: { file: "policy.yaml", start: [9, expect.any(Number)] }
      })
      expect(finding.code).toMatch(/^[a-z-]+\/[a-z-]+$/)
    }
  })

  it("prints one line for each finding with --format compact", async () => {
    const { cwd } = broken()
    const { out } = await hearback(["check", "policy.yaml", "--format", "compact"], { cwd })
    expect(out.split("\n")[0]).toMatch(/^policy\.yaml:9:\d+ error\[/)
  })

  it("obeys --fail-on", async () => {
    const { cwd } = broken()
    expect((await hearback(["check", "policy.yaml", "--fail-on", "never"], { cwd })).exit).toBe(0)
    const doubtful = join(folder(), "policy.yaml")
    const silent = "loops: { complaint: { customer-loop: { confirmed: { silence: removed } } } }\n"
    writeFileSync(doubtful, `${readFileSync(first, "utf8")}${silent}`)
    const { json } = await hearback(["check", doubtful, "--json"])
    expect(json.summary).toMatchObject({ error: 0, warning: 1 })
    expect((await hearback(["check", doubtful])).exit).toBe(0)
    expect((await hearback(["check", doubtful, "--fail-on", "warning"])).exit).toBe(1)
  })

  it("writes only certain fixes with --fix", async () => {
    const { cwd, path } = broken()
    const { exit, json } = await hearback(["check", "policy.yaml", "--fix", "--json"], { cwd })
    expect(exit).toBe(0)
    expect(json).toMatchObject({ ok: true, mended: ["policy.yaml"], diagnostics: [] })
    expect((await hearback(["check", "policy.yaml", "--fix", "--json"], { cwd })).json.mended).toEqual([])
    expect(readFileSync(path, "utf8")).toBe(readFileSync(first, "utf8"))
  })

  it("F-C4 · shows what --fix changed, line by line", async () => {
    const { cwd } = broken()
    const { out } = await hearback(["check", "policy.yaml", "--fix"], { cwd })
    expect(out).toMatch(/^--- policy\.yaml\n\+\+\+ policy\.yaml\n@@ -7 \+7 @@\n/)
    expect(out).toMatch(/\n-.*importent.*\n\+.*important.*\n/)
    expect(out).toContain("corrected policy.yaml")
    const again = await hearback(["check", "policy.yaml", "--fix", "--json"], { cwd })
    expect(again.json).toMatchObject({ mended: [], diff: "" })
  })

  it("F-C9 · reads the people file beside the policy", async () => {
    const { cwd } = broken()
    writeFileSync(join(cwd, "policy.yaml"), readFileSync(first, "utf8"))
    writeFileSync(join(cwd, "people.yaml"), "hearback: 1\npeople: { ann: { roles: [agent, manager] } }\n")
    const { json } = await hearback(["check", "--json"], { cwd })
    expect(json.diagnostics.map(({ code }: { code: string }) => code)).toEqual(["people/nobody-is"])
    writeFileSync(join(cwd, "people.yaml"), "hearback: 1\npeople: { ann: { roles: [agnt] } }\n")
    const { exit, out } = await hearback(["check"], { cwd })
    expect(exit).toBe(1)
    expect(out).toContain("--> people.yaml:2:")
  })

  it("cannot run, with the reason, for circular links, broken links and folders without a policy", async () => {
    const cwd = folder()
    symlinkSync("self.policy.yaml", join(cwd, "self.policy.yaml"))
    symlinkSync("nowhere", join(cwd, "gone.policy.yaml"))
    mkdirSync(join(cwd, "empty"))
    for (const name of ["self.policy.yaml", "gone.policy.yaml"]) {
      const { exit, err } = await hearback(["check", name], { cwd })
      expect([exit, err.split("\n")[0]]).toEqual([2, `error[file/missing]: there is no file \`${name}\``])
    }
    const { exit, err } = await hearback(["check", "empty"], { cwd })
    expect([exit, err.split("\n")[0]]).toEqual([2, "error[policy/none]: there is no policy in `empty`"])
    expect((await hearback(["check", "empty", "--lang", "zh"], { cwd })).err).toContain("`empty` 中没有策略文件")
  })

  it("cannot run if the file is missing", async () => {
    const { exit, err } = await hearback(["check", "nowhere.yaml"])
    expect(exit).toBe(2)
    expect(err).toContain("error[file/missing]: there is no file `nowhere.yaml`")
  })
})

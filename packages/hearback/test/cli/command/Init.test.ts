import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { describe, expect, it } from "vitest"
import { folder, hearback } from "../Capture.ts"

describe("init", () => {
  for (const lang of ["en", "zh"])
    it(`writes in ${lang} what passes check without a finding, and test`, async () => {
      const cwd = folder()
      const { exit, json } = await hearback(["init", "my-loop", "--lang", lang, "--json"], { cwd })
      expect(exit).toBe(0)
      expect(json).toMatchObject({
        ok: true,
        policy: "my-loop",
        files: expect.arrayContaining(["my-loop/policy.yaml"])
      })
      const inside = join(cwd, "my-loop")
      expect(readdirSync(inside).sort()).toEqual(["README.md", "people.yaml", "policy.scenario.yaml", "policy.yaml"])
      const check = await hearback(["check", "--json", "--fail-on", "warning"], { cwd: inside })
      expect(check.json.diagnostics).toEqual([])
      expect((await hearback(["fmt", "--check", "--json"], { cwd: inside })).json).toMatchObject({
        ok: true,
        changed: []
      })
      const test = await hearback(["test", "--json"], { cwd: inside })
      expect(test.json, test.out).toMatchObject({ ok: true, summary: { scenarios: 1, passed: 1, failed: 0 } })
    })

  it("writes Chinese keys in Chinese, with the schemas of Chinese keys", async () => {
    const cwd = folder()
    await hearback(["init", "--lang", "zh"], { cwd })
    for (const file of ["policy.yaml", "people.yaml", "policy.scenario.yaml"])
      expect(readFileSync(join(cwd, file), "utf8")).toMatch(/\.zh\.schema\.json\n闭环: 1\b/)
    const { json } = await hearback(["check", "policy.yaml", "--json"], { cwd })
    expect(json.ok).toBe(true)
  })

  it.each(["en", "zh"])(
    "begins each file in %s with the line by which editors find its schema, and the schema is there",
    async (lang) => {
      const cwd = folder()
      await hearback(["init", "--lang", lang], { cwd })
      for (const file of ["policy.yaml", "people.yaml", "policy.scenario.yaml"]) {
        const schema =
          /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(join(cwd, file), "utf8"))?.[1] ?? ""
        const path = resolve(dirname(join(cwd, file)), schema)
        expect(existsSync(path), path).toBe(true)
      }
    }
  )

  it("takes no zone from the environment that is none", async () => {
    for (const zone of ["Mars/Olympus", "CST-8", ":/etc/localtime", ""]) {
      const cwd = folder()
      await hearback(["init"], { cwd, env: { TZ: zone } })
      expect((await hearback(["check", "--json"], { cwd })).json, zone).toMatchObject({ ok: true })
    }
    const cwd = folder()
    await hearback(["init"], { cwd, env: { TZ: "Europe/London" } })
    expect(readFileSync(join(cwd, "policy.yaml"), "utf8")).toContain("time-zone: Europe/London")
  })

  it("never overwrites unless told to", async () => {
    const cwd = folder()
    await hearback(["init"], { cwd })
    const { exit, err } = await hearback(["init"], { cwd })
    expect(exit).toBe(2)
    expect(err).toContain("already there: `policy.yaml`")
    expect((await hearback(["init", "--force"], { cwd })).exit).toBe(0)
  })

  it("refuses a name that no policy can have", async () => {
    expect((await hearback(["init", "--name", "a b/c"], { cwd: folder() })).err).toContain("error[init/bad-name]")
  })
})

import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { packs } from "@hearback/policy"
import { describe, expect, it } from "vitest"
import { folder, hearback, root } from "../Capture.ts"

const policyFiles = ["README.md", "feedback.csv", "people.yaml", "policy.scenario.yaml", "policy.yaml"]

/** The folders as npm makes them. */
const installInto = (folder: string): void => {
  mkdirSync(join(folder, "node_modules"), { recursive: true })
  symlinkSync(join(root, "packages/hearback"), join(folder, "node_modules/hearback"), "junction")
}

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
      expect(readdirSync(inside).sort()).toEqual(policyFiles)
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

  it.each(["en", "zh"])("begins each file in %s with the line by which editors find its schema", async (lang) => {
    const cwd = folder()
    await hearback(["init", "--lang", lang], { cwd })
    for (const file of ["policy.yaml", "people.yaml", "policy.scenario.yaml"])
      expect(readFileSync(join(cwd, file), "utf8")).toMatch(
        /^# yaml-language-server: \$schema=\.\/node_modules\/hearback\/schemas\/\S+\.schema\.json\n/
      )
  })

  it("finds the schemas if the package is installed in a folder above", async () => {
    const cwd = folder()
    installInto(cwd)
    await hearback(["init", "a/b"], { cwd })
    expect(readFileSync(join(cwd, "a/b/policy.yaml"), "utf8")).toContain("$schema=../../node_modules/hearback/schemas/")
  })

  it("prints the next commands, as they can be typed", async () => {
    const next = async (env: Readonly<Record<string, string>>, installed = false) => {
      const cwd = folder()
      if (installed) installInto(cwd)
      return (await hearback(["init", "my-loop", "--json"], { cwd, env })).json.next
    }
    const onPath = folder()
    writeFileSync(join(onPath, "hearback"), "")
    const install = "npm install hearback"
    expect(await next({ PATH: onPath })).toEqual(["cd my-loop", install, "hearback check", "hearback test"])
    expect(await next({ PATH: "/nowhere" }, true)).toEqual(["cd my-loop", "npx hearback check", "npx hearback test"])
    const byNpx = join(folder(), "node_modules/.bin")
    mkdirSync(byNpx, { recursive: true })
    writeFileSync(join(byNpx, "hearback"), "")
    expect(await next({ PATH: byNpx }, true)).toContain("npx hearback check")
    expect(await next({ PATH: "", HEARBACK_COMMAND: "npm run -s hearback --" }, true)).toContain(
      "npm run -s hearback -- check"
    )
  })

  it("prints Chinese commands to readers of Chinese", async () => {
    const { json } = await hearback(["init", "my-loop", "--lang", "zh", "--json"], { cwd: folder(), env: { PATH: "" } })
    expect(json.next.slice(-2)).toEqual(["npx hearback 检查", "npx hearback 测试"])
  })

  it("quotes a folder whose name a shell would split", async () => {
    const { json } = await hearback(["init", "my loop", "--json"], { cwd: folder() })
    expect(json.next[0]).toBe('cd "my loop"')
  })

  it.each(["en", "zh"])("writes in %s a separate project on request", async (lang) => {
    const cwd = folder()
    const { json } = await hearback(["init", "my-loop", "--project", "--lang", lang, "--json"], { cwd })
    const inside = join(cwd, "my-loop")
    const more = [".gitignore", "index.ts", "package.json", "tsconfig.json"]
    expect(readdirSync(inside).sort()).toEqual([...policyFiles, ...more].sort())
    expect(json.next).toEqual(["cd my-loop", "npm install", "npm test", "npm start"])
    expect(readFileSync(join(inside, "README.md"), "utf8")).toContain("\nnpm start\n")
    const { exit, err } = await hearback(["init", "my-loop", "--project"], { cwd })
    expect([exit, err]).toEqual([2, expect.stringContaining("`my-loop/package.json`")])
  })

  it("explains that the folder cannot be written", async () => {
    const cwd = folder()
    writeFileSync(join(cwd, "file"), "")
    const { exit, err } = await hearback(["init", "file"], { cwd })
    expect([exit, err]).toEqual([2, expect.stringContaining("error[file/unwritable]")])
  })

  it("takes no invalid zone from the environment", async () => {
    for (const zone of ["Mars/Olympus", "CST-8", ":/etc/localtime", ""]) {
      const cwd = folder()
      await hearback(["init"], { cwd, env: { TZ: zone } })
      expect((await hearback(["check", "--json"], { cwd })).json, zone).toMatchObject({ ok: true })
    }
    const cwd = folder()
    await hearback(["init"], { cwd, env: { TZ: "Europe/London" } })
    expect(readFileSync(join(cwd, "policy.yaml"), "utf8")).toContain("time-zone: Europe/London")
  })

  it("overwrites only on request", async () => {
    const cwd = folder()
    await hearback(["init"], { cwd })
    const { exit, err } = await hearback(["init"], { cwd })
    expect(exit).toBe(2)
    expect(err).toContain("already exists: `policy.yaml`")
    expect((await hearback(["init", "--force"], { cwd })).exit).toBe(0)
  })

  it.each([...packs().keys()])("writes a policy on %s that passes check", async (pack) => {
    const cwd = folder()
    const name = pack.slice("pack:".length)
    const { json } = await hearback(["init", "--pack", name, "--name", "mine", "--json"], { cwd })
    expect(json.files).toEqual(["policy.yaml", "people.yaml", "policy.scenario.yaml"])
    const { diagnostics } = (await hearback(["check", "--json"], { cwd })).json
    expect(diagnostics.map(({ code }: { code: string }) => code)).toEqual(
      diagnostics.length === 0 ? [] : ["calendar/holidays-end"]
    )
  })

  it.each(["base", "uk-fca-disp", "cn-first-receiver"])(
    "writes a policy on %s that passes fmt and test",
    async (pack) => {
      const cwd = folder()
      await hearback(["init", "--pack", pack], { cwd })
      expect((await hearback(["fmt", "--check", "--json"], { cwd })).json).toMatchObject({ ok: true })
      expect((await hearback(["test", "--json"], { cwd })).json).toMatchObject({ ok: true, summary: { passed: 1 } })
    }
  )

  it("writes a policy on a pack in the pack's language, or in the requested one", async () => {
    const first = async (...more: readonly string[]) => {
      const cwd = folder()
      await hearback(["init", "--pack", "cn-cbirc", ...more], { cwd })
      return readFileSync(join(cwd, "policy.yaml"), "utf8")
    }
    expect(await first()).toMatch(/^# \S+ \S+policy\.zh\.schema\.json\n闭环: 1\n/)
    expect(await first("--lang", "en")).toMatch(/\nhearback: 1\n.*\nlanguage: en\nextends: \[pack:cn-cbirc\]/)
  })

  it("refuses an unknown pack, and a project with a pack", async () => {
    const err = async (...more: readonly string[]) => (await hearback(["init", ...more], { cwd: folder() })).err
    expect(await err("--pack", "cn-cbric")).toMatch(/there is no pack `cn-cbric`.*cn-cbirc/s)
    expect(await err("--pack", "starter", "--project")).toContain("error[usage/pack-of-project]")
  })

  it("refuses a name that no policy can have", async () => {
    expect((await hearback(["init", "--name", "a b/c"], { cwd: folder() })).err).toContain("error[init/bad-name]")
  })
})

import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { example, folder, hearback } from "../Capture.ts"

const untidy =
  "hearback: 1\npolicy: shop\nlanguage: en\nextends: [pack:starter]\ncurrency: CNY\ntime-zone: Asia/Shanghai\n"
const tidy =
  "hearback: 1\npolicy: shop\nlanguage: en\nextends: [pack:starter]\ntime-zone: Asia/Shanghai\ncurrency: CNY\n"

/** Makes a folder with an unformatted policy, an unformatted people file, and a file of another kind. */
const shop = (policy = untidy): string => {
  const cwd = folder()
  writeFileSync(join(cwd, "shop.policy.yaml"), policy)
  writeFileSync(join(cwd, "people.yaml"), "hearback: 1\npeople:\n  ada: { name: Ada, roles: [agent] }\n")
  mkdirSync(join(cwd, "ci"))
  writeFileSync(join(cwd, "ci", "build.yaml"), "a:   1\n")
  return cwd
}
const policyIn = (cwd: string): string => readFileSync(join(cwd, "shop.policy.yaml"), "utf8")

describe("fmt", () => {
  it("formats what is not yet formatted, and nothing else", async () => {
    const cwd = shop()
    const { exit, out, err } = await hearback(["fmt"], { cwd })
    expect([exit, out, err]).toEqual([0, "formatted shop.policy.yaml\n2 files, 1 changed\n", ""])
    expect(policyIn(cwd)).toBe(tidy)
    expect(readFileSync(join(cwd, "ci", "build.yaml"), "utf8")).toBe("a:   1\n")
    expect((await hearback(["fmt"], { cwd })).out).toBe("2 files, none to change\n")
  })

  it("with --check writes nothing and fails", async () => {
    const cwd = shop()
    const { exit, out } = await hearback(["fmt", "--check"], { cwd })
    expect([exit, out]).toEqual([1, "would format shop.policy.yaml\n2 files, 1 to change\n"])
    expect(policyIn(cwd)).toBe(untidy)
    expect((await hearback(["fmt", "--check"], { cwd: shop(tidy) })).exit).toBe(0)
  })

  it("translates keys, and back", async () => {
    const cwd = shop(tidy)
    expect((await hearback(["fmt", "--keys", "zh-CN"], { cwd })).exit).toBe(0)
    expect(policyIn(cwd)).toMatch(/^闭环: 1\n策略: shop\n/)
    expect((await hearback(["check"], { cwd })).exit).toBe(0)
    expect((await hearback(["fmt", "--keys", "en", "--lang", "zh"], { cwd })).out).toMatch(/2 个文件，改写了 2 个\n$/)
    expect(policyIn(cwd)).toBe(tidy)
    expect((await hearback(["fmt", "--keys", "fr"], { cwd })).exit).toBe(2)
  })

  it("leaves a file with errors unchanged, and reports their places", async () => {
    const cwd = shop(`${untidy}渠道: {}\n`)
    const { exit, out } = await hearback(["fmt"], { cwd })
    expect(exit).toBe(1)
    expect(out).toContain("error[language/mixed-keys]")
    expect(out).toContain("--> shop.policy.yaml:7:1")
    expect(out).toMatch(/2 files, none to change, 1 with errors, not changed\n$/)
    expect(policyIn(cwd)).toBe(`${untidy}渠道: {}\n`)
  })

  it("--flat prints the policy with everything that it extends and its sources, and writes nothing", async () => {
    const cwd = shop()
    const { exit, out } = await hearback(["fmt", "shop.policy.yaml", "--flat"], { cwd })
    expect(exit).toBe(0)
    expect(out).toContain("policy: shop # shop.policy.yaml:2\n")
    expect(out).toMatch(/^ {2}first-owner: \[receiver, agent, supervisor\] # pack:starter:\d+$/m)
    expect(policyIn(cwd)).toBe(untidy)
    writeFileSync(join(cwd, "flat.policy.yaml"), out)
    expect((await hearback(["fmt", "--check", "flat.policy.yaml"], { cwd })).exit).toBe(0)
    const chinese = await hearback(["fmt", "shop.policy.yaml", "--flat", "--keys", "zh-CN"], { cwd })
    expect(chinese.out).toMatch(/^ {2}首问责任人: \[首位接收人, agent, supervisor\] # pack:starter:\d+$/m)
  })

  it("skips broken links, and formats the rest", async () => {
    const cwd = shop()
    symlinkSync("nowhere", join(cwd, "gone.policy.yaml"))
    symlinkSync("..", join(cwd, "ci", "up.policy.yaml"))
    const { exit, err } = await hearback(["fmt"], { cwd })
    expect([exit, err]).toEqual([0, ""])
    expect(policyIn(cwd)).toBe(tidy)
  })

  it("F-E5 · changes nothing outside the folder through a link", async () => {
    const [cwd, outside] = [shop(), shop()]
    symlinkSync(join(outside, "shop.policy.yaml"), join(cwd, "linked.policy.yaml"))
    expect((await hearback(["fmt"], { cwd })).exit).toBe(0)
    expect(policyIn(outside)).toBe(untidy)
  })

  it("answers as JSON", async () => {
    const { json } = await hearback(["fmt", "--check", "--json"], { cwd: shop() })
    expect(json).toMatchObject({ command: "fmt", ok: false, changed: ["shop.policy.yaml"], diagnostics: [] })
    expect(json.summary).toMatchObject({ files: 2, changed: 1, failed: 0 })
    const flat = await hearback(["fmt", example("first"), "--flat", "--json"])
    expect(flat.json.text).toContain("hearback: 1 # first.policy.yaml:")
  })
})

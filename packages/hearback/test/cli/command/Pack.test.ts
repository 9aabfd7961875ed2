import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { packs } from "@hearback/policy"
import { describe, expect, it } from "vitest"
import { widthOf } from "../../../src/cli/terminal/Columns.ts"
import { folder, hearback } from "../Capture.ts"

const codes = (json: { readonly diagnostics: readonly { readonly code: string }[] }) =>
  json.diagnostics.map(({ code }) => code)

describe("pack list", () => {
  it("has every pack, with its version, languages and sources", async () => {
    const { exit, json } = await hearback(["pack", "--json"])
    expect(exit).toBe(0)
    expect(json.packs.map(({ name }: { name: string }) => `pack:${name}`)).toEqual([...packs().keys()])
    expect(json.packs.find(({ name }: { name: string }) => name === "uk-fca-disp")).toMatchObject({
      version: expect.any(Number),
      keys: "en",
      languages: ["en"],
      promises: 8,
      sources: ["DISP"]
    })
  })
})

describe("pack show", () => {
  it("shows each promise with its clause, and how far its text was checked", async () => {
    const { out } = await hearback(["pack", "show", "uk-fca-disp"])
    expect(out).toMatch(/Final or holding response \(eight-weeks\) +8 weeks +received +never +never +DISP 1\.6\.2R\n/)
    expect(out).toMatch(/DISP 1\.7, complaints forwarding rules.*2026-06-30 +not verified/)
    expect(out).toMatch(/the pack does not set `currency`: a policy that extends it has to/)
    expect(out).toMatch(/Not legal advice\.\n$/)
    const narrow = await hearback(["pack", "show", "uk-fca-disp"], { terminal: { columns: 90, outIsTerminal: true } })
    expect(narrow.out.split("\n").filter((line) => widthOf(line) > 90)).toEqual([])
  })

  it("is in the reader's language, for a pack of either language", async () => {
    const { out } = await hearback(["策略包", "查看", "cn-12345", "--lang", "zh"])
    expect(out).toMatch(/办结并答复（已办结） +应急类 当日、咨询求助类 3 个工作日、投诉建议类 13 个工作日/)
    expect(out).toMatch(/不构成法律意见。\n$/)
    const english = (await hearback(["pack", "show", "cn-12345"])).out
    expect(english).toMatch(
      /Resolution and answer \(已办结\) +应急类 same day, 咨询求助类 3 working days, 投诉建议类 13 working days/
    )
    expect((await hearback(["pack", "show", "pack:uk-fca-disp", "--lang", "zh"])).out).toMatch(/8 周 +收到 +不可/)
  })

  it("gives the same as data", async () => {
    const { json } = await hearback(["pack", "show", "cn-cbirc", "--json"])
    expect(json.pack.promises).toContainEqual(
      expect.objectContaining({
        name: "三十日",
        within: [{ length: { en: "30 days", "zh-CN": "30 天" } }],
        extension: expect.objectContaining({ times: 1 }),
        basis: "投诉办法关于再延长三十日"
      })
    )
    expect(json.notice).toBe("Not legal advice.")
  })

  it("names the pack that was meant", async () => {
    const { exit, err } = await hearback(["pack", "show", "uk-fca"])
    expect([exit, err]).toEqual([2, expect.stringContaining("there is no pack `uk-fca`")])
    expect((await hearback(["pack", "show"])).err).toContain("`pack show` needs the name of a pack")
  })
})

describe("pack lock", () => {
  it("is written beside the policy, and check reports what differs from it", async () => {
    const cwd = folder()
    await hearback(["init"], { cwd })
    const { exit, json } = await hearback(["pack", "lock", "--json"], { cwd })
    expect([exit, json.file, Object.keys(json.packs)]).toEqual([0, "policy.lock.json", ["pack:base", "pack:starter"]])
    expect(codes((await hearback(["check", "--json"], { cwd })).json)).toEqual([])

    const file = join(cwd, "policy.lock.json")
    const locked = readFileSync(file, "utf8")
    writeFileSync(
      file,
      locked.replace(/"version": \d+,(\s*)"sha256": "\w+"(\s*\},\s*"pack:starter")/, '"version": 0,$1"sha256": "00"$2')
    )
    const { exit: no, out } = await hearback(["check"], { cwd })
    expect([no, out]).toEqual([1, expect.stringMatching(/`pack:base` was version 0 and is version [1-9]/)])
    expect(out).toContain("then lock again: `hearback pack lock`")

    writeFileSync(file, locked.replace(/"version": \d+/, '"version": 0'))
    expect(codes((await hearback(["check", "--json"], { cwd })).json)).toEqual(["lock/changed"])

    await hearback(["pack", "lock"], { cwd })
    expect(readFileSync(file, "utf8")).toBe(locked)
  })

  it("includes added and removed packs, and is optional", async () => {
    const cwd = folder()
    await hearback(["init"], { cwd })
    const file = join(cwd, "policy.lock.json")
    expect(existsSync(file)).toBe(false)
    writeFileSync(file, '{ "hearback": 1, "packs": { "pack:gone": { "version": 1, "sha256": "00" } } }')
    const { json } = await hearback(["check", "--json"], { cwd })
    expect(codes(json)).toEqual(["lock/changed"])
    expect(json.diagnostics[0].message).toContain("`pack:base` is new, `pack:gone` is missing")
    writeFileSync(file, "not JSON")
    expect(codes((await hearback(["check", "--json"], { cwd })).json)).toEqual(["lock/not-a-lock"])
  })
})

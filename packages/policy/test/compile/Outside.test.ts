/** Files of a policy on disk: no file outside its folder is read, put into a bundle, or repaired. */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { describe, expect, it } from "vitest"
import { compileFile, repairFile } from "../../src/node.ts"
import { head } from "./Sample.ts"

/** Returns a folder `in` with the policy, and a folder beside it that does not belong to the policy. */
const folders = (files: Readonly<Record<string, string>>) => {
  const at = realpathSync(mkdtempSync(join(tmpdir(), "hearback-outside-")))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(at, path)), { recursive: true })
    writeFileSync(join(at, path), text)
  }
  for (const [path, text] of Object.entries({ "secret.md": "canary", "out/secret.md": "canary", ...files }))
    write(path, text)
  return { at, policy: join(at, "in/shop.policy.yaml") }
}

const other = "hearback: 1\npack: other\nlanguage: en\nclocks: { agreed: { wihtin: 2 days } }\n"
const part = "hearback: 1\npart-of: shop\nroles: { supervisor: { title: Clerk } }\n"
const letter = (path: string) => `${head}messages: { result: { file: '${path}' } }\n`
const extending = (path: string) => head.replace("[pack:starter]", `[pack:starter, '${path}']`)

const outside = (at: string): Readonly<Record<string, string>> => ({
  "a text above": letter("../secret.md"),
  "a text far above": letter("../../../../../../../../etc/passwd"),
  "a text by way of a folder": letter("letters/../../secret.md"),
  "an absolute path": letter(join(at, "secret.md")),
  "an absolute path in its folder": letter(join(at, "in/result.md")),
  backslashes: letter("..\\secret.md"),
  "a drive": letter("C:\\secret.md"),
  "a drive without a root": letter("C:secret.md"),
  "a server": letter("\\\\host\\share\\secret.md"),
  "the folder itself": letter("."),
  "a link": letter("link.md"),
  "a link for one language": letter("spoken.md"),
  "a link to a folder": letter("linked/secret.md"),
  "a policy above": extending("../other.policy.yaml"),
  "a policy with backslashes": extending("..\\other.policy.yaml"),
  "an absolute policy": extending(join(at, "other.policy.yaml")),
  "a linked policy": extending("link.policy.yaml"),
  "a part above": `${head}parts: [../words.part.yaml]\n`,
  "an absolute part": `${head}parts: ['${join(at, "words.part.yaml")}']\n`,
  "a linked part": `${head}parts: [link.part.yaml]\n`
})

/** The files outside, and the links that lead to them. */
const trap = () => {
  const made = folders({ "other.policy.yaml": other, "words.part.yaml": part, "in/result.md": "{result} {shortfall}" })
  const link = (to: string, from: string) => symlinkSync(join(made.at, to), join(made.at, "in", from))
  link("secret.md", "link.md")
  link("secret.md", "spoken.en.md")
  link("out", "linked")
  link("other.policy.yaml", "link.policy.yaml")
  link("words.part.yaml", "link.part.yaml")
  return made
}

describe("F-E5 · a file outside the folder of the policy", () => {
  it.each(Object.keys(outside("")))("F-E5 · is not read: %s", (name) => {
    const { at, policy } = trap()
    writeFileSync(policy, outside(at)[name] ?? "")
    const { bundle, diagnostics, files } = compileFile(policy)
    expect(diagnostics.map(({ code }) => code)).toEqual(["file/outside"])
    expect(bundle).toBeUndefined()
    expect(JSON.stringify([files, diagnostics])).not.toContain("canary")
  })

  it.each(["../other.policy.yaml", "link.policy.yaml"])("F-E5 · is not repaired: %s", (path) => {
    const { at, policy } = trap()
    writeFileSync(policy, extending(path).replace("currency: CNY", "currency: RMB"))
    for (const { path: changed, after } of repairFile(policy)) writeFileSync(join(dirname(policy), changed), after)
    expect(readFileSync(join(at, "other.policy.yaml"), "utf8")).toBe(other)
  })

  it("F-E5 · cannot be the people file, either", () => {
    const { at, policy } = trap()
    writeFileSync(policy, head)
    writeFileSync(join(at, "people.yaml"), "hearback: 1\npeople: []\n")
    symlinkSync(join(at, "people.yaml"), join(at, "in/people.yaml"))
    const codes = (people: string) => compileFile(policy, { people }).diagnostics.map(({ code }) => code)
    expect([codes("../people.yaml"), codes("people.yaml")]).toEqual([["file/outside"], ["file/outside"]])
  })
})

describe("a file inside the folder", () => {
  it("can be reached by `..` from a folder below, and is relative to the file that names it", () => {
    const { policy } = folders({
      "in/shop.policy.yaml": `${head}parts: [parts/words.part.yaml]\n`,
      "in/parts/words.part.yaml": `${part}messages: { result: { file: ../letters/result.md } }\n`,
      "in/letters/result.md": "{result} What we could not do: {shortfall}"
    })
    const { bundle, diagnostics } = compileFile(policy)
    expect(diagnostics).toEqual([])
    expect(bundle?.messages["result"]?.text["en"]).toContain("could not do")
  })

  it("can be a link to a file inside, as in folders such as `..data` that a cluster mounts", () => {
    const { at, policy } = folders({
      "in/..2026/shop.policy.yaml": letter("result.md"),
      "in/..2026/result.md": "{result} {shortfall}"
    })
    symlinkSync("..2026", join(at, "in/..data"))
    for (const file of ["shop.policy.yaml", "result.md"]) symlinkSync(`..data/${file}`, join(at, "in", file))
    expect(compileFile(policy).diagnostics).toEqual([])
  })

  it("can be beside the target if the policy file is a link", () => {
    const { at } = folders({ "in/shop.policy.yaml": letter("result.md"), "in/result.md": "{result} {shortfall}" })
    mkdirSync(join(at, "farm"))
    for (const file of ["shop.policy.yaml", "result.md"]) symlinkSync(join(at, "in", file), join(at, "farm", file))
    expect(compileFile(join(at, "farm/shop.policy.yaml")).diagnostics).toEqual([])
  })
})

describe("a policy that is compiled again", () => {
  const take = (days: number): string => `hearback: 1\npart-of: shop\nownership: { take-up: ${days} working days }\n`
  const takeUp = (path: string): unknown => compileFile(path).bundle?.ownership.takeUp

  it("is the same object while nothing that it reads has changed", () => {
    const { policy } = folders({ "in/shop.policy.yaml": `${head}parts: [a.yaml]\n`, "in/a.yaml": take(1) })
    expect(compileFile(policy).bundle).toBe(compileFile(policy).bundle)
    expect(compileFile(policy, { today: "2026-11-20" }).bundle).not.toBe(compileFile(policy).bundle)
  })

  it("is the same for another folder with the same content, and differs for other content", () => {
    const files = { "in/shop.policy.yaml": `${head}parts: [a.yaml]\n`, "in/a.yaml": take(1) }
    const [here, there] = [folders(files), folders(files)]
    expect(compileFile(there.policy).bundle).toBe(compileFile(here.policy).bundle)
    writeFileSync(join(there.at, "in/a.yaml"), take(2))
    expect([takeUp(here.policy), takeUp(there.policy)]).toEqual([1, 2].map((days) => ({ _tag: "WorkingDays", days })))
  })

  it("has the current content of its files, also of a new or moved one", () => {
    const { at, policy } = folders({ "in/shop.policy.yaml": `${head}parts: [a.yaml]\n`, "out/a.yaml": take(5) })
    expect(compileFile(policy).diagnostics.map(({ code }) => code)).toEqual(["extends/unknown"])
    writeFileSync(join(at, "in/a.yaml"), take(1))
    expect(takeUp(policy)).toEqual({ _tag: "WorkingDays", days: 1 })
    writeFileSync(join(at, "in/a.yaml"), take(2))
    expect(takeUp(policy)).toEqual({ _tag: "WorkingDays", days: 2 })
    rmSync(join(at, "in/a.yaml"))
    writeFileSync(join(at, "out/a.yaml"), take(2))
    symlinkSync(join(at, "out/a.yaml"), join(at, "in/a.yaml"))
    expect(compileFile(policy).diagnostics.map(({ code }) => code)).toEqual(["file/outside"])
  })
})

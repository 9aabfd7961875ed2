/** `diff --git` as git calls it: the commands of the documentation, in a repository of the test. */
import { execFileSync } from "node:child_process"
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { delimiter, join } from "node:path"
import { describe, expect, it } from "vitest"
import { folder, hearback, root } from "../Capture.ts"

const policy = `hearback: 1
policy: shop
language: en
extends: [pack:starter, ./common.policy.yaml]
time-zone: Asia/Shanghai
currency: CNY
authority: { limits: { agent: { compensate: { per-case: 500 } } } }
`
const common = `hearback: 1
pack: common
language: en
facts: { order: text }
`

/** Returns the commands that the documentation gives, by program. */
const documented = readFileSync(join(root, "docs/comparing.md"), "utf8")
const attributes = /^echo '(.*)' >> \.gitattributes$/m.exec(documented)?.[1] ?? ""
const driver = /^git config diff\.hearback\.command '(.*)'$/m.exec(documented)?.[1] ?? ""

/** Makes a repository with a committed policy and a `hearback` that runs these sources. */
const repository = (program: string) => {
  const cwd = folder()
  const bin = join(folder(), "hearback")
  writeFileSync(bin, `#!/bin/sh\n${program}\n`)
  chmodSync(bin, 0o755)
  const env = {
    ...process.env,
    PATH: `${join(bin, "..")}${delimiter}${process.env["PATH"]}`,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_SYSTEM: "/dev/null",
    HEARBACK_LANG: "en"
  }
  const git = (...argv: readonly string[]): string =>
    execFileSync("git", ["-c", "user.name=Ann", "-c", "user.email=ann@example.com", ...argv], {
      cwd,
      env,
      encoding: "utf8"
    })
  git("init", "-q", "-b", "main")
  git("config", "diff.hearback.command", driver)
  writeFileSync(join(cwd, ".gitattributes"), `${attributes}\n`)
  mkdirSync(join(cwd, "policies"))
  const write = (name: string, text: string): void => writeFileSync(join(cwd, "policies", name), text)
  write("shop.policy.yaml", policy)
  write("common.policy.yaml", common)
  git("add", ".")
  git("commit", "-q", "-m", "A policy")
  return { cwd, git, write }
}

/** Writes down what git passes, and keeps the files that git made for it. */
const recording = (calls: string): string =>
  `shift 2; printf '%s\\n' "$@" > '${calls}'; i=0; for f in "$2" "$5"; do i=$((i+1)); cp "$f" '${calls}'.$i 2>/dev/null; done; exit 0`

describe("hearback diff, called by git", () => {
  it("shows what changes for cases, with the files beside the policy", () => {
    const source = `exec '${process.execPath}' --conditions=source '${join(root, "packages/hearback/src/bin.ts")}' "$@"`
    const { git, write } = repository(source)
    write("shop.policy.yaml", policy.replace("per-case: 500", "per-case: 800"))
    const out = git("diff")
    expect(out).toContain("policies/shop.policy.yaml → policies/shop.policy.yaml")
    expect(out).toContain(
      "authority Agent per-case: 500 CNY → 800 CNY   policies/shop.policy.yaml:7 → policies/shop.policy.yaml:7"
    )
    // The changed lines are shown on request.
    expect(git("diff", "--no-ext-diff")).toContain(
      "+authority: { limits: { agent: { compensate: { per-case: 800 } } } }"
    )
  }, 60_000)

  it.each([
    ["a new file", (write: Write) => write("new.policy.yaml", policy), "policies/new.policy.yaml: new policy"],
    [
      "a file that is gone",
      (_: Write, cwd: string) => rmSync(join(cwd, "policies/shop.policy.yaml")),
      "policies/shop.policy.yaml: policy removed"
    ],
    [
      "a side with an error",
      (write: Write) => write("shop.policy.yaml", policy.replace("currency: CNY", "currncy: CNY")),
      /^policies\/shop\.policy\.yaml: not compared, because one side has errors\npolicies\/shop\.policy\.yaml:6:1 error\[shape\/unknown-key\]/
    ],
    [
      "a file under another name",
      (write: Write, cwd: string) => {
        rmSync(join(cwd, "policies/shop.policy.yaml"))
        write("store.policy.yaml", policy.replace("per-case: 500", "per-case: 400"))
      },
      /^policies\/shop\.policy\.yaml → policies\/store\.policy\.yaml\n(?:.*\n)*.*500 CNY → 400 CNY/
    ]
  ])(
    "shows for %s what it is, and never fails",
    async (_, change, says) => {
      const calls = join(folder(), "call")
      const { cwd, git, write } = repository(recording(calls))
      change(write, cwd)
      git("add", "-A")
      git("diff", "--cached", "-M50%")
      const [path = "", ...rest] = readFileSync(calls, "utf8").trimEnd().split("\n")
      // Git has removed its temporary files, so copies are used.
      const copies: Readonly<Record<number, string>> = { 0: `${calls}.1`, 3: `${calls}.2` }
      const files = rest.map((word, at) => (word === "/dev/null" ? word : (copies[at] ?? word)))
      const { exit, out } = await hearback(["diff", "--git", path, ...files, "--lang", "en"], { cwd })
      expect([exit, out]).toEqual([0, says instanceof RegExp ? expect.stringMatching(says) : `${says}\n`])
    },
    60_000
  )

  it("reports a file that is being merged, and has no other format", async () => {
    const { exit, out } = await hearback(["diff", "--git", "a.policy.yaml", "--lang", "zh"], { cwd: folder() })
    expect([exit, out]).toEqual([0, "a.policy.yaml：尚未合并\n"])
    expect((await hearback(["diff", "--git", "a.policy.yaml", "--markdown"])).exit).toBe(2)
    expect((await hearback(["diff", "a.policy.yaml", "b.policy.yaml", "c"])).exit).toBe(2)
    expect((await hearback(["diff", "a.policy.yaml"])).exit).toBe(2)
  })
})

type Write = (name: string, text: string) => void

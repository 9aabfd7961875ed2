import { execFile } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { commandCalled } from "../../src/cli/text/Names.ts"
import { example, root } from "./Capture.ts"

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const spawn = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      args,
      { cwd: root, env: { ...process.env, LANG: "C", ...env } },
      (error, stdout, stderr) => resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr })
    )
  })

const bin = ["--conditions=source", "--no-warnings", join(root, "packages/hearback/src/bin.ts")]
const launcher = [join(root, "scripts/hearback.mjs")]

describe("the process", () => {
  it("exits 0, 1 and 2 by the answer, with answers on stdout and faults on stderr", async () => {
    const good = await spawn([...bin, "check", example("first")])
    expect(good).toMatchObject({ code: 0, stderr: "" })
    const refused = await spawn([...bin, "grade", example("first"), "--text", " "])
    expect(refused).toMatchObject({ code: 1, stderr: "" })
    const failed = await spawn([...bin, "check", "nowhere.yaml"])
    expect(failed).toMatchObject({ code: 2, stdout: "" })
    expect(failed.stderr).toContain("there is no file `nowhere.yaml`")
  })

  it("starts `check` without the other commands under both of its names", () => {
    expect(readFileSync(join(root, "packages/hearback/src/bin.ts"), "utf8")).toContain(
      `["check", "${commandCalled("check", "zh-CN")}"]`
    )
  })

  it("starts from the launcher of the repository, in the current folder", async () => {
    const { code, stdout } = await spawn([...launcher, "check", "first"], {
      npm_lifecycle_event: "hearback",
      INIT_CWD: join(root, "examples")
    })
    expect([code, stdout]).toEqual([0, expect.stringContaining("nothing found")])
    expect(await spawn([...launcher, "nonsense"])).toMatchObject({ code: 2, stdout: "" })
  })

  it("loads neither the loop nor a schema library for check, grade and help", async () => {
    const hook = `data:text/javascript,${encodeURIComponent(
      'import { registerHooks } from "node:module"; import { writeSync } from "node:fs"; registerHooks({ load(url, context, next) { writeSync(2, url + "\\n"); return next(url, context) } })'
    )}`
    for (const words of [["--help"], ["check", example("first")], ["grade", example("first"), "--text", "a"]]) {
      const { code, stderr } = await spawn(["--import", hook, ...bin, ...words])
      expect(code).toBe(0)
      expect(stderr).toContain("packages/hearback/src/bin.ts")
      expect(stderr).not.toMatch(
        /node_modules\/effect\/|\/sqlite|\/engine\/|packages\/hearback\/src\/(?!bin\.ts|cli|runtime|preview|answer|text)/
      )
      if (words[0] === "--help") expect(stderr).not.toContain("/packages/policy/")
    }
  })

  it("ends silently when the reader of its output has ended", async () => {
    const line = `${[process.execPath, ...bin, "grade", "--help"].map((word) => `'${word}'`).join(" ")} | true`
    const ended = await new Promise<string>((resolve) =>
      execFile("/bin/sh", ["-c", line], { cwd: root }, (_, __, stderr) => resolve(stderr))
    )
    expect(ended).toBe("")
  })
})

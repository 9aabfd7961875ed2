import { describe, expect, it } from "vitest"
import { suggestionOf } from "../../../src/cli/program/Suggestion.ts"
import { frame } from "../../../src/cli/text/en/Frame.ts"
import { commandNames } from "../../../src/cli/text/Names.ts"
import { chooseLanguage } from "../../../src/runtime/Language.ts"
import { ansi, example, hearback } from "../Capture.ts"

const first = example("first/first.policy.yaml")

describe("an invalid command line", () => {
  it("has a guess at the command", async () => {
    const { exit, out, err } = await hearback(["chekc", "x.yaml"])
    expect([exit, out]).toEqual([2, ""])
    expect(err).toContain("error[usage/unknown-command]: there is no command `chekc`")
    expect(err).toContain("did you mean `check`?")
  })

  it("has a guess at the flag, in Chinese too", async () => {
    const { exit, err } = await hearback(["grade", first, "--txt", "a", "--lang", "zh"])
    expect(exit).toBe(2)
    expect(err).toContain("错误[usage/unknown-option]：`试算` 没有选项 `--txt`")
    expect(err).toContain("是不是想写 `--text`？")
  })

  it("has a guess at the choice", async () => {
    const { exit, err } = await hearback(["check", first, "--format", "jsn"])
    expect(exit).toBe(2)
    expect(err).toContain("expected: one of `pretty`, `compact`, `json`")
    expect(err).toContain("did you mean `json`?")
  })

  it("reports what is missing", async () => {
    expect((await hearback(["grade", first, "--text"])).err).toContain("`--text` needs a value")
    expect((await hearback(["case"])).err).toContain("`<id>` is missing")
    expect((await hearback(["verify", "loop.db"])).err).toContain("`loop.db` is an extra argument")
    expect((await hearback(["worklist"])).err).toContain("give `--db loop.db`, or set HEARBACK_DB")
  })

  it("is reported as one object with --json, on stdout", async () => {
    const { exit, json, err } = await hearback(["worklist", "--db", "nowhere.db", "--json"])
    expect([exit, err]).toEqual([2, ""])
    expect(json).toMatchObject({ hearback: 1, command: "worklist", ok: false, error: { code: "store/missing" } })
  })

  it("never throws, for any words", async () => {
    for (const words of [
      ["--"],
      ["grade", "--"],
      ["--lang"],
      ["--lang", "xx"],
      ["check", "\u0000"],
      ["act", "a"],
      ["help", "nothing"],
      ["grade", "--json"]
    ]) {
      const { exit } = await hearback(words, { cwd: "/" })
      expect([0, 1, 2]).toContain(exit)
    }
  })
})

describe("language", () => {
  it("F-C17 · is refused if it is not supported, instead of English", async () => {
    for (const words of [["check", "--lang", "fr"], ["--lang=fr"], ["init", "--lang", "deutsch"]]) {
      const { exit, out, err } = await hearback(words)
      expect([exit, out]).toEqual([2, ""])
      expect(err).toMatch(
        /error\[usage\/bad-choice\]: `--lang` cannot be `(fr|deutsch)`\n {2}= expected: one of `en`, `zh`/
      )
    }
  })
  it("is --lang, else HEARBACK_LANG, else a locale that begins with zh, else English", () => {
    expect(chooseLanguage("zh", { HEARBACK_LANG: "en" })).toBe("zh-CN")
    expect(chooseLanguage(undefined, { HEARBACK_LANG: "zh", LANG: "en_GB.UTF-8" })).toBe("zh-CN")
    expect(chooseLanguage(undefined, { LANG: "zh_CN.UTF-8" })).toBe("zh-CN")
    expect(chooseLanguage(undefined, { LC_ALL: "C", LANG: "zh_CN.UTF-8" })).toBe("en")
    expect(chooseLanguage(undefined, { LANG: "de_DE.UTF-8" })).toBe("en")
    expect(chooseLanguage(undefined, {})).toBe("en")
  })
})

describe("colour", () => {
  const grade = ["grade", first, "--text", "my invoice is wrong"]
  it("is off if stdout is no terminal", async () => {
    expect((await hearback(grade)).out).not.toMatch(ansi)
  })
  it("is on in a terminal", async () => {
    expect((await hearback(grade, { terminal: { outIsTerminal: true } })).out).toMatch(ansi)
  })
  it("is off with NO_COLOR, also in a terminal", async () => {
    const { out } = await hearback(grade, { env: { NO_COLOR: "1" }, terminal: { outIsTerminal: true } })
    expect(out).not.toMatch(ansi)
  })
  it("changes no character of the text", async () => {
    const plain = (await hearback(grade)).out
    const coloured = (await hearback(grade, { terminal: { outIsTerminal: true } })).out
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
    expect(coloured.replace(/\u001b\[[0-9;]*m/g, "")).toBe(plain)
  })
})

describe("a suggestion", () => {
  it("allows one mistake in three letters, and swapped neighbours", () => {
    const meant = (written: string) => suggestionOf(written, commandNames, frame)
    expect(meant("chekc")).toBe("did you mean `check`?")
    expect(meant("igest")).toBe("did you mean `ingest`?")
    expect(meant("quar")).toBe("did you mean `quarantine`?")
    expect(meant("elephant")).toBeUndefined()
  })
})

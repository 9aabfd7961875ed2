import { Arguments } from "@hearback/core"
import { describe, expect, it } from "vitest"
import { helps } from "../../../src/cli/text/Helps.ts"
import { commandCalled, commandNames } from "../../../src/cli/text/Names.ts"
import { ansi, hearback } from "../Capture.ts"

describe("help", () => {
  it("of the program names every command, the exit codes and examples", async () => {
    const { exit, out, err } = await hearback(["--help"])
    expect([exit, err]).toEqual([0, ""])
    for (const name of commandNames) expect(out).toContain(`  ${name} `)
    expect(out).toMatch(
      /exit codes\n {2}0 {2}success, or the answer is yes\n {2}1 {2}the answer is no\n {2}2 {2}could not run/
    )
    expect(out).toContain("hearback grade policy.yaml")
  })

  it("is printed on stderr with exit code 2 if no command was given", async () => {
    const { exit, out, err } = await hearback([])
    expect([exit, out]).toEqual([2, ""])
    expect(err).toContain("commands")
  })

  for (const name of commandNames)
    for (const [lang, help, exits] of [
      ["en", helps.en, "exit codes"],
      ["zh", helps["zh-CN"], "退出码"]
    ] as const)
      it(`of ${name} in ${lang} has examples, exit codes, and words for every flag`, async () => {
        const { exit, out } = await hearback([name, "--help", "--lang", lang])
        expect(exit).toBe(0)
        expect(out).toContain(help[name].examples[0]?.[0])
        expect(help[name].examples.length).toBeGreaterThan(1)
        const called = commandCalled(name, lang === "en" ? "en" : "zh-CN")
        for (const [line] of help[name].examples) expect(line).toMatch(new RegExp(`^hearback ${called}( |$)`))
        expect(out).toMatch(new RegExp(`${exits}\\n  0  \\S[^]*\\n  1  \\S[^]*\\n  2  \\S`))
        // A flag or argument without words would be alone on its line.
        for (const line of out.split("\n").filter((each) => /^ {2}(-|<|\[)/.test(each)))
          expect(line.trim()).toMatch(/\s{2,}\S/)
        expect(out).not.toMatch(ansi)
      })

  it("describes no flag that a command does not have", async () => {
    for (const name of commandNames) {
      const { out } = await hearback([name, "--help"])
      for (const flag of Object.keys(helps.en[name].options)) expect(out).toContain(`--${flag}`)
      expect(Object.keys(helps["zh-CN"][name].options)).toEqual(Object.keys(helps.en[name].options))
    }
  })

  it("of act lists every command on a case with its flags", async () => {
    const { out } = await hearback(["act", "--help"])
    for (const verb of Object.keys(Arguments.commands)) expect(out).toMatch(new RegExp(`^  ${verb}( |$)`, "m"))
    expect(out).toMatch(/^ {2}compensate +Grants money.+--amount --reason$/m)
  })

  it("has no example with an unknown flag", async () => {
    for (const name of commandNames) {
      const { out } = await hearback([name, "--help"])
      const options = out.slice(out.indexOf("\noptions"), out.indexOf("\nexamples"))
      for (const [line] of helps.en[name].examples)
        for (const flag of name === "act" ? [] : (line.match(/--[a-z-]+/g) ?? [])) expect(options).toContain(flag)
    }
  })
})

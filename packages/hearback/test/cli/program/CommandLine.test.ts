import { describe, expect, it } from "vitest"
import type { CommandSpec } from "../../../src/cli/program/Command.ts"
import { parse } from "../../../src/cli/program/CommandLine.ts"
import { frame } from "../../../src/cli/text/en/Frame.ts"

const spec: CommandSpec = {
  name: "check",
  arguments: [{ name: "policy", many: true }],
  options: [
    { flag: "--format", value: "format", choices: ["pretty", "json"] },
    { flag: "--fix" },
    { flag: "--people", value: "file", many: true },
    { flag: "--sensitivity", value: "figure", mayStandAlone: true }
  ],
  run: () => Promise.reject(new Error("is not run"))
}
const read = (...words: readonly string[]) => parse(spec, words, frame, "en")
const refusal = (...words: readonly string[]) => {
  try {
    read(...words)
  } catch (error) {
    return String(error instanceof Error ? error.message : error)
  }
  return undefined
}

describe("the words of a command line", () => {
  it("are arguments and options in any order", () => {
    const request = read("a.yaml", "--format", "json", "b.yaml", "--fix", "-", "-5")
    expect(request.arguments).toEqual(["a.yaml", "b.yaml", "-", "-5"])
    expect([request.one("format"), request.has("fix"), request.has("format")]).toEqual(["json", true, false])
  })
  it("give a value after a blank or an equals sign, whatever it begins with", () => {
    expect(read("--people", "-x", "--people=--y=z").many("people")).toEqual(["-x", "--y=z"])
    expect(read("--format=pretty", "--format", "json").one("format")).toBe("json")
    expect(read().many("people")).toEqual([])
  })
  it("end the options with two hyphens", () => {
    expect(read("--", "--fix", "-x").arguments).toEqual(["--fix", "-x"])
  })
  it("can omit the value of a flag that may be without one", () => {
    for (const words of [["--sensitivity"], ["--sensitivity", "--fix"]]) {
      const request = read(...words)
      expect([request.has("sensitivity"), request.one("sensitivity")]).toEqual([true, undefined])
    }
    expect(read("--sensitivity", "breaches").one("sensitivity")).toBe("breaches")
  })
  it("are refused if no option has that name, or if it takes no value", () => {
    expect(refusal("--fxi")).toContain("--fxi")
    expect(refusal("--fix=yes")).toContain("--fix=yes")
    expect(refusal("-x")).toContain("-x")
    expect(refusal("-h")).toBeUndefined()
    expect(refusal("--people")).toContain("needs a value")
  })
})

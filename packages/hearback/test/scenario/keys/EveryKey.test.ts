/**
 * Every key of a scenario has an effect: with another value, or without it, a case differs or an expectation fails.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { readScenarios } from "@hearback/policy"
import { beforeAll, describe, expect, it, onTestFinished } from "vitest"
import { runScenarioFile } from "../../../src/testing.ts"
import { writeShop } from "../../Shop.ts"
import { actingInRepository, keysOfScenarios, outcomeOf } from "./Acting.ts"
import { bundle, people, probes } from "./Probes.ts"

/** Keys that decide nothing in a scenario, with the reason. */
const exceptions: Readonly<Record<string, string>> = {
  "File.hearback": "there is one version of the language, and every other is refused",
  "File.scenarios": "without it there is nothing to run"
}

const isExpectation = (key: string): boolean =>
  /^(?:Not|MeasuresExpected|ApprovalAsked|CaseExpected|Expect)\./.test(key)

/** Keys of the file itself, whose effect runs of whole files show. */
const ofFiles = { "File.policy": "policy: other.yaml", "File.people": "people: others.yaml" }

/** Keys of a scenario beside its steps, each with two values. */
const ofScenarios = { "Scenario.examples": ["[{ kind: complaint }]", "[{ kind: praise }]"] }
const elsewhere = { ...ofFiles, ...ofScenarios }

describe("every key of a scenario file", () => {
  let acting: ReadonlySet<string>
  beforeAll(async () => {
    acting = await actingInRepository()
  }, 600_000)

  it("F-C24 · has an effect, or a reason why not", () => {
    const shown = (key: string): boolean => acting.has(key) || Object.hasOwn({ ...probes, ...elsewhere }, key)
    expect(keysOfScenarios.filter((key) => !shown(key) && !Object.hasOwn(exceptions, key))).toEqual([])
    const known = Object.keys({ ...probes, ...elsewhere, ...exceptions })
    expect(known.filter((key) => !keysOfScenarios.includes(key))).toEqual([])
    // A case or an exception that is not needed is an error.
    expect(known.filter((key) => acting.has(key))).toEqual([])
    expect(Object.keys(exceptions).filter((key) => Object.hasOwn({ ...probes, ...elsewhere }, key))).toEqual([])
  })
})

describe("a key of a scenario file", () => {
  it.each(Object.entries(probes))("F-C24 · %s has an effect in a scenario of its own", async (key, ways) => {
    const outcomes = await Promise.all(
      ways.map((steps) => {
        const text = `hearback: 1\npolicy: policy.yaml\nscenarios: [{ scenario: s, steps: [${steps}] }]\n`
        const { scenarios, diagnostics } = readScenarios({ path: "s.yaml", text }, bundle, people)
        expect(diagnostics.map(({ message }) => message.en)).toEqual([])
        return outcomeOf(scenarios[0], { bundle, people }, isExpectation(key))
      })
    )
    if (isExpectation(key)) expect(outcomes).toEqual(["true", "false"])
    expect(outcomes[0]).not.toBe(outcomes[1])
  })
  it.each(Object.entries(ofScenarios))("F-C24 · %s has an effect in two scenarios", async (key, ways) => {
    const steps =
      "steps: [{ at: 2026-11-16 09:00, submit: A, channel: survey, verbatim: hm, kind: <kind>, expect: { A: { kind: complaint } } }]"
    const outcomes = ways.map((way) => {
      const text = `hearback: 1\npolicy: policy.yaml\nscenarios: [{ scenario: s, ${key.replace("Scenario.", "")}: ${way}, ${steps} }]\n`
      const { scenarios, diagnostics } = readScenarios({ path: "s.yaml", text }, bundle, people)
      expect(diagnostics.map(({ message }) => message.en)).toEqual([])
      return outcomeOf(scenarios[0], { bundle, people }, true)
    })
    expect(await Promise.all(outcomes)).toEqual(["true", "false"])
  })
  it.each(Object.entries(ofFiles))("F-C24 · %s has an effect in files of its own", async (_, line) => {
    const folder = mkdtempSync(join(tmpdir(), "hearback-keys-"))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    writeShop(folder)
    const [policy, staff] = ["policy.yaml", "people.yaml"].map((name) => readFileSync(join(folder, name), "utf8"))
    writeFileSync(join(folder, "other.yaml"), `${policy}ownership: { first-owner: [supervisor] }\n`)
    writeFileSync(join(folder, "others.yaml"), `${staff?.replace("[agent]", "[agent, manager], away: 2026-11-16")}`)
    const steps =
      "steps: [{ at: 2026-11-16 09:00, submit: A, channel: email, verbatim: hm, expect: { A: { owner: ann } } }]"
    const run = async (head: string): Promise<boolean> => {
      const path = join(folder, "s.scenario.yaml")
      writeFileSync(path, `hearback: 1\n${head}\nscenarios: [{ scenario: s, ${steps} }]\n`)
      const { diagnostics, scenarios } = await runScenarioFile(path)
      expect(diagnostics.filter(({ level }) => level === "error")).toEqual([])
      return scenarios.every(({ ok }) => ok)
    }
    const usual = { policy: "policy: policy.yaml", people: "people: people.yaml" }
    const changed = line.startsWith("policy") ? { ...usual, policy: line } : { ...usual, people: line }
    expect([await run(Object.values(usual).join("\n")), await run(Object.values(changed).join("\n"))]).toEqual([
      true,
      false
    ])
  })
})

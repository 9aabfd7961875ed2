/** Scenario files as tests of vitest: the plug-in in a separate vitest that watches files. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { scenarios, usualTests } from "hearback/vitest/config"
import { afterAll, describe, expect, it } from "vitest"
import { configDefaults } from "vitest/config"
import { startVitest, type TestModule, type Vitest } from "vitest/node"
import { example } from "../First.ts"

// Inside the package, so that `hearback` is found there.
const folder = mkdtempSync(join(import.meta.dirname, "scenario-tests-"))
let vitest: Vitest | undefined
afterAll(async () => {
  await vitest?.close()
  rmSync(folder, { recursive: true, force: true })
})

const path = (name: string): string => join(folder, name)
const change = (name: string, from: string, to: string): void =>
  writeFileSync(path(name), readFileSync(path(name), "utf8").replace(from, to))

describe("the plug-in for scenario files", () => {
  it("adds its files to vitest's default ones, and to given ones", () => {
    expect(configDefaults.include).toEqual([usualTests])
    const included = (include?: string[]) => scenarios().config({ test: include === undefined ? {} : { include } })
    expect(included().test.include).toEqual([usualTests, "**/*.scenario.yaml"])
    // Vite joins the lists.
    expect(included(["test/**"]).test.include).toEqual(["**/*.scenario.yaml"])
    expect(scenarios({ include: ["policies/**"] }).config({}).test.include).toEqual([usualTests, "policies/**"])
  })

  it("makes a test of each scenario, fails at its line, and runs again when the policy changes", async () => {
    cpSync(example, folder, { recursive: true })
    const ran: (readonly [string, string, string[]])[][] = []
    let [settled, next] = [() => {}, Promise.resolve()]
    const awaitRun = (): void => {
      next = new Promise((resolve) => {
        settled = resolve
      })
    }
    const told = (modules: readonly TestModule[]) =>
      modules.flatMap((module) =>
        [...module.children.allTests()].map((test) => {
          const { state, errors = [] } = test.result()
          return [
            test.name,
            state,
            errors.flatMap(({ message, stacks = [] }) => [message, ...stacks.map(({ line }) => `${line}`)])
          ] as const
        })
      )
    awaitRun()
    vitest = await startVitest(
      "test",
      [],
      {
        root: folder,
        config: false,
        watch: true,
        pool: "threads",
        // A busy machine is slow, which is no error.
        testTimeout: 60_000,
        // Node reads the sources itself, as it does with installed packages.
        server: { deps: { external: [/\/src\//] } },
        execArgv: ["--conditions=source"],
        reporters: [
          {
            onTestRunEnd: (modules) => {
              ran.push(told(modules))
              settled()
            }
          }
        ]
      },
      {
        plugins: [scenarios()],
        resolve: { conditions: ["source"] },
        ssr: { resolve: { conditions: ["source"] } }
      }
    )
    await next
    const title = "The third wrong invoice is urgent, and 600 needs a supervisor"
    expect(ran[0]).toEqual([[title, "passed", []]])
    awaitRun()
    change("first.policy.yaml", "within: 1 working day", "within: 4 working hours")
    await next
    const line =
      readFileSync(path("scenarios/first.scenario.yaml"), "utf8")
        .split("\n")
        .findIndex((each) => each.includes("due:")) + 1
    expect(ran[1]).toEqual([
      [
        title,
        "failed",
        [expect.stringMatching(/A\.due\.agreed: expected 2026-11-17.*first\.policy\.yaml:12/), `${line}`]
      ]
    ])
    awaitRun()
    change("first.policy.yaml", "within: 4 working hours", "wthin: 4 working hours")
    await next
    expect(ran[2]).toEqual([
      [
        "can be read, and so can its policy and its people",
        "failed",
        [expect.stringContaining("shape/unknown-key"), "1"]
      ]
    ])
  }, 120_000)
})

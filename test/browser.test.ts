import { readFileSync } from "node:fs"
import { join } from "node:path"
import { createContext, runInContext } from "node:vm"
import { Policy } from "@hearback/core"
import { compileFile } from "@hearback/policy/node"
import { build } from "esbuild"
import { describe, expect, it } from "vitest"
import { simulate } from "../packages/simulation/src/index.ts"

const root = join(import.meta.dirname, "..")

/** Bundles a module for browsers as one script. Nothing but its imports says what is needed. */
const bundled = async (contents: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    format: "iife",
    globalName: "made",
    platform: "browser",
    conditions: ["source"],
    write: false,
    logLevel: "silent"
  })
  return outputFiles[0]?.text ?? ""
}

/** What browsers give beside the language itself; nothing of Node is among it. */
const ofBrowsers = { performance, TextDecoder, TextEncoder }

describe("in a browser", () => {
  it("a policy compiles to the same bundle as in Node, packs and holidays included", async () => {
    const path = join(root, "examples/itr-service/itr-service.policy.yaml")
    const script = await bundled('export * from "@hearback/policy"')
    const text = readFileSync(path, "utf8")
    const context = createContext({ ...ofBrowsers, text })
    const made = runInContext(
      `${script}
      const { bundle, diagnostics } = made.compile({ root: "itr-service.policy.yaml", read: () => text })
      JSON.stringify({ bundle, codes: diagnostics.map(({ code }) => code), packs: [...made.packs().keys()] })`,
      context
    )
    const { bundle, codes, packs } = JSON.parse(made)
    const there = compileFile(path)
    expect(bundle).toEqual(JSON.parse(JSON.stringify(there.bundle)))
    expect(codes).toEqual(there.diagnostics.map(({ code }) => code))
    expect(packs).toContain("pack:base")
  }, 60_000)

  it("a policy is simulated as in Node, to the last byte", async () => {
    const { bundle } = compileFile(join(root, "examples/first/first.policy.yaml"))
    const contents = `import { Policy } from "@hearback/core"
      import { simulate } from "./packages/simulation/src/index.ts"
      export const report = (bundle) => simulate(Policy.load(bundle), { weeks: 1, warmUp: 0, arrivals: { perDay: 2 }, replications: { least: 2 } })`
    const context = createContext({ ...ofBrowsers, bundle: JSON.stringify(bundle) })
    const made = runInContext(`${await bundled(contents)}\nJSON.stringify(made.report(JSON.parse(bundle)))`, context)
    const policy = Policy.load(JSON.parse(JSON.stringify(bundle)))
    const here = simulate(policy, { weeks: 1, warmUp: 0, arrivals: { perDay: 2 }, replications: { least: 2 } })
    expect(JSON.parse(made)).toEqual(JSON.parse(JSON.stringify(here)))
  }, 60_000)

  it("would find a module of Node", async () => {
    await expect(bundled('export * from "@hearback/policy/node"')).rejects.toThrow(/node:fs/)
  })
})

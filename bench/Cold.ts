/**
 * One cold run in a process of its own. It prints the milliseconds of its thread, with modules loaded before. Other
 * programs on the computer do not lengthen them.
 */
import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { packs } from "@hearback/policy"
import { compileFile } from "@hearback/policy/node"
import { LineCounter, parseDocument } from "yaml"
import * as Examples from "./Examples.ts"

/** `compile` a policy, or `parse` its texts: the names of its files and packs. */
const [what, name = "", ...files] = process.argv.slice(2)
const root = Examples.policyPath(name)

const threadMs = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

const parsed = (): number => {
  const texts = files.map((path) => packs().get(path) ?? readFileSync(join(dirname(root), path), "utf8"))
  const began = threadMs()
  for (const text of texts) parseDocument(text, { lineCounter: new LineCounter() })
  return threadMs() - began
}

const compiled = (): number => {
  packs()
  const began = threadMs()
  compileFile(root)
  return threadMs() - began
}

process.stdout.write(String(what === "parse" ? parsed() : compiled()))

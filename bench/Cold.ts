/** One cold run in a process of its own; prints its milliseconds, modules loaded before the clock starts. */
import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { packs } from "@hearback/policy"
import { compileFile } from "@hearback/policy/node"
import { LineCounter, parseDocument } from "yaml"
import * as Examples from "./Examples.ts"

const [what, name = ""] = process.argv.slice(2)
const root = Examples.policyPath(name)

const parsed = (): number => {
  const own = [readFileSync(root, "utf8")]
  const extended = /extends: \[(.*)\]/.exec(own[0] ?? "")?.[1]?.split(/,\s*/) ?? ["pack:base"]
  const texts = [
    ...own,
    ...extended.map((each) => packs().get(each.trim()) ?? readFileSync(join(dirname(root), each.trim()), "utf8"))
  ]
  const began = performance.now()
  for (const text of texts) parseDocument(text, { lineCounter: new LineCounter() })
  return performance.now() - began
}

const compiled = (): number => {
  packs()
  const began = performance.now()
  compileFile(root)
  return performance.now() - began
}

process.stdout.write(String(what === "parse" ? parsed() : compiled()))

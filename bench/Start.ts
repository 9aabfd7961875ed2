/**
 * Start-up of the command line: from nothing to the answer, a new process each time, beside a process that runs an
 * empty program. From `dist` where it is built (`npm run build`), and from source through `scripts/hearback.mjs`.
 */
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import type { Measure } from "./bench.ts"
import * as Examples from "./Examples.ts"
import { raceLater, type Timed, timer } from "./Race.ts"
import { time } from "./Report.ts"

const root = join(import.meta.dirname, "..")
const rounds = 9

const run = (args: readonly string[]) => async (): Promise<Timed> => {
  const stop = timer()
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" })
  const took = stop()
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`)
  return took
}

const asked = (): readonly (readonly [string, readonly string[]])[] => {
  const policy = Examples.policyPath("itr-service")
  return [
    ["--help", ["--help"]],
    ["check", ["check", policy]],
    ["grade", ["grade", policy, "--text", "周五下午报的故障，到现在没人回复"]]
  ]
}

export const measure: Measure = async (give) => {
  const programs = [
    { from: "dist", path: join(root, "packages", "hearback", "dist", "bin.js"), target: 400 },
    { from: "source", path: join(root, "scripts", "hearback.mjs") }
  ]
  for (const { from, path, target } of programs) {
    if (!existsSync(path)) {
      give({ what: `from ${from}: not built`, ours: "", limit: "", ratio: Number.NaN })
      continue
    }
    const { wall: raced } = await raceLater(
      [
        { name: "empty", run: run(["--eval", ""]) },
        ...asked().map(([name, args]) => ({ name, run: run([path, ...args]) }))
      ],
      rounds
    )
    for (const [name] of asked())
      give({
        what: `hearback ${name}, from ${from} (target in ms)`,
        ours: time(raced.ns(name)),
        limit: `empty program ${time(raced.ns("empty"))}`,
        // Here the figure itself has the target, in milliseconds.
        ratio: raced.ns(name) / 1e6,
        ...(target === undefined ? {} : { target })
      })
  }
}

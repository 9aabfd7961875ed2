/**
 * Start of the command line: from nothing to the answer, a new process each time, compared with a process that runs an
 * empty program. From `dist` if it is built (`npm run build`), and from source through `scripts/hearback.mjs`.
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

/** Returns the commands. `most`: the limit for a built package, in milliseconds. */
const asked = (): readonly { readonly name: string; readonly args: readonly string[]; readonly most: number }[] => {
  const policy = Examples.policyPath("itr-service")
  return [
    { name: "--help", args: ["--help"], most: 400 },
    { name: "check", args: ["check", policy], most: 200 },
    { name: "grade", args: ["grade", policy, "--text", "周五下午报的故障，到现在没人回复"], most: 400 }
  ]
}

/** Measures this subject. */
export const measure: Measure = async (give) => {
  const programs = [
    { from: "dist", path: join(root, "packages", "hearback", "dist", "bin.js"), isBounded: true },
    { from: "source", path: join(root, "scripts", "hearback.mjs"), isBounded: false }
  ]
  for (const { from, path, isBounded } of programs) {
    if (!existsSync(path)) {
      give({ what: `from ${from}: not built`, ours: "", limit: "", ratio: Number.NaN })
      continue
    }
    const { wall: raced } = await raceLater(
      [
        { name: "empty", run: run(["--eval", ""]) },
        ...asked().map(({ name, args }) => ({ name, run: run([path, ...args]) }))
      ],
      rounds
    )
    for (const { name, most } of asked())
      give({
        what: `hearback ${name}, from ${from}${isBounded ? `, of ${most} ms` : ""}`,
        ours: time(raced.ns(name)),
        limit: `empty program ${time(raced.ns("empty"))}`,
        // Here the figure itself is limited, not its ratio to the other one.
        ratio: raced.ns(name) / 1e6 / most,
        ...(isBounded ? { target: 1 } : {})
      })
  }
}

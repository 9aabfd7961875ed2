// npm run -s hearback -- <command> …
//
// Runs the command line from source, at once: nothing is installed or built here. Plain JavaScript on purpose: any
// Node can start it, and it hands over to the one in .toolchain/ where the running one is too old.
import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { nodeOf } from "./node-of.mjs"

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const node = nodeOf(root)?.node ?? process.execPath

if (!existsSync(node) || !existsSync(join(root, "packages/hearback/node_modules"))) {
  process.stderr.write("Nothing is set up yet: run `npm run demo` first.\n")
  process.exit(2)
}

// npm changes to the folder of package.json; file names are relative to the folder of the person.
const { npm_lifecycle_event: script, INIT_CWD } = process.env
const cwd = script === "hearback" && INIT_CWD ? INIT_CWD : process.cwd()
const bin = join(root, "packages/hearback/src/bin.ts")
const child = spawn(node, ["--conditions=source", "--no-warnings", bin, ...process.argv.slice(2)], {
  cwd,
  stdio: "inherit",
  env: { ...process.env, HEARBACK_COMMAND: "npm run -s hearback --" }
})

// Ctrl-C reaches both processes; the child decides how to end.
process.on("SIGINT", () => undefined)
process.on("SIGTERM", () => child.kill("SIGTERM"))
child.on("error", (error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(2)
})
child.on("exit", (code, signal) => process.exit(signal === "SIGINT" ? 130 : (code ?? 2)))

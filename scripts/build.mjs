// Builds every package: JavaScript by tsup, declarations by tsc, lower layers first. What a host installs brings the
// schemas for its editor and the pages of findings.
import { spawnSync } from "node:child_process"
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { keepReachable } from "./declarations.mjs"

const layers = [
  "core",
  "policy",
  "engine",
  "store-sql",
  "insight",
  "simulation",
  "backtest",
  "hearback",
  "cluster",
  "create-hearback"
]
const root = join(import.meta.dirname, "..")

for (const name of layers) {
  const cwd = join(root, "packages", name)
  for (const [command, ...args] of [
    ["tsup", "--silent"],
    ["tsc", "-p", "tsconfig.json"]
  ]) {
    const { status, stdout, stderr } = spawnSync(join(root, "node_modules", ".bin", command), args, {
      cwd,
      encoding: "utf8"
    })
    if (status === 0) continue
    process.stdout.write(`${name}: ${command}\n${stdout}${stderr}\n`)
    process.exit(1)
  }
  keepReachable(cwd)
  process.stdout.write(`built ${name}\n`)
}

/** Copies a JSON file without its blanks: editors read it, and the installed size is limited. */
const copyCompact = (from, to) => writeFileSync(to, JSON.stringify(JSON.parse(readFileSync(from, "utf8"))))

const schemas = join(root, "packages", "hearback", "schemas")
mkdirSync(schemas, { recursive: true })
for (const file of readdirSync(join(root, "schemas"))) copyCompact(join(root, "schemas", file), join(schemas, file))
cpSync(join(root, "docs", "diagnostics"), join(root, "packages", "hearback", "diagnostics"), { recursive: true })

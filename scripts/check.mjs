// Everything that guards the project besides its tests: scripts of package.json, then the packed packages.
import { spawnSync } from "node:child_process"
import { Problem, runGuards } from "./guard.mjs"
import { packGuards, removeTraces } from "./pack/guards.mjs"

const scripts = [
  ["types", "typecheck"],
  ["lint", "lint"],
  ["dead code", "deadcode"],
  ["schema drift", "schemas:check"],
  ["case list", "cases:check"],
  ["build", "build"],
  ["documentation as a site", "docs:run"]
]

// pnpm is needed only for building and packing; Node runs the rest.
const script = (name) => () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--run", name], {
    encoding: "utf8",
    maxBuffer: 1 << 28
  })
  if (status !== 0) throw new Problem(`${stdout}${stderr}`)
}

try {
  await runGuards(scripts.map(([name, run]) => [name, script(run)]))
  await runGuards(packGuards, 2)
} finally {
  removeTraces()
}

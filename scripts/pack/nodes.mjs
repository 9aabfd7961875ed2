// Starts the packages by each entry point, on the oldest Node that works and on one that is too old.
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Problem } from "../guard.mjs"
import { oldest, tooOld } from "./fetch-node.mjs"
import { once } from "./place.mjs"
import { programs, project } from "./project.mjs"

const installed = once(async () => {
  const made = await project("nodes", { "package.json": '{ "private": true, "type": "module" }' })
  for (const file of readdirSync(programs)) copyFileSync(join(programs, file), join(made.cwd, file))
  await made.type("npm install hearback create-hearback")
  return made
})

/** `hearback/vitest` is loaded only by vitest, which itself says which Node it needs. */
const loadedByOthers = new Set(["./vitest"])

/** Returns the command for each entry point, for the command line and for the creator. */
const waysIn = ({ cwd }) => {
  const { exports } = JSON.parse(readFileSync(join(cwd, "node_modules", "hearback", "package.json"), "utf8"))
  const entries = Object.keys(exports).filter((path) => !/package\.json|\*/.test(path) && !loadedByOthers.has(path))
  const lines = entries.map((path) => {
    const file = `import-${path.replace(/\W/g, "")}.js`
    writeFileSync(join(cwd, file), `import ${JSON.stringify(join("hearback", path))}\n`)
    return `node ${file}`
  })
  return [
    ...lines,
    "node node_modules/.bin/hearback check policy.yaml",
    "node node_modules/.bin/create-hearback --help"
  ]
}

/** Checks that all of them, and a host, run on the oldest Node. */
export const oldestNode = async () => {
  const { node, version } = await oldest()
  const made = await installed()
  const lines = waysIn(made)
  for (const line of lines) await made.type(line, { node })
  const printed = await made.type("node loop.ts", { node })
  if (!/^opened complaint billing 5 true$/m.test(printed)) throw new Problem(printed)
  return `Node ${version}, ${lines.length} ways in`
}

/** Checks that each ends with one sentence and exit code 2 on an older Node. */
export const olderNode = async () => {
  const nodes = await tooOld()
  const made = await installed()
  const lines = waysIn(made)
  for (const each of nodes) for (const line of lines) await refused(made, line, each)
  const { stderr } = await made.answer(lines[0], { node: nodes[0].node, env: { LANG: "zh_CN.UTF-8" } })
  if (!stderr.includes("Hearback 需要 Node")) throw new Problem(stderr)
  return `Node ${nodes.map(({ version }) => version).join(" and ")}, ${lines.length} ways in`
}

async function refused({ answer }, line, { node, version }) {
  const { status, stdout, stderr } = await answer(line, { node })
  const said = stderr.match(/^Hearback needs Node [\d.]+ or newer, and this is Node ([\d.]+): install .+\.\n$/)?.[1]
  if (status !== 2 || stdout !== "" || said !== version)
    throw new Problem(`${line} on Node ${version}: exit ${status}\n${stdout}${stderr}`)
}

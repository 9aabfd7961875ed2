// The same packages on other Nodes: the oldest that `engines` names, and one that is too old.
import { copyFileSync, existsSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Problem } from "../guard.mjs"
import { nodeAt } from "../node-of.mjs"
import { once, root } from "./place.mjs"
import { must } from "./process.mjs"
import { programs, project } from "./project.mjs"
import { npm } from "./registry.mjs"
import { tarballs } from "./tarballs.mjs"

const TOO_OLD = "20.20"

const installed = once(async () => {
  const made = await project("nodes", { "package.json": '{ "private": true, "type": "module" }' })
  for (const file of readdirSync(programs)) copyFileSync(join(programs, file), join(made.cwd, file))
  await made.type("npm install hearback create-hearback")
  return made
})

/** A host, the command line and a created project. */
export const oldestNode = async () => {
  const { manifest } = (await tarballs()).find((one) => one.manifest.name === "hearback")
  const node = await nodeFrom(manifest.engines.node.replace(">=", ""))
  const { cwd, type } = await installed()
  const printed = await type("node loop.ts", { node })
  if (!/^opened complaint billing 5 true$/m.test(printed)) throw new Problem(printed)
  await type("npx hearback check policy.yaml", { node })
  await type("npx create-hearback made && cd made && npx hearback check && npx hearback test && node index.ts", {
    node
  })
  return `Node ${await versionOf(node, cwd)}`
}

/** Each entry, the program and the creator end with one sentence and exit code 2. */
export const olderNode = async () => {
  const node = await nodeFrom(TOO_OLD)
  const { cwd, type, answer } = await installed()
  const { exports } = JSON.parse(await type("cat node_modules/hearback/package.json"))
  const entries = Object.keys(exports).filter((path) => !/package\.json|\*/.test(path))
  const lines = entries.map((path, at) => {
    writeFileSync(join(cwd, `entry-${at}.js`), `import ${JSON.stringify(join("hearback", path))}\n`)
    return `node entry-${at}.js`
  })
  lines.push("npx hearback check policy.yaml", "npx create-hearback other")
  const version = await versionOf(node, cwd)
  const sentence = /^Hearback needs Node [\d.]+ or newer, and this is Node ([\d.]+): install .+\.\n$/
  for (const line of lines) {
    const { status, stdout, stderr } = await answer(line, { node })
    if (status !== 2 || stdout !== "" || stderr.match(sentence)?.[1] !== version)
      throw new Problem(`${line}: exit ${status}\n${stdout}${stderr}`)
  }
  const { stderr } = await answer("node entry-0.js", { node, env: { LANG: "zh_CN.UTF-8" } })
  if (!stderr.includes("Hearback 需要 Node")) throw new Problem(stderr)
  return `Node ${version}, ${lines.length} ways in`
}

const versionOf = async (node, cwd) => (await must(node, ["-p", "process.versions.node"], { cwd })).trim()

/** Returns the lowest Node of the registry from a version on, within its major; kept in .toolchain/ once fetched. */
async function nodeFrom(wanted) {
  const env = await npm()
  const listed = await must("npm", ["view", nodeAt(root, "").name, "versions", "--json"], { cwd: root, env })
  const [major, minor = 0] = wanted.split(".").map(Number)
  const version = JSON.parse(listed).find((each) => {
    const [itsMajor, itsMinor] = each.split(".").map(Number)
    return itsMajor === major && itsMinor >= minor
  })
  const { name, home, node } = nodeAt(join(root, ".toolchain", "checked", version), version)
  const options = ["--prefix", home, "--no-save", "--ignore-scripts"]
  if (!existsSync(node)) await must("npm", ["install", ...options, `${name}@${version}`], { cwd: root, env })
  return node
}

// Other Nodes than the running one, from the npm registry.
import { existsSync } from "node:fs"
import { join } from "node:path"
import { nodeAt } from "../node-of.mjs"
import { once, root } from "./place.mjs"
import { must } from "./process.mjs"
import { npm } from "./registry.mjs"
import { tarballs } from "./tarballs.mjs"

/** Returns the lowest Node of the registry from a version on, within its major; kept in .toolchain/ once downloaded. */
async function fetchNode(wanted) {
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
  return { node, version }
}

/** The oldest Node that `engines` allows. */
export const oldest = once(async () => {
  const { manifest } = (await tarballs()).find((one) => one.manifest.name === "hearback")
  return fetchNode(manifest.engines.node.replace(">=", ""))
})

/** Nodes that are too old and still common. */
export const tooOld = once(async () => [await fetchNode("20.20"), await fetchNode("18.20")])

/** The Node that runs the checks. */
export const running = async () => ({ node: process.execPath, version: process.versions.node })

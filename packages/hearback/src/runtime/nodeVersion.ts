/**
 * Ends the process with one sentence if Node is too old, before anything is used that an old Node lacks.
 *
 * The build makes this the first import of every file of the package. So an old Node must be able to read it: it
 * imports nothing of Node, and uses old syntax.
 */
import { oldNode } from "../text/generated/OldNode.ts"
import { chooseLanguage } from "./Language.ts"

/** The oldest Node that works, as in `engines` of each package. */
export const oldestNode = "22.19"

/** Returns whether a version is at least the oldest that works. */
export const isNewEnough = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split(".").map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode.split(".").map(Number)
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)
}

/** Other runtimes and browsers are not checked, because their version of Node is only imitated. */
const versions: Partial<NodeJS.ProcessVersions> = typeof process === "undefined" ? {} : process.versions
const running = "bun" in versions || "deno" in versions ? undefined : versions.node

if (running !== undefined && !isNewEnough(running)) {
  process.stderr.write(`${oldNode[chooseLanguage(undefined, process.env)](oldestNode, running)}\n`)
  process.exit(2)
}

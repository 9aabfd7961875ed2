// Which Node runs the code here: the running one where it is new enough, else the one kept in .toolchain/.
import { join } from "node:path"

// Fetched only when the running Node is older than `engines.node`. npm has no 24.21.0 for macOS.
const VERSION = process.platform === "darwin" ? "26.10.0" : "24.21.0"

const isNewEnough = () => {
  const [major, minor] = process.versions.node.split(".").map(Number)
  return (major === 22 && minor >= 19) || (major === 24 && minor >= 11) || major >= 26
}

/** Returns where the Node to use stands and what npm calls it, or undefined when the running one will do. */
export function nodeOf(root) {
  return isNewEnough() ? undefined : nodeAt(join(root, ".toolchain", `node-${VERSION}`), VERSION)
}

/** Returns a Node of npm that stands in a folder of its own, once it is installed there. */
export function nodeAt(home, version) {
  const os = process.platform === "win32" ? "win" : process.platform
  const name = `${os === "darwin" && process.arch === "arm64" ? "node-bin" : "node"}-${os}-${process.arch}`
  const file = process.platform === "win32" ? "node.exe" : "node"
  return { name, version, home, node: join(home, "node_modules", name, "bin", file) }
}

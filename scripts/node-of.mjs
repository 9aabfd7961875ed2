// Finds the Node that runs the code here: the running one if it is new enough, else the one in .toolchain/.
import { join } from "node:path"

// Downloaded only if the running Node is older than `engines.node`. npm has no 24.21.0 for macOS.
const VERSION = process.platform === "darwin" ? "26.10.0" : "24.21.0"

const isNewEnough = () => {
  const [major, minor] = process.versions.node.split(".").map(Number)
  return (major === 22 && minor >= 19) || (major === 24 && minor >= 11) || major >= 26
}

/** Returns the path and npm's name of the Node to use; undefined if the running one is new enough. */
export function nodeOf(root) {
  return isNewEnough() ? undefined : nodeAt(join(root, ".toolchain", `node-${VERSION}`), VERSION)
}

/** Returns a Node of npm in a folder of its own, installed there if it is missing. */
export function nodeAt(home, version) {
  const os = process.platform === "win32" ? "win" : process.platform
  const name = `${os === "darwin" && process.arch === "arm64" ? "node-bin" : "node"}-${os}-${process.arch}`
  const file = process.platform === "win32" ? "node.exe" : "node"
  return { name, version, home, node: join(home, "node_modules", name, "bin", file) }
}

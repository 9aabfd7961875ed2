// The size of what `npm install hearback` installs in an empty project.
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { Problem } from "../guard.mjs"
import { bytesOf, lean } from "./project.mjs"

const MOST_MEGABYTES = 20
const MOST_FOLDERS = 16

/** Checks the megabytes and the number of top-level folders of everything but `effect`, which has a size of its own. */
export async function size() {
  const { cwd } = await lean()
  const modules = join(cwd, "node_modules")
  const folders = readdirSync(modules).filter((name) => !name.startsWith(".") && name !== "effect")
  const sizes = folders.map((name) => [name, bytesOf(join(modules, name)) / 1e6]).sort(([, a], [, b]) => b - a)
  const total = sizes.reduce((sum, [, megabytes]) => sum + megabytes, 0)
  const effect = existsSync(join(modules, "effect")) ? bytesOf(join(modules, "effect")) / 1e6 : 0
  const says = `${total.toFixed(1)} MB in ${folders.length} folders, and effect with ${effect.toFixed(1)} MB`
  if (total <= MOST_MEGABYTES && folders.length <= MOST_FOLDERS) return says
  const list = sizes.map(([name, megabytes]) => `${megabytes.toFixed(2).padStart(8)} MB  ${name}`)
  throw new Problem([`${says}; at most ${MOST_MEGABYTES} MB in ${MOST_FOLDERS} folders is allowed`, ...list].join("\n"))
}

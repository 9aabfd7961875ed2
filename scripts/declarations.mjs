// Removes the declarations that no entry point of a package needs, since nobody can import them and every host would
// install them.
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"

const reference = /(?:from |import\(|import )"(\.[^"]+)\.(?:js|ts)"/g

/** Returns every file of types that `exports` of a package names. */
const typesIn = (exported) => {
  if (typeof exported === "string") return exported.endsWith(".d.ts") ? [exported] : []
  return Object.values(exported ?? {}).flatMap(typesIn)
}

/** Removes unneeded declarations from `dist` of the package in a folder; returns how many are left. */
export const keepReachable = (folder) => {
  const reached = new Set()
  const reach = (path) => {
    if (reached.has(path) || !existsSync(path)) return
    reached.add(path)
    for (const [, to] of readFileSync(path, "utf8").matchAll(reference)) reach(join(path, "..", `${to}.d.ts`))
  }
  for (const entry of typesIn(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).exports))
    reach(join(folder, entry))
  for (const name of readdirSync(join(folder, "dist"), { recursive: true })) {
    const path = join(folder, "dist", name)
    if (path.endsWith(".d.ts") && !reached.has(path)) rmSync(path)
  }
  return reached.size
}

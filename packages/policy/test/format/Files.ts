/** Every policy, pack, part, scenario and people file of the repository. */
import { readdirSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"

const root = join(import.meta.dirname, "../../../..")
const folders = [
  "packages/policy/packs",
  "packages/policy/test/fixtures",
  "examples",
  "packages/hearback/test/scenario"
]

/** A file of the repository. */
export interface File {
  readonly path: string
  readonly name: string
  readonly text: string
}

/** All files that the formatter must handle. */
export const files: readonly File[] = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".yaml") && basename(path) !== "map.yaml")
    .sort()
    .map((path) => {
      const whole = join(root, folder, path)
      return { path: whole, name: `${folder}/${path}`, text: readFileSync(whole, "utf8") }
    })
)

/** The files that are compiled by themselves. */
export const policies: readonly File[] = files.filter(({ path }) => path.endsWith(".policy.yaml"))

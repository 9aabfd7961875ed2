// The tests for a mutant: those that `scripts/mutate.mjs` names, in one project. Stryker works in a copy of the
// repository, so packages in `node_modules` are resolved to the copy, where the mutants are.
import { join, sep } from "node:path"
import { defineConfig } from "vitest/config"
import { keptThread } from "./KeptThread.ts"
import { ShortFirst } from "./ShortFirst.ts"

const copy = process.cwd()
const home = process.env["HEARBACK_MUTATE_HOME"] ?? copy
const conditions = ["source"]

export default defineConfig({
  root: copy,
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  plugins: [
    {
      name: "kept-thread",
      configureVitest({ project }) {
        Object.assign(project.config, { pool: keptThread.name, poolRunner: keptThread })
      }
    },
    {
      name: "packages-of-the-copy",
      enforce: "pre",
      async resolveId(source, importer, options) {
        if (!/^(@hearback\/|hearback(\/|$))/.test(source)) return null
        const found = await this.resolve(source, importer, { ...options, skipSelf: true })
        if (found === null || found.id.startsWith(copy + sep) || !found.id.startsWith(home + sep)) return found
        return { ...found, id: copy + found.id.slice(home.length) }
      }
    }
  ],
  test: {
    testTimeout: 60_000,
    isolate: false,
    setupFiles: [join(import.meta.dirname, "Inactive.ts")],
    sequence: { sequencer: ShortFirst },
    include: (process.env["HEARBACK_MUTATE_TESTS"] ?? "").split(",")
  }
})

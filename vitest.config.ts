import { availableParallelism, tmpdir } from "node:os"
import { join } from "node:path"
import { configDefaults, defineConfig } from "vitest/config"
import { keepFilesInMemory } from "./test/FilesInMemory.ts"

// Tests run against src, not dist: workspace packages resolve by the "source" condition.
const conditions = ["source"]
const packages = [
  "core",
  "policy",
  "engine",
  "store-sql",
  "insight",
  "simulation",
  "backtest",
  "hearback",
  "cluster",
  "create-hearback"
]
/** Tests of the command line run apart from those of the package that it is in, and so do laws over generated histories. */
const commandLine = "packages/hearback/test/cli/**"
const laws = "packages/*/test/laws/**"
/** Tests against a PostgreSQL server, which is started for them. */
const onPostgres = "packages/*/test/postgres/**"

/** What was compiled stays from one run to the next. */
const compiled = join(tmpdir(), "node-compile-cache")
keepFilesInMemory()

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // A loaded machine is slow, not wrong.
    testTimeout: 30_000,
    setupFiles: [join(import.meta.dirname, "test/RelativeImports.ts")],
    // One more than there are cores: some files wait for a server or for processes of their own.
    maxWorkers: availableParallelism() + 1,
    // The test files of a project share a process for each core, as everything of a host does: what one has loaded is there.
    isolate: false,
    // Node itself loads the sources, as it does for the command line: nothing is transformed, and calls are direct.
    // What a test makes is mostly gone soon, and cheap to clear away where the young generation is large.
    execArgv: ["--conditions=source", "--max-semi-space-size=64"],
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // A process that a test starts reads back what an earlier one has compiled, as the command line does by itself.
    env: { NODE_COMPILE_CACHE: compiled },
    // Continuous integration counts from the report.
    ...(process.env["HEARBACK_REPORT"] === undefined
      ? {}
      : { reporters: ["default", ["json", { outputFile: process.env["HEARBACK_REPORT"] }]] as const }),
    projects: [
      { extends: true, test: { name: "house", include: ["test/**/*.test.ts"] } },
      { extends: true, test: { name: "examples", include: ["examples/**/*.test.ts"] } },
      ...packages.map((name) => ({
        extends: true as const,
        test: {
          name,
          include: [`packages/${name}/test/**/*.test.ts`],
          exclude: [...configDefaults.exclude, commandLine, laws, onPostgres]
        }
      })),
      { extends: true, test: { name: "laws", include: [`${laws}/*.test.ts`] } },
      {
        extends: true,
        test: {
          name: "postgres",
          include: [`${onPostgres}/*.test.ts`],
          globalSetup: ["test/postgres/setup.ts"],
          testTimeout: 120_000
        }
      },
      { extends: true, test: { name: "cli", include: [`${commandLine}/*.test.ts`] } }
    ]
  }
})

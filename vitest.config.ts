import { configDefaults, defineConfig } from "vitest/config"

// Tests run against src, not dist: workspace packages resolve by the "source" condition.
const conditions = ["source"]
const packages = ["core", "policy", "engine", "store-sql", "insight", "simulation", "hearback", "create-hearback"]
/** Tests of the command line run apart from those of the package that it is in. */
const commandLine = "packages/hearback/test/cli/**"

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // A loaded machine is slow, not wrong.
    testTimeout: 30_000,
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
          exclude: [...configDefaults.exclude, commandLine]
        }
      })),
      { extends: true, test: { name: "cli", include: [`${commandLine}/*.test.ts`] } }
    ]
  }
})

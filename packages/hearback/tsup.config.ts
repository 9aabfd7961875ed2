import { defineConfig } from "tsup"
import base from "../../tsup.base.ts"
import manifest from "./package.json" with { type: "json" }
import { buildCheck, checkApart, rare } from "./tsup.check.ts"

const define = { HEARBACK_VERSION: JSON.stringify(manifest.version) }

export default defineConfig({
  ...base,
  entry: {
    nodeVersion: "src/runtime/nodeVersion.ts",
    bin: "src/bin.ts",
    index: "src/index.ts",
    sqlite: "src/sqlite.ts",
    postgres: "src/postgres.ts",
    tx: "src/tx.ts",
    http: "src/http.ts",
    channels: "src/channels.ts",
    testing: "src/testing.ts",
    simulation: "src/simulation.ts",
    vitest: "src/vitest.ts",
    vitestConfig: "src/vitestConfig.ts",
    laws: "src/laws.ts",
    effect: "src/effect.ts",
    cli: "src/cli.ts",
    simulationWorker: "src/runtime/worker.ts",
    ...rare
  },
  define,
  esbuildPlugins: [...base.esbuildPlugins, checkApart],
  // Every file is at the top of `dist`, so this is its first import, and its own imports come later.
  banner: { js: 'import "./nodeVersion.js"' },
  onSuccess: () => buildCheck(define)
})

import { defineConfig } from "tsup"
import base from "../../tsup.base.ts"
import manifest from "./package.json" with { type: "json" }

export default defineConfig({
  ...base,
  entry: [
    "src/nodeVersion.ts",
    "src/bin.ts",
    "src/index.ts",
    "src/sqlite.ts",
    "src/channels.ts",
    "src/testing.ts",
    "src/laws.ts",
    "src/effect.ts",
    "src/cli.ts"
  ],
  define: { HEARBACK_VERSION: JSON.stringify(manifest.version) },
  // Every file is at the top of `dist`, so this is its first import, and what it imports itself comes later.
  banner: { js: 'import "./nodeVersion.js"' }
})

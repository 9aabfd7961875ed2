import { defineConfig } from "tsup"
import base from "../../tsup.base.ts"

export default defineConfig({
  ...base,
  entry: [
    "src/bin.ts",
    "src/index.ts",
    "src/sqlite.ts",
    "src/channels.ts",
    "src/testing.ts",
    "src/laws.ts",
    "src/effect.ts",
    "src/cli.ts"
  ]
})

import { defineConfig } from "tsup"
import base, { withYaml } from "../../tsup.base.ts"

export default defineConfig({ ...base, ...withYaml, entry: ["src/index.ts", "src/node.ts"] })

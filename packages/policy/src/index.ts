/** Policy as code: YAML to diagnostics or a checked bundle. */
export { type Compiled, compileWith, type Sources } from "./compile.ts"
export { compile, compileFile, type Input, packs } from "./node.ts"

/** The sources of all packages, parsed once for every test that reads them. */
import { join } from "node:path"
import { Project } from "ts-morph"

const root = join(import.meta.dirname, "../..")

/** ts-morph brings its own compiler API (TypeScript 7 has none). It only parses here: nothing is resolved. */
export const project = new Project({ compilerOptions: { noLib: true }, skipFileDependencyResolution: true })
project.addSourceFilesAtPaths([
  join(root, "packages/*/src/**/*.ts"),
  `!${join(root, "packages/*/src/**/generated/**")}`
])

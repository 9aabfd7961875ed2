/** The files that make a folder a separate project; the same in every language. */
import { oldestNode } from "../../runtime/nodeVersion.ts"
import { version } from "../program/Version.ts"
import type { FileContents } from "../text/en/init/Files.ts"

const written = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** These files by name. Node runs TypeScript by removing the types; the compiler options tell editors so. */
export const projectFiles: FileContents = {
  "package.json": written({
    private: true,
    type: "module",
    scripts: { start: "node index.ts", test: "hearback check && hearback test" },
    dependencies: { hearback: version === undefined ? "latest" : `^${version}` },
    devDependencies: { "@types/node": "^24" },
    engines: { node: `>=${oldestNode}` }
  }),
  "tsconfig.json": written({
    compilerOptions: {
      target: "es2023",
      module: "nodenext",
      types: ["node"],
      strict: true,
      noEmit: true,
      erasableSyntaxOnly: true,
      verbatimModuleSyntax: true
    }
  }),
  ".gitignore": "node_modules/\n*.db*\n"
}

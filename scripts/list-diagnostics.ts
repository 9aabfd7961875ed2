// Writes the index of all diagnostics, docs/diagnostics/README.md, from their pages.
//
// node --conditions=source scripts/list-diagnostics.ts
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { indexPage } from "../test/docs/Index.ts"
import { root } from "../test/docs/Markdown.ts"
import { folder } from "../test/docs/Page.ts"

writeFileSync(join(root, folder, "README.md"), indexPage())

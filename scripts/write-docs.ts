// Writes what the documentation says from data: the index of all diagnostics, from their pages, and in the language
// reference what this version does not obey yet. Tests fail when either is out of date.
//
// node --conditions=source scripts/write-docs.ts
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { indexPage } from "../test/docs/Index.ts"
import { keysPage, keysText } from "../test/docs/Keys.ts"
import { root } from "../test/docs/Markdown.ts"
import { folder } from "../test/docs/Page.ts"
import { reference, referencePage } from "../test/docs/Reference.ts"

writeFileSync(join(root, folder, "README.md"), indexPage())
writeFileSync(join(root, reference), referencePage())
writeFileSync(join(root, keysPage), keysText())

// Writes documentation from data: the index of all diagnostics from their pages, the page of every key, those of the
// program interface, of every notice and of packs, and pictures. Tests fail if one of them is out of date.
// node --conditions=source scripts/write-docs.ts
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { givenNames } from "../test/docs/api/Given.ts"
import { apiPages } from "../test/docs/api/Page.ts"
import { indexPage } from "../test/docs/Index.ts"
import { keysPage, keysText } from "../test/docs/Keys.ts"
import { root } from "../test/docs/Markdown.ts"
import { noticesPage, noticesText } from "../test/docs/Notices.ts"
import { packPages, packsFolder } from "../test/docs/Packs.ts"
import { folder } from "../test/docs/Page.ts"
import { pictures } from "../test/docs/Pictures.ts"

writeFileSync(join(root, folder, "README.md"), indexPage())
writeFileSync(join(root, keysPage), keysText())
writeFileSync(join(root, noticesPage), noticesText())
for (const made of [packsFolder, "docs/pictures"]) mkdirSync(join(root, made), { recursive: true })
const pages = { ...apiPages(givenNames()), ...packPages(), ...pictures() }
for (const [path, text] of Object.entries(pages)) writeFileSync(join(root, path), text)

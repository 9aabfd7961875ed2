// Writes generated files. With --check it writes nothing and fails if one is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"

const root = join(import.meta.dirname, "..")

/** Writes or checks files; `files` has their lines by their paths in the repository. */
export function writeOrCheck(files: Readonly<Record<string, ReadonlyArray<string>>>): void {
  for (const [name, lines] of Object.entries(files)) {
    const path = join(root, name)
    const text = `${lines.join("\n")}\n`
    if (!process.argv.includes("--check")) {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    } else if (!existsSync(path) || readFileSync(path, "utf8") !== text) {
      console.error(`${name} is out of date: run "node --run schemas"`)
      process.exitCode = 1
    }
  }
}

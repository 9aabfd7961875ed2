/** Programs of `ts` fences: written beside a host's own code, so that imports resolve, type-checked, and run. */
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "./Markdown.ts"

/** Calls back with a folder inside the package `hearback`, and removes it. */
const inHost = <A>(act: (folder: string) => A): A => {
  const folder = mkdtempSync(join(root, "packages/hearback/test/.fences-"))
  try {
    return act(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Returns what the compiler says of programs by file name; nothing where all is well. */
export const typed = (programs: Readonly<Record<string, string>>): string =>
  inHost((folder) => {
    for (const [name, text] of Object.entries(programs)) writeFileSync(join(folder, name), text)
    const config = { extends: "../../../../tsconfig.base.json", compilerOptions: { noEmit: true }, include: ["*.ts"] }
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config))
    const { stdout } = spawnSync(join(root, "node_modules/.bin/tsc"), ["-p", folder], { cwd: folder, encoding: "utf8" })
    return stdout
  })

/** Runs a program beside files, and returns the lines it prints; what it says on stderr comes behind them. */
export const printed = (program: string, files: Readonly<Record<string, string>>): readonly string[] =>
  inHost((folder) => {
    for (const [name, text] of Object.entries({ ...files, "program.ts": program }))
      writeFileSync(join(folder, name), text)
    const flags = ["--conditions=source", "--no-warnings"]
    const answer = spawnSync(process.execPath, [...flags, "program.ts"], { cwd: folder, encoding: "utf8" })
    return `${answer.stdout}${answer.stderr}`.trimEnd().split("\n")
  })

/** Returns the lines that a program says it prints: the comments right below a `console.log`. */
export const promised = (program: string): readonly string[] =>
  program.split("\n").flatMap((line, at, lines) => {
    if (!/^\s*console\.log\(/.test(line)) return []
    const below = lines.slice(at + 1)
    const end = below.findIndex((each) => !/^\s*\/\/ /.test(each))
    return below.slice(0, end < 0 ? undefined : end).map((each) => each.trim().slice("// ".length))
  })

/** Whether a printed line is the promised one; `…` stands for anything, such as a date of today. */
export const keeps = (line: string | undefined, promise: string): boolean => {
  const parts = promise.split("…").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
  return line !== undefined && new RegExp(`^${parts.join(".*")}$`).test(line)
}

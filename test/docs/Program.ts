/** Programs of `ts` fences: written beside a host's own code, so that imports resolve, type-checked, and run in this process. */
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { format } from "node:util"
import { root } from "./Markdown.ts"

/** Calls back with a folder inside the package `hearback`, and removes it. */
const inHost = async <A>(act: (folder: string) => A | Promise<A>): Promise<A> => {
  const folder = mkdtempSync(join(root, "packages/hearback/test/.fences-"))
  try {
    return await act(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Returns what the compiler says of programs by file name; nothing where all is well. */
export const typed = (programs: Readonly<Record<string, string>>): Promise<string> =>
  inHost((folder) => {
    for (const [name, text] of Object.entries(programs)) writeFileSync(join(folder, name), text)
    const config = { extends: "../../../../tsconfig.base.json", compilerOptions: { noEmit: true }, include: ["*.ts"] }
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config))
    // Several checkers each work out the types that the files have in common.
    const options = ["-p", folder, "--checkers", "1"]
    const { stdout } = spawnSync(join(root, "node_modules/.bin/tsc"), options, { cwd: folder, encoding: "utf8" })
    return stdout
  })

/** Runs a program beside files, and returns the lines it prints; what it says otherwise comes behind them. */
export const printed = (program: string, files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  inHost(async (folder) => {
    for (const [name, text] of Object.entries({ ...files, "program.ts": program }))
      writeFileSync(join(folder, name), text)
    const [out, err]: [string[], string[]] = [[], []]
    const [before, { log, warn, error }] = [process.cwd(), console]
    console.log = (...values) => out.push(...format(...values).split("\n"))
    console.warn = console.error = (...values) => err.push(...format(...values).split("\n"))
    // A program reads and writes where it is started.
    process.chdir(folder)
    try {
      await import(join(folder, "program.ts"))
    } catch (thrown) {
      err.push(String(thrown))
    } finally {
      process.chdir(before)
      Object.assign(console, { log, warn, error })
    }
    return [...out, ...err]
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

/** Writes the content of a store's tables into files that only their owner can read, and reads them. */
import { once } from "node:events"
import { createReadStream, createWriteStream, rmSync } from "node:fs"
import { createInterface } from "node:readline"
import { finished } from "node:stream/promises"
import { cannotRead } from "../file/Bytes.ts"
import { shortPath } from "../file/Paths.ts"
import type { CommandContext } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"

/** Writes lines into a new file and returns what `hand` returns. An existing file is not changed. */
export const writeLines = async <T>(
  path: string,
  context: CommandContext,
  hand: (write: (line: string) => Promise<void>) => Promise<T>
): Promise<T> => {
  const { terminal, texts, progress } = context
  const { fault, tables } = texts
  const file = createWriteStream(path, { flags: "wx", mode: 0o600 })
  const opened = once(file, "open")
  try {
    await opened
  } catch (error) {
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST"
    const shown = shortPath(path, context)
    return isThere
      ? cannotRun({ code: "file/exists", message: fault.exists([shown]) }, error)
      : cannotRun({ code: "file/unwritable", message: fault.fileUnwritable(shown) }, error)
  }
  let rows = 0
  try {
    const answer = await hand(async (line) => {
      terminal.interrupted.throwIfAborted()
      rows += 1
      progress.tell({ rows }, () => tables.progress(rows))
      if (!file.write(`${line}\n`)) await once(file, "drain")
    })
    file.end()
    await finished(file)
    return answer
  } catch (error) {
    // A partial file is useless and would prevent the next try.
    file.destroy()
    rmSync(path, { force: true })
    throw error
  }
}

/** Reads lines until the person interrupts. */
export async function* readLines(path: string, context: CommandContext): AsyncGenerator<string> {
  const { terminal, texts, progress } = context
  const file = createReadStream(path)
  try {
    await once(file, "open")
    let rows = 0
    for await (const line of createInterface({ input: file, crlfDelay: Number.POSITIVE_INFINITY })) {
      terminal.interrupted.throwIfAborted()
      rows += 1
      progress.tell({ rows }, () => texts.tables.progress(rows))
      yield line
    }
  } catch (error) {
    cannotRead(path, error, context)
  } finally {
    file.destroy()
  }
}

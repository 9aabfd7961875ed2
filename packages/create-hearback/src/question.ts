/** Questions on a terminal. */
import { createInterface } from "node:readline/promises"
import type { Ask } from "./create.ts"

/**
 * Returns a function that asks questions on a terminal; it answers undefined after Ctrl-C or at the end of the input.
 */
export const askOn =
  (input: NodeJS.ReadStream, output: NodeJS.WriteStream): Ask =>
  async (question) => {
    const lines = createInterface({ input, output })
    const left = new AbortController()
    lines.on("close", () => left.abort())
    try {
      return (await lines.question(question, { signal: left.signal })).trim()
    } catch (error) {
      if (!left.signal.aborted) throw error
      output.write("\n")
      return undefined
    } finally {
      lines.close()
    }
  }

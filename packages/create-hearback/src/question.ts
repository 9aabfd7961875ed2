/** Questions on a terminal. */
import { createInterface } from "node:readline/promises"
import type { Ask } from "./create.ts"

/** Returns how to ask there; Ctrl-C and the end of input leave the question. */
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

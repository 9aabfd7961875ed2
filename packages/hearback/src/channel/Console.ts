/** Writes messages to standard output, for a first try. */
import { Visible } from "@hearback/core"
import type { Channel } from "@hearback/engine"
import * as Shape from "../call/Shape.ts"
import { casesOf, nameOf } from "./MessageNames.ts"

/** Makes a channel that writes messages to standard output. A repeated message is written once. */
export const consoleChannel = (
  write: (line: string) => void = (line) => process.stdout.write(`${line}\n`)
): Channel => {
  Shape.checkValue("what `consoleChannel` writes with", write, Shape.called)
  const seen = new Set<string>()
  return {
    name: "console",
    audiences: ["customer", "staff"],
    needsAddress: false,
    threads: true,
    send: async (message) => {
      const to = nameOf(message)
      if (!seen.has(message.key)) write(`→ ${to} [${casesOf(message)}] ${Visible.visible(message.text)}`)
      seen.add(message.key)
      return { delivery: "sent" }
    }
  }
}

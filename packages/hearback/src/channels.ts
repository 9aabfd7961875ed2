/** Channels that need nothing but the machine: the console, and a folder with one file a message. */
import { mkdir, readdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import type { Channel, Outgoing } from "@hearback/engine"

export type { Channel }

const plain = { receipts: "sent", threads: false } as const

/** Writes messages to standard output; a repeat of the same message is written once. */
export const consoleChannel = (
  write: (line: string) => void = (line) => process.stdout.write(`${line}\n`)
): Channel => {
  const seen = new Set<string>()
  return {
    name: "console",
    capabilities: { ...plain, dedupes: true },
    send: async (message) => {
      if (!seen.has(message.key))
        write(`→ ${message.to.name ?? message.to.value} [${casesOf(message)}] ${message.text}`)
      seen.add(message.key)
      return { delivery: "sent" }
    }
  }
}

/** The case that a message is about, or those whose notices it joins. */
const casesOf = ({ thread, contains = [] }: Outgoing): string =>
  thread ?? [...new Set(contains.map((one) => one.case))].join(", ")

const fileOf = (message: Outgoing): string => `${message.key.replace(/[^\p{L}\p{N}.-]+/gu, "_")}.txt`

/** Puts each message into a folder, in a file named by its key, so that a repeat changes nothing. */
export const fileChannel = (folder: string): Channel => ({
  name: "file",
  capabilities: { ...plain, dedupes: true },
  send: async (message) => {
    await mkdir(folder, { recursive: true })
    const head = [
      `To: ${message.to.name ?? message.to.value}`,
      `Case: ${casesOf(message)}`,
      `Subject: ${message.subject ?? ""}`,
      `Language: ${message.language}`
    ]
    const text = `${head.join("\n")}\n\n${message.text}\n`
    await writeFile(join(folder, fileOf(message)), text, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error
    })
    return { delivery: "delivered", reference: fileOf(message) }
  }
})

/** Returns the names of the messages in a folder, oldest key first. */
export const filesOf = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder).catch(() => [])).sort()

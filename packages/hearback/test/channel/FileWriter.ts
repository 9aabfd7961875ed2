/**
 * Sends the same long messages into a folder again and again, until it is killed or cannot. Arguments: folder, count.
 */
import { fileChannel } from "../../src/channels.ts"

const [folder = "", count = "1"] = process.argv.slice(2)
const channel = fileChannel(folder)
const { signal } = new AbortController()
for (let n = 0; n < Number(count); n++) {
  const message = {
    key: `case/${n}/m1`,
    audience: "customer",
    to: { address: "c@example.com" },
    message: "word",
    language: "en",
    subject: "About it",
    text: `${"x".repeat(400_000)}end`
  } as const
  try {
    await channel.send?.(message, { signal, attempt: 1 })
    process.stdout.write(".")
  } catch (error) {
    process.stdout.write(`${(error as NodeJS.ErrnoException).code}\n`)
  }
}

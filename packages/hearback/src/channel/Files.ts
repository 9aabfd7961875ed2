/**
 * Writes each message to a file in a folder, from which other programs take them.
 *
 * Invariant: a file with the name of a message is complete. It is written under another name, flushed to disk, and
 * then renamed. So neither a full disk nor a killed process leaves a partial message under its name.
 */
import { createHash, randomUUID } from "node:crypto"
import { mkdir, open, readdir, readFile, rename, stat, unlink } from "node:fs/promises"
import { join } from "node:path"
import { Visible } from "@hearback/core"
import type { Channel, ErasedCustomer, Outgoing } from "@hearback/engine"
import * as Shape from "../call/Shape.ts"
import { casesOf } from "./MessageNames.ts"

/**
 * Makes a channel that writes each message to a file in a folder. The key names the file, so a repeat changes nothing.
 * `name` tells two such channels apart.
 */
export const fileChannel = (folder: string, name = "file"): Channel => {
  Shape.checkValue("the folder of `fileChannel`", folder, Shape.name)
  Shape.checkValue("the name of `fileChannel`", name, Shape.name)
  let isCleared = false
  return {
    name,
    audiences: ["customer", "staff"],
    needsAddress: false,
    threads: true,
    send: async (message) => {
      await mkdir(folder, { recursive: true })
      if (!isCleared) await clearParts(folder)
      isCleared = true
      const name = fileOf(message)
      const path = join(folder, name)
      if (!(await isWritten(path))) await writeWhole(folder, name, textOf(message))
      return { delivery: "delivered", reference: name }
    },
    erase: async (customer) => {
      for (const name of await filesOf(folder)) {
        const path = join(folder, name)
        if (isOf(customer, headOf(await readFile(path, "utf8")))) await unlink(path)
      }
      await clearParts(folder)
    }
  }
}

/** Returns the names of the messages in a folder, the oldest key first. */
export const filesOf = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(ending)).sort()

const ending = ".txt"
const partEnding = ".part"
const longestName = 100

/**
 * Returns a file name for a key: the part that is allowed in file names, and a hash of the whole key, so that two
 * keys are two files.
 */
const fileOf = ({ key }: Outgoing): string => {
  const readable = key.replace(/[^\p{L}\p{N}.-]+/gu, "_").slice(0, longestName)
  return `${readable}-${createHash("sha256").update(key).digest("hex").slice(0, 8)}${ending}`
}

const textOf = (message: Outgoing): string => {
  const { to, subject, language, text } = message
  const head = {
    To: whomOf(to),
    Case: casesOf(message),
    Subject: subject ?? "",
    Language: language
  }
  // A line feed within a header would start a forged header.
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${Visible.visibleLine(value)}`)
  return `${lines.join("\n")}\n\n${Visible.visible(text)}\n`
}

/**
 * Returns the address, or the id if no address is known, so that the program that takes the file can find the person.
 */
const whomOf = ({ id, address = id, name }: Outgoing["to"]): string =>
  name === undefined || address === undefined ? (address ?? name ?? "") : `${name} <${address}>`

/** Returns the headers of a file. */
const headOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    (text.split("\n\n", 1)[0] ?? "").split("\n").map((line) => {
      const [name = "", value = ""] = line.split(/: (.*)/s)
      return [name, value]
    })
  )

/** Returns whether a message goes to a customer, or is about a customer's case. */
const isOf = ({ addresses, cases }: ErasedCustomer, head: ReadonlyMap<string, string>): boolean => {
  const to = head.get("To") ?? ""
  const about = (head.get("Case") ?? "").split(", ")
  return (
    addresses.map(Visible.visibleLine).some((address) => to === address || to.endsWith(` <${address}>`)) ||
    cases.some((id) => about.includes(id))
  )
}

/** Returns whether a file is empty. Such a file is no message; something else left it there. */
const isWritten = async (path: string): Promise<boolean> => {
  const found = await stat(path).catch(() => undefined)
  return found !== undefined && found.size > 0
}

const writeWhole = async (folder: string, name: string, text: string): Promise<void> => {
  const part = join(folder, `.${name}.${process.pid}.${randomUUID().slice(0, 8)}${partEnding}`)
  try {
    const file = await open(part, "wx")
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, join(folder, name))
  } catch (error) {
    await unlink(part).catch(() => undefined)
    throw error
  }
  await syncFolder(folder)
}

/**
 * Flushes the folder, because the new name is safe from a power failure only then. Some systems do not allow opening
 * a folder.
 */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, "r").catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

/** Removes temporary files of killed processes. */
const clearParts = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = /\.(\d+)\.[0-9a-f]{8}\.part$/.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) await unlink(join(folder, name)).catch(() => undefined)
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH"
  }
}

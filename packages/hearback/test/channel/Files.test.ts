import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Outgoing } from "@hearback/engine"
import { expect, it, onTestFinished } from "vitest"
import { fileChannel, filesOf } from "../../src/channels.ts"

const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), "hearback-files-"))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}
const writer = fileURLToPath(new URL("./FileWriter.ts", import.meta.url))
const options = { signal: new AbortController().signal, attempt: 1 }
const message = (change: Partial<Outgoing> = {}): Outgoing => ({
  key: "case/2611-A/m1",
  audience: "customer",
  to: { address: "ida@example.com", name: "Ida" },
  thread: "2611-A",
  message: "receipt",
  subject: "We have received your message",
  language: "en",
  text: "We have received your message.\nWe answer by Friday.",
  ...change
})
const read = async (path: string): Promise<readonly string[]> =>
  (await filesOf(path)).map((name) => readFileSync(join(path, name), "utf8"))

it("a message is a file with its headers and its text, once for each key", async () => {
  const path = folder()
  const { send } = fileChannel(path)
  expect(await send?.(message(), options)).toMatchObject({ delivery: "delivered" })
  await send?.(message({ text: "another text" }), options)
  expect(await read(path)).toEqual([
    "To: Ida <ida@example.com>\nCase: 2611-A\nSubject: We have received your message\nLanguage: en\n\nWe have received your message.\nWe answer by Friday.\n"
  ])
})

it("similar keys have different files, however long they are", async () => {
  const path = folder()
  const { send } = fileChannel(path)
  const keys = ["case/a b", "case/a_b", "case_a_b", "CASE/A B", "x".repeat(400), `${"x".repeat(400)}y`, "..", ""]
  for (const key of keys) await send?.(message({ key, text: key }), options)
  expect(await filesOf(path)).toHaveLength(keys.length)
})

it("F-D4 · a full disk leaves no partial message, and the next try delivers it", async () => {
  const path = folder()
  // Limits the size of a file, so that writing stops in the middle of a message, as on a full disk.
  const limited = `trap '' XFSZ; ulimit -f 100; exec "$0" --conditions=source "$1" "$2" 1`
  const { stdout } = spawnSync("bash", ["-c", limited, process.execPath, writer, path], { encoding: "utf8" })
  expect(stdout).toMatch(/EFBIG|ENOSPC/)
  expect(readdirSync(path)).toEqual([])
  spawnSync(process.execPath, ["--conditions=source", writer, path, "1"])
  expect((await read(path)).map((text) => text.endsWith("end\n"))).toEqual([true])
})

it("F-D4 · a process that is killed while it writes leaves only complete messages", { timeout: 60_000 }, async () => {
  const path = folder()
  for (let n = 0; n < 6; n++) {
    const child = spawn(process.execPath, ["--conditions=source", writer, path, "2000"])
    await once(child.stdout, "data")
    await new Promise((resolve) => setTimeout(resolve, n * 7))
    child.kill("SIGKILL")
    await once(child, "exit")
    const texts = await read(path)
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.filter((text) => !text.endsWith("end\n"))).toEqual([])
  }
  await fileChannel(path).send?.(message(), options)
  expect(readdirSync(path).filter((name) => !name.endsWith(".txt"))).toEqual([])
})

it("an empty file with the name of a message is no message", async () => {
  const path = folder()
  const { send } = fileChannel(path)
  await send?.(message(), options)
  const [name = ""] = await filesOf(path)
  writeFileSync(join(path, name), "")
  await send?.(message(), options)
  expect(statSync(join(path, name)).size).toBeGreaterThan(0)
})

it("F-D15 · a name, an id or a subject cannot forge a header or reverse the direction of words", async () => {
  const path = folder()
  const { send } = fileChannel(path)
  const forged = message({
    to: { address: "a@b.c\nBcc: all@example.com", name: "Ida\r\nTo: boss" },
    thread: "2611-A\nX: 1",
    subject: "pay\u202egnp\u202c \u001b]0;title\u0007",
    text: "line\nbell\u0007 \u001b[2J\u2028end"
  })
  await send?.(forged, options)
  const [text = ""] = await read(path)
  const [head = "", body = ""] = text.split("\n\n")
  expect(head.split("\n").map((line) => line.split(":")[0])).toEqual(["To", "Case", "Subject", "Language"])
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the test checks that there are none
  expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/)
  expect(body).toContain("line\nbell␇")
})

it("F-E1 · erasing a customer removes all files: messages to them, and notices to staff about their cases", async () => {
  const path = folder()
  const { send, erase } = fileChannel(path)
  const staff = { id: "ann", name: "Ann" }
  await send?.(message({ key: "1" }), options)
  await send?.(message({ key: "2", to: { id: "c-1" }, thread: "2611-B" }), options)
  await send?.(message({ key: "3", to: staff }), options)
  const { thread: _, ...joined } = message({ key: "4", to: staff })
  await send?.(
    {
      ...joined,
      contains: [
        { case: "2611-Z", message: "m" },
        { case: "2611-A", message: "m" }
      ]
    },
    options
  )
  await send?.(message({ key: "5", to: { address: "other@example.com" }, thread: "2611-AA" }), options)
  await erase?.({ addresses: ["c-1", "ida@example.com"], cases: ["2611-A"] }, options)
  expect((await read(path)).map((text) => text.split("\n")[0])).toEqual(["To: other@example.com"])
  await fileChannel(join(path, "none")).erase?.({ addresses: ["c-1"], cases: [] }, options)
})

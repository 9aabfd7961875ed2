/**
 * Rows of an XES log, one an event, read as a stream. Attributes of a trace bear `case:` before their key. The one place
 * that knows saxes. Source: IEEE 1849-2016; logs that do not follow its schema to the letter are read all the same.
 */
import { createReadStream } from "node:fs"
import { pipeline } from "node:stream"
import { createGunzip } from "node:zlib"
import type { LogRow } from "@hearback/backtest"
import { SaxesParser } from "saxes"

/** Logs are often handed on compressed. */
export const isXes = (path: string): boolean => /\.xes(?:\.gz)?$/i.test(path)

/** A log that is no XML: from where on, counted from 1; nowhere in one that is cut off or was packed wrongly. */
export class NoXml extends Error {
  readonly at: { readonly line: number; readonly column: number } | undefined

  constructor(message: string, at?: NoXml["at"]) {
    super(message)
    this.at = at
  }
}

/** Kinds of attributes that have a value; lists and containers have attributes inside. */
const valued: ReadonlySet<string> = new Set(["string", "date", "int", "float", "boolean", "id"])

/**
 * Reads a log in XES, and calls a function with every event. `told` hears how many bytes were read. Errors: `NoXml`
 * with the place.
 */
export const readXes = async (
  path: string,
  take: (row: LogRow) => void,
  told: (bytes: number) => void = () => {}
): Promise<void> => {
  const parser = new SaxesParser()
  let isAtEnd = false
  /** What is open: an attribute counts for the element that it stands in directly. */
  const open: string[] = []
  let ofTrace: Record<string, string> = {}
  let event: { readonly line: number; readonly values: Record<string, string> } | undefined
  parser.on("error", (error) => {
    throw new NoXml(error.message, isAtEnd ? undefined : { line: parser.line, column: parser.column + 1 })
  })
  parser.on("opentag", ({ name, attributes }) => {
    const parent = open.at(-1)
    open.push(name)
    if (name === "trace") ofTrace = {}
    if (name === "event") event = { line: parser.line, values: { ...ofTrace } }
    const { key, value } = attributes as Readonly<Record<string, string | undefined>>
    if (!valued.has(name) || key === undefined || value === undefined) return
    if (parent === "trace") ofTrace[`case:${key}`] = value
    if (parent === "event" && event !== undefined) event.values[key] = value
  })
  parser.on("closetag", ({ name }) => {
    open.pop()
    if (name !== "event" || event === undefined) return
    take(event)
    event = undefined
  })
  const source = createReadStream(path)
  let decoder: Decoder | undefined
  for await (const chunk of unpacked(path, source)) {
    decoder ??= decoderFor(chunk)
    parser.write(decoder.decode(chunk, { stream: true }))
    told(source.bytesRead)
  }
  parser.write(decoder?.decode() ?? "")
  isAtEnd = true
  parser.close()
}

async function* unpacked(path: string, source: ReturnType<typeof createReadStream>): AsyncGenerator<Buffer> {
  if (!/\.gz$/i.test(path)) return yield* source
  try {
    yield* pipeline(source, createGunzip(), () => {})
  } catch (error) {
    const isBroken = error instanceof Error && "code" in error && String(error.code).startsWith("Z_")
    throw isBroken ? new NoXml(error.message) : error
  }
}

type Decoder = InstanceType<typeof TextDecoder>

/** By the byte order mark, else as the first line of the file says; UTF-8 where it names nothing that is known. */
const decoderFor = (head: Uint8Array): Decoder => {
  const [first, second] = head
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le")
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be")
  const declared = /^[^>]*\bencoding\s*=\s*["']([^"']+)["']/.exec(Buffer.from(head.subarray(0, 200)).toString("latin1"))
  try {
    return new TextDecoder(declared?.[1])
  } catch {
    return new TextDecoder()
  }
}

/**
 * Reads an XES log as a stream of rows, one for each event. Attributes of a trace have `case:` before their key. This
 * is the only file that uses saxes. Source: IEEE 1849-2016; logs that do not follow its schema exactly are read as
 * well.
 */
import { createReadStream } from "node:fs"
import { pipeline } from "node:stream"
import { createGunzip } from "node:zlib"
import type { LogRow } from "@hearback/backtest"
import { SaxesParser } from "saxes"

/** Returns whether a path is an XES log, which is often compressed. */
export const isXes = (path: string): boolean => /\.xes(?:\.gz)?$/i.test(path)

/** A log that is not XML. `at`: where the error is, counted from 1; absent if the log is cut off or damaged. */
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
 * Reads an XES log, and calls a function with every event. `told` is called with the number of bytes read. Errors:
 * `NoXml` with the place.
 */
export const readXes = async (
  path: string,
  take: (row: LogRow) => void,
  told: (bytes: number) => void = () => {}
): Promise<void> => {
  const parser = new SaxesParser()
  let isAtEnd = false
  /** The open elements. An attribute counts for the element that directly contains it. */
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

/**
 * Returns the encoding: by the byte order mark, else as the first line says; UTF-8 if it names none that is known.
 */
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

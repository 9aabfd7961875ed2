/**
 * Rows of an XES log, one an event, read as a stream. Attributes of a trace bear `case:` before their key. The one place
 * that knows saxes. Source: IEEE 1849-2016; logs that do not follow its schema to the letter are read all the same.
 */
import { createReadStream } from "node:fs"
import type { LogRow } from "@hearback/backtest"
import { SaxesParser } from "saxes"

/** A log that is no XML. */
export class NoXml extends Error {}

/** Kinds of attributes that have a value; lists and containers have attributes inside. */
const valued: ReadonlySet<string> = new Set(["string", "date", "int", "float", "boolean", "id"])

/** Hands every event of a log over. `told` hears how many bytes were read. Errors: `NoXml` with the place. */
export const readXes = async (
  path: string,
  take: (row: LogRow) => void,
  told: (bytes: number) => void = () => {}
): Promise<void> => {
  const parser = new SaxesParser()
  /** What is open: an attribute counts for the element that it stands in directly. */
  const open: string[] = []
  let ofTrace: Record<string, string> = {}
  let event: { readonly line: number; readonly values: Record<string, string> } | undefined
  parser.on("error", (error) => {
    throw new NoXml(error.message)
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
  let bytes = 0
  const source = createReadStream(path)
  const decoder = new TextDecoder()
  for await (const chunk of source as AsyncIterable<Buffer>) {
    parser.write(decoder.decode(chunk, { stream: true }))
    bytes += chunk.length
    told(bytes)
  }
  parser.write(decoder.decode())
  parser.close()
}

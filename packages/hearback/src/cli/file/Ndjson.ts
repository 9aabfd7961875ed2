/** NDJSON as a stream of rows, one object a line. */
import { createReadStream } from "node:fs"
import type { Row } from "./Row.ts"

/** A line longer than this is no row of feedback.  Units: characters. */
const LONGEST = 1_000_000

/** Reads the rows of a file; lines that are no object come with the reason. */
export async function* ndjsonRows(path: string): AsyncGenerator<Row> {
  let line = 0
  for await (const text of linesOf(path)) {
    line += 1
    if (text.trim() !== "") yield rowOf(text, line)
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ""
  for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) {
    const pieces = (rest + decoder.decode(chunk, { stream: true })).split("\n")
    rest = pieces.pop() ?? ""
    // Kept long enough to be seen as too long, and no longer.
    if (rest.length > LONGEST) rest = rest.slice(0, LONGEST + 1)
    yield* pieces
  }
  rest += decoder.decode()
  if (rest !== "") yield rest
}

const rowOf = (text: string, line: number): Row => {
  const raw = text.endsWith("\r") ? text.slice(0, -1) : text
  if (raw.length > LONGEST) return { line, raw: raw.slice(0, LONGEST), problem: "row/too-long" }
  let value: unknown
  try {
    value = JSON.parse(raw)
  } catch {
    return { line, raw, problem: "row/unreadable no JSON" }
  }
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? { line, raw, values: value as Readonly<Record<string, unknown>> }
    : { line, raw, problem: "row/unreadable no object" }
}

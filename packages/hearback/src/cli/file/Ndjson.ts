/** Reads NDJSON as a stream of rows, one object on each line. */
import { encodingOf } from "./Encoding.ts"
import { readJson } from "./Json.ts"
import { bytesWithoutEnd, type Encoding, type FileLine, linesOf, withoutEnd } from "./Lines.ts"
import { type FileRow, type FileRows, LONGEST, undecodable } from "./Row.ts"

/** Reads the rows of a file. Lines that are no object have the reason. */
export const ndjsonRows = (path: string, given?: Encoding): FileRows => {
  let besides = 0
  const each = async function* (): AsyncGenerator<FileRow> {
    const encoding = given ?? (await encodingOf(path))
    for await (const line of linesOf(path, encoding))
      if (!line.isBroken && line.text.trim() === "") besides += line.bytes.length
      else yield rowOf(line, encoding)
  }
  return { each: each(), besides: () => besides }
}

/** Reads one line. */
export const readObject = (text: string): Partial<FileRow> => {
  const read = readJson(text)
  if ("problem" in read)
    return { problem: read.problem === "no-json" ? "row/unreadable no JSON" : `row/told-twice ${read.problem.twice}` }
  const { value } = read
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? { values: value as Readonly<Record<string, unknown>> }
    : { problem: "row/unreadable no object" }
}

const rowOf = ({ number, text, bytes, isBroken, isCut }: FileLine, encoding: Encoding): FileRow => {
  const place = { line: number, raw: withoutEnd(text), bytes: bytesWithoutEnd(bytes), extent: bytes.length }
  if (isBroken) return { ...place, isBroken, problem: undecodable(encoding) }
  if (isCut || place.raw.length > LONGEST) return { ...place, problem: "row/too-long" }
  return { ...place, ...readObject(place.raw) }
}

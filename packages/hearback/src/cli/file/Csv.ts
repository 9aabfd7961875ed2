/** CSV as a stream of rows. The one place that knows csv-parse. */
import { closeSync, createReadStream, openSync, readSync } from "node:fs"
import { CsvError, parse } from "csv-parse"
import type { Row } from "./Row.ts"

/** A record longer than this is a quote that nobody closed.  Units: characters. */
const LONGEST = 1_000_000

/** Reads the rows of a file with its first row as names; rows that cannot be read come with the reason. */
export async function* csvRows(path: string): AsyncGenerator<Row> {
  const skipped: Row[] = []
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(path),
    info: true,
    raw: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LONGEST,
    on_skip: (error, raw) => {
      skipped.push({ line: lineOf(error), raw: raw ?? "", problem: problemOf(error) })
      return undefined
    }
  })
  const file = createReadStream(path)
  file.on("error", (error) => parser.destroy(error))
  file.pipe(parser)
  let names: readonly string[] | undefined
  try {
    for await (const { record, raw, info } of parser as AsyncIterable<Parsed>) {
      yield* skipped.splice(0)
      if (names === undefined) {
        names = record.map((name) => name.trim())
        continue
      }
      yield rowOf(names, record, raw.replace(/\r?\n$/, ""), info.lines)
    }
  } catch (error) {
    // A quote open at the end of the file: what came before it has been read.
    if (!(error instanceof CsvError)) throw error
    skipped.push({ line: lineOf(error), raw: "", problem: problemOf(error) })
  } finally {
    file.destroy()
  }
  yield* skipped
}

/** Returns the names of the columns. */
export const csvHead = async (path: string): Promise<readonly string[]> => {
  const parser = createReadStream(path).pipe(
    parse({ bom: true, delimiter: delimiterOf(path), to_line: 1, relax_column_count: true })
  )
  for await (const record of parser as AsyncIterable<readonly string[]>) return record.map((name) => name.trim())
  return []
}

interface Parsed {
  readonly record: readonly string[]
  readonly raw: string
  readonly info: { readonly lines: number }
}

const rowOf = (names: readonly string[], record: readonly string[], raw: string, line: number): Row =>
  record.length === names.length
    ? { line, raw, values: Object.fromEntries(names.map((name, i) => [name, record[i] ?? ""])) }
    : { line, raw, problem: `row/columns ${record.length} instead of ${names.length}` }

const lineOf = (error: CsvError | undefined): number => Number(error?.["lines"] ?? 0)

const problemOf = (error: CsvError | undefined): string =>
  `row/unreadable ${(error?.code ?? "CSV").replace(/^CSV_/, "").toLowerCase().replaceAll("_", " ")}`

/** The sign that the first line has most of: comma, semicolon or tab. */
const delimiterOf = (path: string): string => {
  const file = openSync(path, "r")
  const bytes = Buffer.alloc(8192)
  const head = bytes.toString("utf8", 0, readSync(file, bytes, 0, bytes.length, 0)).split("\n")[0] ?? ""
  closeSync(file)
  const signs = [",", ";", "\t"].map((sign) => ({ sign, count: head.split(sign).length }))
  return signs.reduce((best, each) => (each.count > best.count ? each : best)).sign
}

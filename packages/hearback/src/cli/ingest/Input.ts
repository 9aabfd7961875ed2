/** Opens the input file: a table, or one object on each line. Anything else is refused with advice. */
import { statSync } from "node:fs"
import { readHead } from "../file/Bytes.ts"
import { csvRows } from "../file/Csv.ts"
import { type CsvLayout, csvLayout } from "../file/CsvLayout.ts"
import { isEncoding } from "../file/Encoding.ts"
import { ndjsonRows } from "../file/Ndjson.ts"
import { shortPath } from "../file/Paths.ts"
import type { FileRows } from "../file/Row.ts"
import type { CommandContext, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { notAmong } from "../program/Suggestion.ts"
import { columnsOf, fields, type Mapping } from "./Mapping.ts"

/** An open input file. */
export interface IngestInput {
  readonly rows: FileRows
  /** The layout of the header, in a table. */
  readonly layout?: CsvLayout
  /** Returns the number of bytes of the file. */
  readonly size: () => number
}

/**
 * Opens a file of feedback in any format and encoding. Errors: unsupported kind of file, unknown encoding, no column
 * that is mapped.
 */
export const openInput = async (
  path: string,
  mapping: Mapping,
  request: Request,
  context: CommandContext
): Promise<IngestInput> => {
  const encoding = encodingNamed(request, context)
  const size = (): number => statSync(path).size
  refuseOtherFiles(path, context)
  if (/\.(ndjson|jsonl)$/i.test(path)) return { rows: ndjsonRows(path, encoding), size }
  if (!/\.(csv|tsv|psv|txt)$/i.test(path)) {
    const { fault } = context.texts
    return cannotRun({
      code: "usage/input-kind",
      message: fault.inputKind(shortPath(path, context)),
      expected: fault.inputKindExpected
    })
  }
  const layout = await csvLayout(path, (columns) => isHead(columns, mapping), encoding)
  checkColumns(path, layout.columns, mapping, context)
  return { rows: csvRows(path, layout), layout, size }
}

/** Returns the encoding that was given; undefined if it must be found from the file. */
export const encodingNamed = (request: Request, { texts }: CommandContext): string | undefined => {
  const label = request.one("encoding")
  if (label === undefined || isEncoding(label)) return label?.toLowerCase()
  return cannotRun({
    code: "usage/bad-encoding",
    message: texts.intake.badEncoding(label),
    expected: texts.intake.encodingExpected
  })
}

const startsWith = (head: Uint8Array, ...signs: readonly (readonly number[])[]): boolean =>
  signs.some((sign) => sign.every((byte, at) => head[at] === byte))

const zip = [0x50, 0x4b, 0x03, 0x04]
const oldOffice = [0xd0, 0xcf, 0x11, 0xe0]
const gzip = [0x1f, 0x8b]

/** Returns the format by the first bytes, too, because a name can say CSV for another format. */
const refuseOtherFiles = (path: string, context: CommandContext): void => {
  const { intake } = context.texts
  const short = shortPath(path, context)
  const head = readHead(path, 512)
  const text = head
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .trimStart()
  const refuse = (message: string, help: string): never => cannotRun({ code: "usage/input-kind", message, help })
  const isWorkbook = /\.(xlsx?|xlsm|xlsb|ods|numbers|et)$/i.test(path)
  if (isWorkbook || startsWith(head, oldOffice)) refuse(intake.workbook(short), intake.workbookHelp)
  if (startsWith(head, zip) && /\.(csv|tsv|txt)$/i.test(path)) refuse(intake.workbook(short), intake.workbookHelp)
  if (startsWith(head, zip, gzip)) refuse(intake.packed(short), intake.packedHelp(short))
  if (/^(%PDF|<[!?a-z])/i.test(text)) refuse(intake.otherFile(short), intake.otherFileHelp)
  if (/\.json$/i.test(path) || (/\.(ndjson|jsonl)$/i.test(path) && /^(\[|\{\s*\n)/.test(text)))
    refuse(intake.document(short), intake.documentHelp(short))
}

const isHead = (columns: readonly string[], mapping: Mapping): boolean => {
  const wanted = [...mapping.sources.values()].flatMap((source) => ("column" in source ? [source.column] : []))
  return wanted.length > 0
    ? wanted.every((column) => columns.includes(column))
    : ["verbatim", "score"].some((field) => columnsOf(field).some((column) => columns.includes(column)))
}

/** Throws for a missing column, because every row would silently be empty. */
const checkColumns = (path: string, head: readonly string[], mapping: Mapping, context: CommandContext): void => {
  const { fault, frame, intake } = context.texts
  if (head.every((name) => name === ""))
    cannotRun({ code: "map/no-head", message: intake.noRows(shortPath(path, context)) })
  for (const source of mapping.sources.values()) {
    if (!("column" in source) || head.includes(source.column)) continue
    notAmong(
      { code: "map/unknown-column", message: fault.mapColumn(source.column, shortPath(path, context)) },
      source.column,
      head,
      frame
    )
  }
  const named = (field: string): boolean =>
    mapping.sources.has(field) ||
    (mapping.sources.size === 0 && columnsOf(field).some((column) => head.includes(column)))
  if (!named("verbatim") && !named("score"))
    cannotRun({
      code: "map/no-words",
      message: fault.mapEmpty,
      expected: frame.oneOf(fields.filter((field) => field === "verbatim" || field === "score")),
      help: fault.mapEmptyHelp
    })
}

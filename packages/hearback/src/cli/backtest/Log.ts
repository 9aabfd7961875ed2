/** Reads an event log on disk as cases: CSV, or XES if the file name says so. */
import { statSync } from "node:fs"
import { type AssembledLog, asFound, type LogMapping, type LogRow, type Miner, makeAssembly } from "@hearback/backtest"
import { defined, type Policy } from "@hearback/core"
import { inNamedZone, inZone, plainReader, type ReadInstant, readerOf } from "../../runtime/InstantFormat.ts"
import { isXes, NoXml, readXes } from "../../runtime/Xes.ts"
import { mustBeFile } from "../file/Bytes.ts"
import { csvRows } from "../file/Csv.ts"
import { csvLayout } from "../file/CsvLayout.ts"
import { absolute, shortPath } from "../file/Paths.ts"
import { encodingNamed } from "../ingest/Input.ts"
import type { CommandContext, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { notAmong } from "../program/Suggestion.ts"

/** What is needed to read a log. */
export interface LogSource {
  readonly path: string
  readonly mapping: LogMapping
  readonly policy: Policy.Policy
  readonly miner?: Miner
}

/** Reads a log. Errors: missing file, missing column, invalid format of instants, broken XML, no rows. */
export const readLog = async (source: LogSource, request: Request, context: CommandContext): Promise<AssembledLog> => {
  const path = mustBeFile(absolute(source.path, context), context)
  const log = isXes(path) ? await fromXes(path, source, context) : await fromCsv(path, source, request, context)
  return log.quality.rows === 0 ? noRows(path, context) : log
}

const noRows = (path: string, context: CommandContext): never => {
  const { emptyLog, emptyLogExpected, emptyLogHelp } = context.texts.backtest
  const place = shortPath(path, context)
  return cannotRun({ code: "log/empty", message: emptyLog(place), expected: emptyLogExpected, help: emptyLogHelp })
}

const fromCsv = async (
  path: string,
  source: LogSource,
  request: Request,
  context: CommandContext
): Promise<AssembledLog> => {
  const { demanded } = source.mapping
  const layout = await csvLayout(
    path,
    (columns) => demanded.every((column) => columns.includes(column)),
    encodingNamed(request, context)
  )
  if (layout.columns.length === 0) return noRows(path, context)
  const { fault, frame } = context.texts
  for (const column of demanded)
    if (!layout.columns.includes(column))
      notAmong(
        { code: "map/unknown-column", message: fault.mapColumn(column, shortPath(path, context)) },
        column,
        layout.columns,
        frame
      )
  const assembly = assemblyOf({ ...source, mapping: asFound(source.mapping, layout.columns) }, context)
  const of = statSync(path).size
  let [bytes, rows] = [0, 0]
  for await (const { line, values, extent } of csvRows(path, layout).each) {
    if (values === undefined) assembly.unreadable(line)
    else assembly.add({ line, values: values as LogRow["values"] })
    bytes += extent
    rows += 1
    if (rows % 1000 === 0) tell(bytes, of, context)
  }
  return assembly.finish()
}

const fromXes = async (path: string, source: LogSource, context: CommandContext): Promise<AssembledLog> => {
  const assembly = assemblyOf(source, context)
  const of = statSync(path).size
  try {
    await readXes(path, assembly.add, (bytes) => tell(bytes, of, context))
  } catch (error) {
    if (!(error instanceof NoXml)) throw error
    const { brokenXml, brokenXmlHelp } = context.texts.backtest
    const [shown, { at }] = [shortPath(path, context), error]
    const place = at === undefined ? {} : { place: `${shown}:${at.line}:${at.column}` }
    const help = brokenXmlHelp(at !== undefined)
    return cannotRun({ code: "log/broken", message: brokenXml(shown), ...place, help }, error)
  }
  return assembly.finish()
}

const tell = (bytes: number, of: number, { terminal, progress, texts }: CommandContext): void => {
  terminal.interrupted.throwIfAborted()
  progress.tell({ bytes, of }, () => texts.backtest.reading(Math.round((100 * bytes) / of)))
}

const assemblyOf = ({ mapping, policy, miner }: LogSource, context: CommandContext) =>
  makeAssembly({
    mapping,
    policy,
    readInstant: instantReader(mapping, policy, context),
    ...defined({ observe: miner?.observe })
  })

/** Reads an instant. If the format does not match, an unambiguous instant is read all the same. */
const instantReader = ({ time }: LogMapping, policy: Policy.Policy, { texts }: CommandContext): ReadInstant => {
  const zone = (time.zone === undefined ? undefined : inNamedZone(time.zone)) ?? inZone(policy.zone)
  const plain = plainReader(zone)
  if (time.format === undefined) return plain
  const formatted = readerOf(time.format, zone)
  const { mapFormat, mapFormatExpected } = texts.fault
  if (formatted === undefined)
    return cannotRun({ code: "map/bad-format", message: mapFormat(time.format), expected: mapFormatExpected })
  return (text) => formatted(text) ?? plain(text)
}

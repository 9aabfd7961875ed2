/** `db`: shows the version of a store's tables, migrates them, and copies a store into another database. */
import { basename } from "node:path"
import type { StoreTables } from "../../sqlite.ts"
import { absolute, mustExist } from "../file/Paths.ts"
import type { CommandContext, CommandOutput, CommandSpec, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { plain } from "../program/PlainJson.ts"
import { actionOf } from "../program/Values.ts"
import { storeOptions } from "../store/OpenStore.ts"
import { explained, placeOfStore } from "../store/StorePlace.ts"
import { readLines, writeLines } from "../store/TableFiles.ts"
import { tableLines } from "../terminal/Table.ts"
import { tableWidth } from "../terminal/Terminal.ts"
import { wordFor } from "../text/Words.ts"

const actions = ["status", "migrate", "print", "export", "import"] as const

/** The command `db`. */
export const command: CommandSpec = {
  name: "db",
  arguments: [{ name: "action" }, { name: "files", many: true }],
  options: [...storeOptions, { flag: "--contract" }],
  run: async (request, context) => {
    const action = actionOf("db", actions, request, context)
    const place = placeOfStore(request, context)
    return explained(place, context, async () => {
      const tables = await place.openTables(action === "migrate" || action === "import")
      if (tables === undefined) {
        const { storeMissing, storeMissingHelp } = context.texts.fault
        return cannotRun({ code: "store/missing", message: storeMissing(place.shown), help: storeMissingHelp })
      }
      try {
        return await run[action](tables, request, context)
      } finally {
        await tables.close()
      }
    })
  }
}

type Run = (tables: StoreTables, request: Request, context: CommandContext) => Promise<CommandOutput>

const status: Run = async (tables, _, { paint, texts, terminal }) => {
  const words = texts.tables
  const found = await tables.status()
  const all = (["record", "keys"] as const).map((part) => ({ part, ...found[part] }))
  const isBehind = all.some(({ missing }) => missing.length > 0)
  const isWide = all.some(({ surplus }) => surplus.length > 0)
  const advice = isBehind ? words.isBehind : isWide ? words.isWide : words.isCurrent
  const rows = all.map(({ part, version, oldest, program }) => [
    words.part[part],
    version === undefined ? words.none : String(version),
    oldest === undefined ? "" : String(oldest),
    String(program)
  ])
  const heads = [words.heads.part, words.heads.version, words.heads.oldest, words.heads.program]
  return {
    exit: isBehind ? 1 : 0,
    json: { tables: plain(all) },
    pretty: () =>
      [
        ...tableLines(
          heads.map((head) => ({ head })),
          rows,
          { head: (text) => paint("dim", text), within: tableWidth(terminal) }
        ),
        "",
        `  ${paint(isBehind ? "warn" : "good", advice)}`,
        ""
      ].join("\n")
  }
}

const migrate: Run = async (tables, request, { paint, texts }) => {
  const contract = request.has("contract")
  await tables.migrate({ contract })
  const said = contract ? texts.tables.contracted : texts.tables.migrated
  return { exit: 0, json: { tables: plain(await tables.status()) }, pretty: () => `${paint("good", said)}\n` }
}

const print: Run = async (tables, _, { texts }) => {
  const statements = await tables.statements()
  const { heading, part: called } = texts.tables
  const parts = (["keys", "record"] as const).filter((part) => statements[part].length > 0)
  return {
    exit: 0,
    json: { statements: plain(statements) },
    pretty: () => parts.map((part) => `${[heading(called[part]), ...statements[part]].join("\n")}\n`).join("\n")
  }
}

const exportAll: Run = async (tables, request, context) => {
  const words = context.texts.tables
  const [record, keys] = filesOf("export", request, context)
  // A key is stored before anything is encrypted with it, so keys that are read last can decrypt everything.
  const rows = await writeLines(record, context, (write) => tables.exportTo("record", write))
  const more = keys === undefined ? 0 : await writeLines(keys, context, (write) => tables.exportTo("keys", write))
  const files = [record, ...(keys === undefined ? [] : [keys])]
  const said = words.exported(rows + more, files.map((path) => basename(path)).join(context.texts.word.comma))
  const { paint } = context
  return {
    exit: 0,
    json: { rows: rows + more, files },
    pretty: () =>
      `${paint("good", said)}\n${keys === undefined ? `${paint("warn", context.texts.tables.withoutKeys)}\n` : ""}`
  }
}

const importAll: Run = async (tables, request, context) => {
  const [record, keys] = filesOf("import", request, context).map((path) => mustExist(path, context))
  const rows = await tables.importFrom({
    record: readLines(record ?? "", context),
    ...(keys === undefined ? {} : { keys: readLines(keys, context) })
  })
  return { exit: 0, json: { rows }, pretty: () => `${context.paint("good", context.texts.tables.imported(rows))}\n` }
}

const filesOf = (
  action: "export" | "import",
  { arguments: [, record, keys] }: Request,
  context: CommandContext
): readonly [string, ...string[]] => {
  const { tables, frame, word } = context.texts
  if (record === undefined)
    return cannotRun({
      code: "usage/missing-argument",
      message: tables.needsFile(wordFor(word.choice, action)),
      help: frame.seeHelp("db ")
    })
  return [absolute(record, context), ...(keys === undefined ? [] : [absolute(keys, context)])]
}

const run: Readonly<Record<(typeof actions)[number], Run>> = {
  status,
  migrate,
  print,
  export: exportAll,
  import: importAll
}

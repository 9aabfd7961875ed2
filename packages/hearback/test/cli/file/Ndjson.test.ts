/** One object on each line: each line is read, or kept as unreadable with its number. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { csvRows } from "../../../src/cli/file/Csv.ts"
import { csvLayout } from "../../../src/cli/file/CsvLayout.ts"
import { ndjsonRows } from "../../../src/cli/file/Ndjson.ts"
import type { FileRow, FileRows } from "../../../src/cli/file/Row.ts"
import { folder } from "../Capture.ts"

const written = (content: string | Uint8Array): string => {
  const path = join(folder(), "in.ndjson")
  writeFileSync(path, content)
  return path
}
const all = async ({
  each,
  besides
}: FileRows): Promise<{ readonly rows: readonly FileRow[]; readonly bytes: number }> => {
  const rows: FileRow[] = []
  for await (const row of each) rows.push(row)
  return { rows, bytes: rows.reduce((sum, { extent }) => sum + extent, besides()) }
}

it("F-I1 · unreadable lines are kept with their numbers, and no byte is lost", async () => {
  const long = JSON.stringify({ verbatim: "x".repeat(1_200_000) })
  const lines = ['{"verbatim":"a"}', "", "{broken", "[1]", long, '{"verbatim":"b"}']
  const file = Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n`), Buffer.from([0x22, 0xff, 0x22])])
  const { rows, bytes } = await all(ndjsonRows(written(file)))
  expect(bytes).toBe(file.length)
  expect(rows.map(({ line, problem }) => [line, problem])).toEqual([
    [1, undefined],
    [3, "row/unreadable no JSON"],
    [4, "row/unreadable no object"],
    [5, "row/too-long"],
    [6, undefined],
    [7, "row/not-utf-8"]
  ])
  expect(rows[3]?.raw).toBe(long)
})

it("F-I1 · a line that does not fit in memory comes in pieces, which together are the line", async () => {
  const line = `K2,${"x".repeat(20_000_000)}`
  const content = `who,said\nK1,wrong\n${line}\nK3,late\n`
  const path = written(content)
  const { rows, bytes } = await all(csvRows(path, await csvLayout(path, (columns) => columns.includes("said"))))
  expect(bytes).toBe(content.length)
  const pieces = rows.filter(({ problem }) => problem === "row/too-long")
  expect(pieces.map((piece) => piece.line)).toEqual([3, 3])
  expect(pieces.map(({ raw }) => raw).join("") === line).toBe(true)
  expect(rows.filter(({ values }) => values !== undefined).map((row) => row.line)).toEqual([2, 4])
})

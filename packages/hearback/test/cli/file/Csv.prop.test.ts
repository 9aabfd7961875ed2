/** However a file is damaged, each of its rows is read, or kept as unreadable with its line; none is lost. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { csvRows } from "../../../src/cli/file/Csv.ts"
import { csvLayout } from "../../../src/cli/file/CsvLayout.ts"
import type { FileRow } from "../../../src/cli/file/Row.ts"
import { folder } from "../Capture.ts"

interface Read {
  readonly rows: readonly FileRow[]
  readonly besides: number
}

const read = async (content: string | Uint8Array, encoding?: string): Promise<Read> => {
  const path = join(folder(), "in.csv")
  writeFileSync(path, content)
  const layout = await csvLayout(path, (columns) => columns.includes("said"), encoding)
  const rows: FileRow[] = []
  const found = csvRows(path, layout)
  for await (const row of found.each) rows.push(row)
  return { rows, besides: found.besides() }
}

const head = "id,at,said,worth"
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
const many = (count: number, line: (n: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, n) => line(n + 1))
const plain = (n: number): string => `K${n},2026-11-20 10:00,the invoice is wrong,${n}`
const isRead = ({ values }: FileRow): boolean => values !== undefined
const idsOf = (rows: readonly FileRow[]): readonly string[] =>
  rows.map(({ values, raw }) => String(values?.["id"] ?? raw))

describe("a stray quote", () => {
  it.each([
    ["opens a cell", 'K50,2026-11-20 10:00,"the invoice is wrong,50'],
    ["opens the last cell", 'K50,2026-11-20 10:00,the invoice is wrong,"50'],
    ["opens the first cell", '"K50,2026-11-20 10:00,the invoice is wrong,50'],
    ["stands within a quoted cell", 'K50,2026-11-20 10:00,"the "invoice is wrong",50'],
    ["opens two cells", 'K50,2026-11-20 10:00,"the invoice," is wrong,50'],
    ["closes a cell that none has opened, of a row too short", 'K50,the invoice is wrong"']
  ])("F-I1 · a stray quote that %s affects only its own row", async (_, line) => {
    const lines = many(1000, plain).with(49, line)
    const { rows } = await read(`${[head, ...lines].join("\n")}\n`)
    expect(rows).toHaveLength(1000)
    expect(rows.filter((row) => !isRead(row))).toMatchObject([{ line: 51, raw: line }])
    expect(rows.at(-1)?.values).toMatchObject({ id: "K1000" })
  })

  it("F-I1 · a quote within a text is read as a character of it", async () => {
    const { rows } = await read(`${head}\nK1,2026-11-20 10:00,a 5" pipe burst,7\n${plain(2)}\n`)
    expect(rows.map(({ values }) => values?.["said"])).toEqual(['a 5" pipe burst', "the invoice is wrong"])
  })

  it("F-I1 · a stray quote that an inch sign closes many rows later draws none of them into its cell", async () => {
    const lines = many(300, plain).with(49, 'K50,2026-11-20,"it burst,1').with(199, 'K200,2026-11-20,a pipe of 5",1')
    const { rows } = await read(`${[head, ...lines].join("\n")}\n`)
    expect(rows.length).toBe(300)
    expect(rows.filter((row) => !isRead(row)).map(({ line }) => line)).toEqual([51])
  })

  it("F-I1 · a stray quote among texts of several lines does not affect the rows before and after it", async () => {
    const lines = many(9, (n) => `K${n},2026-11-20,"first line\nsecond, ${n}\n\nlast",${n}`)
    const broken = lines.with(4, 'K5,2026-11-20,"first "line\nsecond\nlast",5')
    const { rows } = await read([head, ...broken, ""].join("\r\n"))
    expect(rows.filter(isRead).map(({ values }) => values?.["id"])).toEqual([
      "K1",
      "K2",
      "K3",
      "K4",
      "K6",
      "K7",
      "K8",
      "K9"
    ])
    expect(rows[5]?.raw ?? "").toContain("K6")
    expect(rows.find((row) => !isRead(row))?.raw).toBe('K5,2026-11-20,"first "line\nsecond\nlast",5')
  })
})

describe("a record that is too long", () => {
  it.each([
    ["in one line", "x".repeat(1_200_000)],
    ["in many lines", "a line of a log, with commas, and more\n".repeat(40_000)]
  ])("F-I1 · a record that is too long is kept whole, and the rows after it are read, %s", async (_, text) => {
    const lines = many(100, plain).with(49, `K50,2026-11-20,${quoted(text)},1`)
    const { rows } = await read(`${[head, ...lines].join("\n")}\n`)
    expect(rows).toHaveLength(100)
    expect(rows.filter((row) => !isRead(row))).toMatchObject([{ line: 51, problem: "row/too-long", raw: lines[49] }])
  })
})

describe("any damage", () => {
  const cell = fc.oneof(
    fc.constantFrom("", "a", "the invoice, again", 'he said "no"', "two\nlines", "发票开错了", '5" pipe', "semi;colon"),
    fc.string({ maxLength: 12 })
  )
  const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 30 })
  const damage = fc.array(
    fc.record({
      at: fc.nat(),
      // Digits and K would forge the marks by which rows are recognised.
      put: fc.constantFrom('"', '""', ",", "\n", '","', '"\n', "\r\n", ";", "\0", "x"),
      instead: fc.nat({ max: 3 })
    }),
    { maxLength: 4 }
  )

  it("F-I1 · any damage leaves each byte of a file in one row or beside the rows, and each remaining mark in one row", async () => {
    await fc.assert(
      fc.asyncProperty(table, damage, async (cells, hits) => {
        const body = cells.map(
          ([a, b], n) => `<${n}>,${quoted(a.replace(/[<>]/g, ""))},${quoted(b.replace(/[<>]/g, ""))},7`
        )
        let text = body.join("\n")
        for (const { at, put, instead } of hits) {
          const place = at % (text.length + 1)
          text = text.slice(0, place) + put + text.slice(place + instead)
        }
        const file = Buffer.from(`${head}\n${text}\n`)
        const { rows, besides } = await read(file)
        expect(rows.reduce((sum, { extent }) => sum + extent, besides)).toBe(file.length)
        const marks = text.match(/<\d+>/g) ?? []
        const found = rows.flatMap(({ raw }) => raw.match(/<\d+>/g) ?? [])
        expect(found).toEqual(marks)
        for (const { line, raw } of rows)
          expect(
            file
              .toString("utf8")
              .split("\n")
              .slice(line - 1)
              .join("\n")
              .startsWith(raw.replace(/\r$/, ""))
          ).toBe(true)
      }),
      { numRuns: 300 }
    )
  })

  it("F-I1 · each row of a valid file is read as it was written", async () => {
    await fc.assert(
      fc.asyncProperty(table, async (cells) => {
        const body = cells.map(([a, b], n) => `K${n},${quoted(a)},${quoted(b)},7`)
        const { rows } = await read(`${[head, ...body].join("\r\n")}\r\n`)
        expect(idsOf(rows)).toEqual(cells.map((_, n) => `K${n}`))
        expect(rows.map(({ values }) => [values?.["at"], values?.["said"]])).toEqual(
          cells.map((row) => row.map((text) => text))
        )
      }),
      { numRuns: 200 }
    )
  })

  it("F-I1 · two stray quotes among a hundred rows leave the other ninety-eight readable", async () => {
    const place = fc.tuple(fc.nat({ max: 99 }), fc.nat({ max: 99 }), fc.nat({ max: 60 }), fc.nat({ max: 60 }))
    await fc.assert(
      fc.asyncProperty(place, async ([one, other, here, there]) => {
        const stray = (line: string, at: number): string =>
          `${line.slice(0, at % line.length)}"${line.slice(at % line.length)}`
        const lines = [...many(100, plain)]
        lines[one] = stray(lines[one] ?? "", here)
        if (other !== one) lines[other] = stray(lines[other] ?? "", there)
        const { rows } = await read(`${[head, ...lines].join("\n")}\n`)
        expect(rows.filter(isRead).length).toBeGreaterThanOrEqual(98)
        expect(rows.length).toBeGreaterThanOrEqual(Math.abs(one - other) === 1 ? 99 : 100)
      }),
      { numRuns: 200 }
    )
  })
})

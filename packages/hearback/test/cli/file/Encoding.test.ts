/** The encoding of a file is found, and bytes that are no text in it are kept. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { csvRows } from "../../../src/cli/file/Csv.ts"
import { csvLayout } from "../../../src/cli/file/CsvLayout.ts"
import { encodingOf } from "../../../src/cli/file/Encoding.ts"
import type { FileRow } from "../../../src/cli/file/Row.ts"
import { folder } from "../Capture.ts"
import { encoded } from "./Encoded.ts"

const written = (content: Uint8Array): string => {
  const path = join(folder(), "in.csv")
  writeFileSync(path, content)
  return path
}

const rowsOf = async (path: string, encoding?: string): Promise<readonly FileRow[]> => {
  const layout = await csvLayout(path, (columns) => columns.includes("客户") || columns.includes("who"), encoding)
  const rows: FileRow[] = []
  for await (const row of csvRows(path, layout).each) rows.push(row)
  return rows
}

const chinese = '客户,客户原话\r\n王先生,发票开错了，退款也没有到账\r\n李女士,"说好三天，\r\n结果一周"\r\n'
const values = [
  { 客户: "王先生", 客户原话: "发票开错了，退款也没有到账" },
  { 客户: "李女士", 客户原话: "说好三天，\r\n结果一周" }
]
const mark: Readonly<Record<string, readonly number[]>> = {
  "utf-8": [0xef, 0xbb, 0xbf],
  "utf-16le": [0xff, 0xfe],
  "utf-16be": [0xfe, 0xff]
}

describe("the encoding of a file", () => {
  it.each(["utf-8", "gb18030", "utf-16le", "utf-16be"])(
    "F-I3 · is found by what can be decoded: %s",
    async (encoding) => {
      const path = written(encoded(chinese, encoding))
      expect(await encodingOf(path)).toBe(encoding)
      expect((await rowsOf(path)).map((row) => row.values)).toEqual(values)
    }
  )

  it.each(["utf-8", "utf-16le", "utf-16be"])(
    "is found by its mark, which does not belong to the first name: %s",
    async (encoding) => {
      const path = written(Buffer.concat([Uint8Array.from(mark[encoding] ?? []), encoded(chinese, encoding)]))
      expect(await encodingOf(path)).toBe(encoding)
      expect((await rowsOf(path)).map((row) => row.values)).toEqual(values)
    }
  )

  it.each([
    [
      "Chinese below many lines of Latin letters",
      `who,said\n${"a,the invoice is wrong\n".repeat(5000)}b,发票开错了\n`,
      "gb18030"
    ],
    ["one short word", "who,said\na,联通\n", "gb18030"],
    ["a few characters that are rare", "who,said\na,朱镕基先生说喆字的人名，也要写对\n", "gb18030"],
    ["Latin letters alone", "who,said\na,the invoice is wrong\n", "utf-8"]
  ])("F-I3 · is found for %s", async (_, text, encoding) => {
    expect(await encodingOf(written(encoded(text, encoding)))).toBe(encoding)
  })

  it("F-I3 · is not Chinese for Western letters: such rows go into quarantine, and are read when the encoding is given", async () => {
    const path = written(
      encoded("who,said\na,Déjà payé, c'est très gênant\nb,fine\n".replace(", c'", " - c'"), "latin1")
    )
    expect(await encodingOf(path)).toBe("utf-8")
    const [first, second] = await rowsOf(path)
    expect(first).toMatchObject({ line: 2, problem: "row/not-utf-8" })
    expect(Buffer.from(first?.bytes ?? []).toString("latin1")).toBe("a,Déjà payé - c'est très gênant")
    expect(second?.values).toEqual({ who: "b", said: "fine" })
    expect((await rowsOf(path, "windows-1252"))[0]?.values).toEqual({ who: "a", said: "Déjà payé - c'est très gênant" })
  })

  it("F-I3 · is that of most lines, and a line in another one keeps its bytes", async () => {
    const lines = ["客户,客户原话\n", "甲,发票开错了\n", "乙,退款没有到账\n"].map((line) => encoded(line, "utf-8"))
    const other = encoded("丙,说好三天\n", "gb18030")
    const rows = await rowsOf(written(Buffer.concat([...lines, other])))
    expect(rows.map(({ problem }) => problem)).toEqual([undefined, undefined, "row/not-utf-8"])
    expect(Buffer.from(rows[2]?.bytes ?? [])).toEqual(other.subarray(0, -1))
  })

  it("F-I3 · is the one that a person gives", async () => {
    const rows = await rowsOf(written(encoded("who,said\na,發票開錯了\n", "big5")), "big5")
    expect(rows[0]?.values).toEqual({ who: "a", said: "發票開錯了" })
  })

  it("F-I3 · does not matter for a character that was lost before", async () => {
    expect((await rowsOf(written(Buffer.from("who,said\na,caf\ufffd\n"))))[0]?.values).toEqual({
      who: "a",
      said: "caf\ufffd"
    })
  })

  it("F-I3 · is found for an old export with only carriage returns", async () => {
    expect((await rowsOf(written(Buffer.from("who,said\ra,wrong\rb,late\r")))).map((row) => row.values)).toEqual([
      { who: "a", said: "wrong" },
      { who: "b", said: "late" }
    ])
  })
})

/** Logs of process miners as they exist: compressed, in other encodings, with nested attributes. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { isXes, NoXml, readXes } from "../../src/runtime/Xes.ts"
import { ofEachTest } from "../First.ts"

const own = ofEachTest()

const logIn = (encoding: string): string =>
  `<?xml version="1.0" encoding="${encoding}"?><log><global scope="event"><string key="a" value="global"/></global>
<trace><string key="concept:name" value="发票"/><event><string key="a" value="1"><string key="a" value="inside"/></string>
<list key="b"><values><string key="a" value="listed"/></values></list></event></trace></log>`

const rowsOf = async (name: string, content: string | Uint8Array) => {
  const path = join(own.folder, name)
  writeFileSync(path, content)
  const rows: Readonly<Record<string, string | undefined>>[] = []
  await readXes(path, ({ values }) => rows.push(values))
  return rows
}

describe("an XES log", () => {
  it.each<[string, string, string | Uint8Array]>([
    ["as it stands", "a.xes", logIn("UTF-8")],
    ["compressed", "a.xes.gz", gzipSync(logIn("UTF-8"))],
    ["in UTF-16", "w.xes", Buffer.from(`\uFEFF${logIn("UTF-16")}`, "utf16le")],
    ["in GB18030", "g.xes", Buffer.from(logIn("GB2312").replace("发票", "\u00b7\u00a2\u00c6\u00b1"), "latin1")]
  ])("is read %s, and only an event's own attributes count", async (_, name, content) => {
    expect(isXes(name)).toBe(true)
    expect(await rowsOf(name, content)).toEqual([{ "case:concept:name": "发票", a: "1" }])
  })

  it("that is broken, or not compressed as its name says, is reported with its place", async () => {
    await expect(rowsOf("b.xes", "<log><trace></log>")).rejects.toThrow(NoXml)
    await expect(rowsOf("d.xes", "<log>\n</trace>")).rejects.toMatchObject({ at: { line: 2, column: 9 } })
    await expect(rowsOf("b.xes.gz", logIn("UTF-8"))).rejects.toMatchObject({ name: "Error", at: undefined })
    await expect(rowsOf("c.xes.gz", gzipSync(logIn("UTF-8")).subarray(0, 60))).rejects.toThrow(NoXml)
  })
})

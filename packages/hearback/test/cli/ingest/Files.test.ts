/** Files as other programs write them: each is read, or refused with advice. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { deflateRawSync, gzipSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { example, folder, hearback } from "../Capture.ts"
import { encoded } from "../file/Encoded.ts"

const policy = example("first/first.policy.yaml")
const map = ["--map", "verbatim=said", "--map", "customer=who", "--map", "channel:=email"]

const ingest = async (content: string | Uint8Array, more: readonly string[] = map, name = "in.csv") => {
  const cwd = folder()
  writeFileSync(join(cwd, name), content)
  const call = (...words: readonly string[]) => hearback([...words, "--db", "loop.db"], { cwd })
  return Object.assign(await call("ingest", policy, "--input", name, ...more), { call })
}

describe("the layout of a table", () => {
  it.each([
    ["a line that names the separator", "sep=;\nwho;said\na;the invoice, again, is wrong\n"],
    ["pipes", "who|said\na|the invoice, again, is wrong\n"],
    ["tabs", "who\tsaid\na\tthe invoice, again, is wrong\n"],
    ["a title above the head", "Complaints, October 2026\n\nwho;said\na;the invoice, again, is wrong\n"],
    [
      "a title as wide as the table",
      'Complaints,,\n"As of: 1 Nov, 9:00",,\nwho,said,\na,"the invoice, again, is wrong",\n'
    ],
    ["a head of several lines", 'who,"when\n(local)",said\na,x,"the invoice, again, is wrong"\n'],
    ["blanks around names and cells", ' who , said\n a , "the invoice, again, is wrong"\n'],
    ["empty cells beyond the last column", 'who,said\na,"the invoice, again, is wrong",,\n'],
    ["blank lines at the end", 'who,said\na,"the invoice, again, is wrong"\n\n \n']
  ])("F-I4 · is found for %s", async (_, content) => {
    const { exit, call } = await ingest(content, [...map, "--json"])
    expect(exit).toBe(0)
    const { json } = await call("worklist", "--json")
    expect(json.cases).toMatchObject([{ customer: "a" }])
    const { json: shown } = await call("case", json.cases[0].id, "--json")
    expect(JSON.stringify(shown)).toContain("the invoice, again, is wrong")
  })

  it("F-I4 · is reported if a title was skipped", async () => {
    const { out, json } = await ingest("Complaints\nwho,said\na,the invoice is wrong\n", [...map, "--json"])
    expect(json).toMatchObject({ rows: 1, headLine: 2 })
    expect(out).not.toBe("")
    expect((await ingest("Complaints\nwho,said\na,the invoice is wrong\n")).out).toContain("the header is in line 2")
  })

  it("F-I4 · is reported with its columns if none of them is mapped", async () => {
    const { exit, err } = await ingest("Complaints\nwho,sayd\na,the invoice is wrong\n")
    expect(exit).toBe(2)
    expect(err).toContain("did you mean `sayd`?")
  })
})

describe("instants of a file", () => {
  const received = async (at: string, more: readonly string[]) => {
    const { json, call } = await ingest(`who;at;said\na;${at};the invoice is wrong\n`, [
      ...map,
      "--map",
      "received=at",
      ...more,
      "--json"
    ])
    const { json: list } = await call("worklist", "--json")
    return [json.opened, list.cases[0]?.receivedAt]
  }
  it.each([
    ["a date of a spreadsheet", "46342.402777777781", [], "2026-11-16T01:40:00.000Z"],
    ["AM and PM", "11/16/2026 9:40 PM", ["--map", "received:format=M/d/yyyy h:mm a"], "2026-11-16T13:40:00.000Z"],
    [
      "H:mm:ss where HH:mm was given",
      "16/11/2026 9:40:05",
      ["--map", "received:format=dd/MM/yyyy HH:mm"],
      "2026-11-16T01:40:05.000Z"
    ],
    ["a date without a time", "16/11/2026", ["--map", "received:format=dd/MM/yyyy HH:mm"], "2026-11-15T16:00:00.000Z"],
    ["a date alone", "2026-11-16", [], "2026-11-15T16:00:00.000Z"],
    ["the form of Chinese spreadsheets", "2026/11/16 9:40", [], "2026-11-16T01:40:00.000Z"]
  ])("F-I4 · are read with %s", async (_, at, more, instant) => {
    expect(await received(at, more)).toEqual([1, instant])
  })

  it.each([
    ["16/11/2026 9:40", "received:format=dd/MM/yyyy HH:mm"],
    ["03/04/2026", "received:format=dd/MM/yyyy'` or `--map 'received:format=MM/dd/yyyy"],
    ["soon", "state how times are written"]
  ])("F-I4 · are kept with advice if they are ambiguous or invalid: %s", async (at, advice) => {
    const { out, call } = await ingest(`who;at;said\na;${at};the invoice is wrong\n`, [...map, "--map", "received=at"])
    expect(out).toContain(advice)
    expect((await call("quarantine", "--json")).json.entries).toHaveLength(1)
  })
})

const zipped = (name: string): Uint8Array => {
  const body = deflateRawSync("<workbook/>")
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, Buffer.from(name), body])
}

describe("a file that is no table", () => {
  it.each([
    ["a workbook", "in.xlsx", zipped("[Content_Types].xml"), "CSV UTF-8"],
    ["a workbook that is called CSV", "in.csv", zipped("[Content_Types].xml"), "CSV UTF-8"],
    ["an old workbook", "in.xls", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), "CSV UTF-8"],
    ["a packed file", "in.csv.gz", gzipSync("who,said\n"), "gunzip"],
    ["a packed file that is called CSV", "in.csv", gzipSync("who,said\n"), "gunzip"],
    ["one document of JSON", "in.json", Buffer.from('[{"who": "a"}]'), "jq -c '.[]'"],
    ["a list that is called NDJSON", "in.ndjson", Buffer.from('[\n{"who": "a"}\n]'), "jq -c '.[]'"],
    ["a web page", "in.csv", Buffer.from("<!doctype html><table></table>"), "export it as CSV"],
    ["an empty file", "in.csv", Buffer.from("\n"), "has no header line"]
  ])("F-I4 · is refused with advice: %s", async (_, name, content, advice) => {
    const { exit, err, call } = await ingest(content, map, name)
    expect(exit).toBe(2)
    expect(err).toContain(advice)
    expect((await ingest(content, [...map, "--lang", "zh"], name)).err).toMatch(/\p{Script=Han}/u)
    expect((await call("quarantine", "--json")).json.entries).toEqual([])
  })
})

describe("words in another encoding", () => {
  const rows = "who,said\na,发票开错了，重复扣款\nb,货物一直没到\n"
  it.each(["gb18030", "utf-16le"])("F-I3 · are read as they were written: %s", async (encoding) => {
    const { json, call } = await ingest(encoded(rows, encoding), [...map, "--json"])
    expect(json).toMatchObject({ rows: 2, opened: 2, quarantined: 0, addUp: true })
    const { json: list } = await call("worklist", "--json")
    const words: string[] = []
    for (const { id } of list.cases) words.push((await call("case", id, "--json")).json.case.verbatim)
    expect(words).toContain("发票开错了，重复扣款")
  })

  it("F-I3 · are read with --encoding and an existing name", async () => {
    const { json } = await ingest(encoded("who,said\na,發票開錯了\n", "big5"), [...map, "--encoding", "big5", "--json"])
    expect(json).toMatchObject({ opened: 1 })
    const { exit, err } = await ingest(rows, [...map, "--encoding", "ansi-ish"])
    expect([exit, err]).toEqual([2, expect.stringContaining("windows-1252")])
  })
})

describe("the rows of a file", () => {
  const many = Array.from({ length: 230 }, (_, n) => `c-${n},the invoice is wrong (${n})`)
  it.each([
    ["a stray quote", many.with(30, 'c-30,"the invoice is wrong')],
    [
      "two stray quotes, far apart",
      many.with(30, 'c-30,"the invoice is wrong').with(130, 'c-130,"the invoice is wrong')
    ],
    ["a stray quote in the last line", many.with(229, 'c-229,"the invoice is wrong')],
    ["a record that is too long", many.with(30, `c-30,"${"x".repeat(1_100_000)}"`)]
  ])("F-I1 · are new cases, joined, repeated or in quarantine, with %s", async (_, lines) => {
    const { exit, json, call } = await ingest(`${["who,said", ...lines].join("\n")}\n`, [...map, "--json"])
    const lost = lines.filter((line, n) => line !== many[n]).length
    expect(json).toMatchObject({ rows: 230, opened: 230 - lost, quarantined: lost, addUp: true })
    expect(exit).toBe(0)
    const { json: waiting } = await call("quarantine", "--json")
    expect(waiting.entries.map((entry: { raw: string }) => entry.raw).sort()).toEqual(
      lines.filter((line, n) => line !== many[n]).sort()
    )
  })
})

it("F-D1 · can have a column with the customer's address, known or not, in either language", async () => {
  const cwd = folder()
  writeFileSync(
    join(cwd, "in.csv"),
    "渠道,客户,地址,客户原话\nemail,C-17,ida@example.com,the invoice is wrong\nemail,,nobody@example.com,the parcel never arrived\nemail,C-18,,the parcel is damaged\n"
  )
  const call = (...words: readonly string[]) => hearback([...words, "--db", "loop.db"], { cwd })
  const taken = await call("ingest", example("first/first.policy.yaml"), "--input", "in.csv", "--json")
  expect(taken.json).toMatchObject({ opened: 3, quarantined: 0 })
  await call("tick", "--deliver-to", "outbox")
  const heads = readdirSync(join(cwd, "outbox")).map(
    (name) => readFileSync(join(cwd, "outbox", name), "utf8").split("\n")[0]
  )
  expect(heads.filter((head) => head?.includes("@")).sort()).toEqual([
    expect.stringContaining("<ida@example.com>"),
    "To: nobody@example.com"
  ])
  const { cases } = (await call("worklist", "--json")).json
  const own = cases.find(({ customer }: { readonly customer?: string }) => customer === "C-17")
  expect((await call("case", own.id)).out).toContain("ida@example.com (email)")
})

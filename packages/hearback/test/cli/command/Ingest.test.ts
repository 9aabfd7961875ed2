import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { ansi, example, folder, hearback } from "../Capture.ts"

const first = example("first/first.policy.yaml")
const map = ["--map", "verbatim=said", "--map", "customer=who", "--map", "channel:=email"]

const csv = `when,who,said,worth
2026-11-20 10:00,C-17,"Third time my invoice is wrong. Unacceptable.",1200
2026-11-20 11:30,C-18,The parcel never arrived,
2026-13-20 11:30,C-18,no such month,
20/11/2026,C-19
2026-11-20 12:00,C-20,,
`

const filled = (text: string, name = "in.csv") => {
  const cwd = folder()
  writeFileSync(join(cwd, name), text)
  return {
    cwd,
    ingest: (...more: readonly string[]) =>
      hearback(["ingest", first, "--db", "loop.db", "--input", name, ...more], { cwd })
  }
}

describe("ingest", () => {
  it("opens cases, keeps unreadable rows with the reason, and adds nothing the second time", async () => {
    const { cwd, ingest } = filled(csv)
    const line = [...map, "--map", "received=when", "--map", "facts.amount=worth", "--json"]
    const { exit, json } = await ingest(...line)
    expect(exit).toBe(0)
    expect(json).toMatchObject({
      hearback: 1,
      command: "ingest",
      ok: true,
      rows: 5,
      opened: 2,
      replayed: 0,
      quarantined: 3,
      wordless: 1,
      reasons: { "row/no-instant": 1, "row/columns": 1, "intake/no-words": 1 }
    })
    expect((await ingest(...line)).json).toMatchObject({ rows: 5, opened: 0, quarantined: 0, replayed: 5 })
    const { json: list } = await hearback(["worklist", "--db", "loop.db", "--json"], { cwd })
    expect(list.total).toEqual({ count: 2, capped: false })
    expect(
      list.cases.map((row: { customer: string; receivedAt: string }) => [row.customer, row.receivedAt]).sort()
    ).toEqual([
      ["C-17", "2026-11-20T02:00:00.000Z"],
      ["C-18", "2026-11-20T03:30:00.000Z"]
    ])
    const { json: waiting } = await hearback(["quarantine", "--db", "loop.db", "--json"], { cwd })
    expect(waiting.entries.map((entry: { raw: string }) => entry.raw)).toContain("20/11/2026,C-19")
  })

  it("accepts Chinese words for fields, on the command line, in a file and as columns", async () => {
    const rows = "时间,谁,说的,金额\n2026/11/20 10:00,C-17,Third time my invoice is wrong,1200\n"
    const pairs = [
      "客户原话=说的",
      "客户=谁",
      "渠道:=email",
      "收到时间=时间",
      "收到时间:格式=yyyy/MM/dd HH:mm,时区=Asia/Shanghai",
      "事实.amount=金额"
    ]
    const file = `闭环: 1\n${pairs.map((pair) => pair.replace(":=", ":: ").replace(/^(收到时间:格式|[^=:]+)=/, "$1: ")).join("\n")}\n`
    const expected = { rows: 1, opened: 1, undated: 0 }
    const line = filled(rows)
    expect((await line.ingest(...pairs.flatMap((pair) => ["--map", pair]), "--json")).json).toMatchObject(expected)
    const inFile = filled(rows)
    writeFileSync(join(inFile.cwd, "map.yaml"), file.replace("渠道:: email", '"渠道:": email'))
    expect((await inFile.ingest("--map", "map.yaml", "--json")).json).toMatchObject(expected)
    const { json } = await hearback(["worklist", "--db", "loop.db", "--json"], { cwd: inFile.cwd })
    expect(json.cases).toMatchObject([{ customer: "C-17", receivedAt: "2026-11-20T02:00:00.000Z" }])
    const { json: shown } = await hearback(["case", json.cases[0].id, "--db", "loop.db", "--json"], { cwd: inFile.cwd })
    expect(shown.case.facts).toEqual({ amount: "1200" })
    const columns = filled(
      "渠道,客户,客户原话,性质,事实.amount\nemail,C-17,my invoice is wrong,投诉,1200\nemail,C-17,my invoice is wrong,吐槽,\n"
    )
    expect((await columns.ingest("--json")).json).toMatchObject({ opened: 1, reasons: { "classification/unknown": 1 } })
  })

  it("refuses an unknown field in the words in which it was written, and an unknown version", async () => {
    const { cwd, ingest } = filled(csv)
    expect((await ingest("--map", "客户原=said")).err).toMatch(/`客户原`[\s\S]*`客户原话`.*事实\.<name>/)
    writeFileSync(join(cwd, "map.yaml"), "hearback: 2\nverbatim: said\n")
    expect((await ingest("--map", "map.yaml")).err).toContain("map/version")
    writeFileSync(join(cwd, "map.yaml"), 'hearback: 1\nverbatim: said\n"channel:": email\n')
    expect((await ingest("--map", "map.yaml", "--json")).json).toMatchObject({ rows: 5 })
  })

  it("continues where it was stopped", async () => {
    const { ingest } = filled(csv)
    expect((await ingest(...map, "--limit", "1", "--json")).json).toMatchObject({ rows: 1, opened: 1 })
    expect((await ingest(...map, "--json")).json).toMatchObject({ rows: 5, replayed: 1, opened: 2 })
  })

  it("keeps an unclosed quote, and every row before it", async () => {
    const { ingest } = filled('who,said\na,the invoice is wrong\nb,"and it goes on\nand on')
    expect((await ingest(...map, "--json")).json).toMatchObject({
      rows: 2,
      opened: 1,
      reasons: { "row/unreadable": 1 }
    })
  })

  it("puts the second of two rows with one key into quarantine", async () => {
    const { cwd, ingest } = filled("id,who,said\n1,a,the invoice is wrong\n1,b,the parcel never arrived\n2,c,damaged\n")
    const { json } = await ingest(...map, "--map", "key=id", "--json")
    expect(json).toMatchObject({ rows: 3, opened: 2, quarantined: 1, reasons: { "key/reused": 1 } })
    expect((await hearback(["verify", "--db", "loop.db"], { cwd })).exit).toBe(0)
  })

  it("reads semicolons, a byte order mark and Windows line ends", async () => {
    const { ingest } = filled("\ufeffwho;said\r\na;the invoice, again, is wrong\r\n")
    expect((await ingest(...map, "--json")).json).toMatchObject({ rows: 1, opened: 1 })
  })

  it("keeps rows that are no text in the encoding of the file, instead of opening cases with broken words", async () => {
    const { cwd, ingest } = filled("")
    const rows = [
      Buffer.from("who,said\na,"),
      Buffer.from([0xb7, 0xa2, 0xff, 0xb1]),
      Buffer.from("\nb,the invoice is wrong\n")
    ]
    writeFileSync(join(cwd, "in.csv"), Buffer.concat(rows))
    expect((await ingest(...map, "--json")).json).toMatchObject({ opened: 1, reasons: { "row/not-utf-8": 1 } })
  })

  it("reads instants by a format and a zone", async () => {
    const { cwd, ingest } = filled(
      "at,who,said\n01/07/2026 09:30,a,the invoice is wrong\n31/06/2026 09:30,a,no such day\n"
    )
    const { json } = await ingest(
      ...map,
      "--map",
      "received=at",
      "--map",
      "received:format=dd/MM/yyyy HH:mm,zone=Europe/London",
      "--json"
    )
    expect(json).toMatchObject({ opened: 1, reasons: { "row/no-instant": 1 } })
    const { json: list } = await hearback(["worklist", "--db", "loop.db", "--json"], { cwd })
    expect(list.cases[0].receivedAt).toBe("2026-07-01T08:30:00.000Z")
  })

  it("distributes rows without a time over a window, the same way for the same seed", async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `c-${i},the invoice is wrong (${i})`).join("\n")
    const at = ["--at", "2026-11-20T00:00:00Z", "--window", "10 days", "--json"]
    const times = async (seed: string): Promise<readonly string[]> => {
      const { cwd, ingest } = filled(`who,said\n${rows}\n`)
      expect((await ingest(...map, ...at, "--seed", seed)).json).toMatchObject({ opened: 20, undated: 20 })
      const { json } = await hearback(["worklist", "--db", "loop.db", "--order", "received", "--json"], { cwd })
      return json.cases.map((row: { receivedAt: string }) => row.receivedAt)
    }
    const [one, again, other] = [await times("1"), await times("1"), await times("2")]
    expect(again).toEqual(one)
    expect(other).not.toEqual(one)
    for (const time of one) expect(time >= "2026-11-10T00:00" && time <= "2026-11-20T00:00").toBe(true)
    expect(new Set(one).size).toBe(20)
  })

  it("reads NDJSON with fields by their names, and a map file", async () => {
    const lines = [
      { channel: "web", customer: "a", verbatim: "the invoice is wrong", facts: { amount: 900 } },
      { channel: "nowhere", customer: "b", verbatim: "damaged" }
    ].map((row) => JSON.stringify(row))
    const { ingest } = filled([...lines, "[]", "{", ""].join("\n"), "in.ndjson")
    expect((await ingest("--json")).json).toMatchObject({
      rows: 4,
      opened: 1,
      reasons: { "intake/unknown-channel": 1, "row/unreadable": 2 }
    })
  })

  it("reads the examples with their map files", async () => {
    const cwd = folder()
    const itr = example("itr-service")
    const { json } = await hearback(
      [
        "ingest",
        join(itr, "data/feedback.ndjson"),
        "--policy",
        join(itr, "itr-service.policy.yaml"),
        "--map",
        join(itr, "map.yaml"),
        "--db",
        "loop.db",
        "--json"
      ],
      { cwd }
    )
    const lines = readFileSync(join(itr, "data/feedback.ndjson"), "utf8").trimEnd().split("\n").length
    expect(json.rows).toBe(lines)
    expect(json.opened + json.joined + json.quarantined).toBe(lines)
    expect(json.opened).toBeGreaterThan(150)
  })

  it("explains an invalid mapping, and how to correct it", async () => {
    const { ingest, cwd } = filled(csv)
    expect((await ingest("--map", "verbatm=said")).err).toContain("did you mean `verbatim`?")
    expect((await ingest("--map", "verbatim=sayd", "--map", "channel:=email")).err).toContain("did you mean `said`?")
    expect((await ingest("--map", "facts.amont=worth")).err).toContain("did you mean `facts.amount`?")
    expect((await ingest("--map", "verbatim=said")).err).toContain("error[map/no-channel]")
    expect((await ingest("--map", "channel:=email")).err).toContain("error[map/no-words]")
    expect((await ingest("--map", "channel:=fax", "--map", "verbatim=said")).err).toContain(
      "the policy has no channel `fax`"
    )
    expect((await ingest(...map, "--map", "received:format=HH:mm")).err).toContain("error[map/bad-format]")
    expect((await ingest(...map, "--map", "received:zone=Mars/Base")).err).toContain("error[map/bad-zone]")
    expect((await ingest(...map, "--window", "soon")).err).toContain("a length such as `30 days`")
    writeFileSync(join(cwd, "map.yaml"), "verbatim: said\nchanel: web\n")
    expect((await ingest("--map", "map.yaml")).err).toContain("--> map.yaml:2:1")
    expect((await hearback(["ingest", first, "--db", "loop.db"], { cwd })).err).toContain("error[usage/no-input]")
    expect((await hearback(["ingest", first, "--db", "loop.db", "--input", "in.csv", "other.csv"], { cwd })).exit).toBe(
      2
    )
  })

  it("reports progress as NDJSON on stderr with --json, and nothing without a terminal", async () => {
    const { cwd } = filled(csv)
    const line = ["ingest", first, "--db", "loop.db", "--input", "in.csv", ...map]
    const { err, out } = await hearback([...line, "--json"], { cwd })
    for (const each of err.trimEnd().split("\n")) expect(JSON.parse(each)).toHaveProperty("progress.rows")
    expect(JSON.parse(out)).toHaveProperty("rows", 5)
    expect((await hearback(line, { cwd })).err).toBe("")
  })

  it("rewrites one line in a terminal, and clears it at the end", async () => {
    const { cwd } = filled(csv)
    const { err } = await hearback(["ingest", first, "--db", "loop.db", "--input", "in.csv", ...map], {
      cwd,
      terminal: { errIsTerminal: true }
    })
    expect(err).toMatch(ansi)
    expect(err.endsWith("\r\u001b[2K")).toBe(true)
  })

  it("answers in both languages", async () => {
    const { ingest } = filled(csv)
    expect((await ingest(...map, "--lang", "zh")).out).toMatch(/in\.csv 共 5 行.*\n +3 {2}立案\n/)
    expect((await ingest(...map)).out).toContain("nothing was added")
  })
})

/**
 * Rows that could not be read the first time are read the second time: with a better mapping, all at once, at their
 * own instants.
 */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { example, folder, hearback } from "../Capture.ts"
import { encoded } from "../file/Encoded.ts"

const policy = example("first/first.policy.yaml")
const map = ["--map", "verbatim=said", "--map", "customer=who", "--map", "channel:=email"]
const at = ["--map", "received=at", "--map", "received:format=dd/MM/yyyy HH:mm"]

const world = (content: string | Uint8Array, name = "in.csv") => {
  const cwd = folder()
  const call = (...words: readonly string[]) => hearback([...words, "--db", "loop.db"], { cwd })
  const write = (text: string | Uint8Array) => writeFileSync(join(cwd, name), text)
  write(content)
  return {
    write,
    call,
    ingest: (...more: readonly string[]) => call("ingest", policy, "--input", name, ...map, ...more, "--json"),
    waiting: async () => (await call("quarantine", "--json")).json.entries,
    received: async () =>
      (await call("worklist", "--order", "received", "--json")).json.cases.map(
        (row: { receivedAt: string }) => row.receivedAt
      )
  }
}

const rows = (count: number) =>
  Array.from({ length: count }, (_, n) => `K${n},1${n % 9}/11/2026 09:40,c-${n},the invoice is wrong (${n})`)
const table = (lines: readonly string[]) => `${["id,at,who,said", ...lines].join("\n")}\n`

describe("rows that are read again", () => {
  it.each([
    ["with the key of each row", ["--map", "key=id"]],
    ["without a key", []]
  ])(
    "F-I2 · are opened by the corrected run if they failed by a wrong format, and leave quarantine, %s",
    async (_, key) => {
      const { ingest, waiting, received } = world(table(rows(30)))
      const wrong = ["--map", "received=at", "--map", "received:format=MM.dd.yyyy"]
      expect((await ingest(...wrong, ...key)).json).toMatchObject({ rows: 30, opened: 0, quarantined: 30 })
      expect(await waiting()).toHaveLength(30)
      expect((await ingest(...at, ...key)).json).toMatchObject({ rows: 30, opened: 30, quarantined: 0, addUp: true })
      expect(await waiting()).toEqual([])
      expect((await received())[0]).toBe("2026-11-10T01:40:00.000Z")
      expect((await ingest(...at, ...key)).json).toMatchObject({ rows: 30, opened: 0, replayed: 30 })
      // Rows that already are in cases do not go into quarantine by another mistake.
      expect((await ingest(...at, ...key, "--map", "facts.amount=id")).json).toMatchObject({ replayed: 30 })
    }
  )

  it("F-I2 · leave nothing behind if their key was mapped only the second time", async () => {
    const { ingest, waiting } = world(table(rows(5)))
    await ingest("--map", "received=at", "--map", "received:format=MM.dd.yyyy")
    expect((await ingest(...at, "--map", "key=id")).json).toMatchObject({ opened: 5 })
    expect(await waiting()).toEqual([])
  })

  it("F-I2 · can use their key if the policy refused them the first time", async () => {
    const { ingest, waiting } = world(table(rows(5)))
    const first = await ingest(...at, "--map", "facts.amount=who", "--map", "key=id")
    expect(first.json).toMatchObject({ opened: 0, reasons: { "fact/wrong-type": 5 } })
    expect((await ingest(...at, "--map", "key=id")).json).toMatchObject({ opened: 5 })
    expect(await waiting()).toEqual([])
  })

  it("F-I2 · are not replaced by another row with the same key, and stay in quarantine", async () => {
    const { ingest, waiting } = world(
      table(["K1,soon,a,the invoice is wrong", "K1,16/11/2026 09:40,b,it never arrived"])
    )
    expect((await ingest(...at, "--map", "key=id")).json).toMatchObject({ opened: 1, quarantined: 1 })
    expect(await waiting()).toMatchObject([{ raw: "K1,soon,a,the invoice is wrong" }])
    expect((await ingest(...at, "--map", "key=id")).json).toMatchObject({ replayed: 2, quarantined: 0 })
  })

  it("F-I2 · become cases by reread, at the instants of the rows", async () => {
    const { ingest, call, waiting, received } = world(table(rows(30)))
    await ingest("--map", "received=at", "--map", "received:format=MM.dd.yyyy")
    const again = await call("quarantine", "reread", ...map, ...at, "--map", "key=id", "--json")
    expect(again.json).toMatchObject({ rows: 30, opened: 30, quarantined: 0 })
    expect(again.exit).toBe(0)
    expect(await waiting()).toEqual([])
    expect((await received())[0]).toBe("2026-11-10T01:40:00.000Z")
    expect((await ingest(...at, "--map", "key=id")).json).toMatchObject({ replayed: 30 })
  })

  it("F-I2 · stay once in quarantine if reread cannot read them, and are reported", async () => {
    const { ingest, call, waiting } = world(table([...rows(3), "K9,soon,c-9,never arrived"]))
    await ingest("--map", "received=at", "--map", "received:format=MM.dd.yyyy")
    const read = () => call("quarantine", "reread", ...map, ...at)
    const first = await read()
    expect(first.exit).toBe(1)
    expect(first.out).toMatch(
      /3 cases opened from quarantine, 1 entry remains\n +1 not a date and time · state .*received:format/
    )
    expect((await read()).out).toMatch(/0 cases opened from quarantine, 1 entry remains/)
    expect(await waiting()).toMatchObject([{ raw: "K9,soon,c-9,never arrived", source: { file: "in.csv", line: 5 } }])
    expect((await call("quarantine")).out).toContain("in.csv:5")
    expect((await call("verify")).exit).toBe(0)
  })

  it("F-I2 · are reported if they still have no words", async () => {
    const { ingest, call, waiting } = world(table(["K1,16/11/2026 09:40,c-1,"]))
    await ingest(...at, "--map", "key=id")
    const again = await call("quarantine", "reread", ...map, ...at, "--map", "key=id")
    expect(again.out).toMatch(/^0 cases opened from quarantine, 1 entry remains\n +1 neither words nor a score/)
    expect(again.exit).toBe(1)
    expect(await waiting()).toHaveLength(1)
  })

  it("F-I2 · can be objects of NDJSON, when the policy can accept them", async () => {
    const line = JSON.stringify({ channel: "fax", customer: "a", verbatim: "the invoice is wrong" })
    const { call, waiting } = world(`${line}\n`, "in.ndjson")
    await call("ingest", policy, "--input", "in.ndjson")
    expect(await waiting()).toHaveLength(1)
    const again = await call("quarantine", "reread", "--map", "channel:=email", "--map", "verbatim=verbatim", "--json")
    expect(again.json).toMatchObject({ opened: 1 })
  })

  it("F-I3 · are decoded again from the kept bytes, also by a run with the right encoding", async () => {
    const file = Buffer.concat([
      Buffer.from("who,said\na,"),
      encoded("déjà payé", "latin1"),
      Buffer.from("\nb,wrong\n")
    ])
    const one = world(file)
    await one.ingest()
    expect(await one.waiting()).toMatchObject([{ reason: "row/not-utf-8", source: { line: 2 } }])
    expect((await one.call("quarantine", "reread", ...map)).exit).toBe(1)
    const again = await one.call("quarantine", "reread", ...map, "--encoding", "windows-1252", "--json")
    expect(again.json).toMatchObject({ opened: 1, quarantined: 0 })
    const { json } = await one.call("worklist", "--customer", "a", "--json")
    expect((await one.call("case", json.cases[0].id, "--json")).json.case.verbatim).toBe("déjà payé")
    expect((await one.ingest("--encoding", "windows-1252")).json).toMatchObject({ replayed: 2 })
    const other = world(file)
    await other.ingest()
    expect((await other.ingest("--encoding", "windows-1252")).json).toMatchObject({ opened: 1, replayed: 1 })
    expect(await other.waiting()).toEqual([])
  })

  it("F-I2 · are not needed if the run stops after the first hundred rows fail for one reason, with advice", async () => {
    const { ingest, call, waiting } = world(table(rows(300)))
    const line = ["--map", "received=at", "--map", "received:format=MM.dd.yyyy"]
    const first = await ingest(...line)
    expect(first.exit).toBe(1)
    expect(first.json).toMatchObject({ rows: 100, quarantined: 100, only: "row/no-instant" })
    expect(first.json.advice.join()).toContain("received:format=dd/MM/yyyy HH:mm")
    const told = await call("ingest", policy, "--input", "in.csv", ...map, ...line)
    expect(told.out).toMatch(/stopped: the first 100 rows all fail for the same reason.*--keep-going/)
    expect((await call("ingest", policy, "--input", "in.csv", ...map, ...line, "--lang", "zh")).out).toContain("已停止")
    expect((await ingest(...at)).json).toMatchObject({ rows: 300, opened: 300 })
    expect(await waiting()).toEqual([])
  })

  it("F-I2 · can be many, because with --keep-going it continues to the end", async () => {
    const { ingest } = world(table(rows(150)))
    const line = ["--map", "received=at", "--map", "received:format=MM.dd.yyyy", "--keep-going"]
    expect((await ingest(...line)).json).toMatchObject({ rows: 150, quarantined: 150 })
  })
})

describe("a malformed row", () => {
  it("F-I7 · whose key came earlier goes into quarantine, and the run continues", async () => {
    const lines = [
      ...rows(3),
      "K1,soon,a,the invoice is wrong",
      "K1,17/11/2026 09:40,b,it never arrived",
      ...rows(6).slice(3)
    ]
    const { ingest, waiting, call } = world(table(lines))
    const { exit, json } = await ingest(...at, "--map", "key=id")
    expect(exit).toBe(0)
    expect(json).toMatchObject({
      rows: 8,
      opened: 6,
      quarantined: 2,
      reasons: { "row/no-instant": 1, "key/reused": 1 }
    })
    expect((await waiting()).map((entry: { raw: string }) => entry.raw).sort()).toEqual(lines.slice(3, 5).sort())
    expect((await ingest(...at, "--map", "key=id")).json).toMatchObject({ rows: 8, opened: 0, replayed: 8 })
    expect((await call("quarantine", "reread", ...map, ...at, "--map", "key=id")).exit).toBe(1)
    expect(await waiting()).toHaveLength(2)
  })
})

describe("the order of rows", () => {
  const said = (n: number, day: number) => `K${n},${day}/11/2026 09:40,c-1,My invoice is wrong`
  const lines = [said(1, 10), said(2, 12), said(3, 19), said(4, 21)]
  const joined = async (order: readonly number[], ...more: readonly string[]) => {
    const { ingest } = world(table(order.map((n) => lines[n] ?? "")))
    const { json } = await ingest(...at, "--map", "key=id", ...more)
    return json
  }

  it("F-I8 · does not matter with --sort", async () => {
    const inOrder = await joined([0, 1, 2, 3])
    expect(inOrder).toMatchObject({ backwards: 0 })
    for (const order of [
      [3, 2, 1, 0],
      [2, 0, 3, 1]
    ]) {
      const { opened, joined: together, backwards } = await joined(order, "--sort")
      expect([opened, together, backwards]).toEqual([inOrder.opened, inOrder.joined, 0])
    }
  })

  it("F-I8 · is reported without --sort, with the number of rows that go back in time", async () => {
    expect(await joined([3, 2, 1, 0])).toMatchObject({ backwards: 3 })
    const { call } = world(table([...lines].reverse()))
    expect((await call("ingest", policy, "--input", "in.csv", ...map, ...at)).out).toMatch(/3 rows are older.*--sort/)
  })
})

describe("objects of NDJSON", () => {
  const ingest = async (...objects: readonly object[]) => {
    const { call, waiting } = world(objects.map((each) => `${JSON.stringify(each)}\n`).join(""), "in.ndjson")
    const { json } = await call("ingest", policy, "--input", "in.ndjson", "--json")
    return { json, call, waiting: await waiting() }
  }
  const base = { channel: "email", verbatim: "the invoice is wrong" }

  it("F-I5 · can have a customer as an object, with its other values", async () => {
    const customer = { id: "C-9", name: "Nine", address: "nine@example.com", language: "zh-CN" }
    const { json, call } = await ingest({ ...base, customer })
    expect(json).toMatchObject({ opened: 1 })
    const { json: list } = await call("worklist", "--json")
    expect(list.cases).toMatchObject([{ customer: "C-9" }])
  })

  it("F-I5 · can be feedback as a host writes it, also with names in code", async () => {
    const { json, call } = await ingest({ ...base, customer: "a", happenedAt: "2026-11-01", hopedForBy: "2026-12-01" })
    expect(json).toMatchObject({ opened: 1, ignored: {} })
    const { json: list } = await call("worklist", "--json")
    const { json: shown } = await call("case", list.cases[0].id, "--json")
    expect(shown.case).toMatchObject({ hopedForBy: "2026-12-01" })
  })

  it.each([
    ["verbatim", ["first", "second"]],
    ["verbatim", { en: "wrong" }],
    ["customer", ["C-9"]],
    ["customer", { name: "Nine" }],
    ["description", ["a"]],
    ["where", { city: "Leeds" }],
    ["score", [4]],
    ["kind", ["complaint"]],
    ["attachments", [{ url: "x" }]],
    ["facts", ["amount"]],
    ["facts", { amount: [1] }],
    ["facts.amount", { value: 1 }],
    ["received", { at: "2026-11-20" }],
    ["channel", ["email"]],
    ["happened-at", [2026]],
    ["thread", ["2611-ABCDEF"]]
  ])("F-I5 · keep a value of another shape: %s %j", async (field, value) => {
    const row = { ...base, [field]: value }
    const { json, waiting } = await ingest(row)
    expect(json).toMatchObject({ rows: 1, opened: 0, quarantined: 1 })
    expect(waiting).toMatchObject([{ raw: JSON.stringify(row), source: { line: 1 } }])
  })

  it("F-I5 · are reported for keys that are no fields, with the field that may be meant", async () => {
    const { call } = world(`${JSON.stringify({ ...base, verbatm: "x", note: "y" })}\n`, "in.ndjson")
    const { out } = await call("ingest", policy, "--input", "in.ndjson")
    expect(out).toMatch(/columns ignored.*verbatm \(1; `verbatim`\?\), note \(1\)/)
  })
})

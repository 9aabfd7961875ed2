/**
 * Values that a file has twice, or with more digits than a number keeps: none is lost, and no customer is confused
 * with another.
 */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { readJson } from "../../../src/cli/file/Json.ts"
import { example, folder, hearback } from "../Capture.ts"

const policy = example("first/first.policy.yaml")

const ingest = async (content: string, name: string, more: readonly string[] = []) => {
  const cwd = folder()
  writeFileSync(join(cwd, name), content)
  const call = (...words: readonly string[]) => hearback([...words, "--db", "loop.db", "--json"], { cwd })
  const { json } = await call("ingest", policy, "--input", name, ...more)
  const { json: listed } = await call("list")
  const { json: waiting } = await call("quarantine", "list")
  return { json, cases: listed.cases, waiting: waiting.entries ?? waiting.quarantined ?? waiting }
}

describe("a table", () => {
  it.each([
    ["a column twice", "channel,verbatim,verbatim\nphone,the invoice is wrong,the parcel is late\n"],
    ["a field in both languages", "channel,verbatim,客户原话\nphone,the invoice is wrong,the parcel is late\n"],
    ["a fact in both languages", "channel,verbatim,facts.amount,事实.amount\nphone,the invoice is wrong,5,6\n"]
  ])("F-I9 · that has %s, with different values, leaves the row in quarantine", async (_, content) => {
    const { json, cases } = await ingest(content, "in.csv")
    expect(json).toMatchObject({ rows: 1, opened: 0, quarantined: 1, reasons: { "row/told-twice": 1 } })
    expect(cases).toEqual([])
  })

  it.each([
    ["the same value twice", "channel,verbatim,verbatim\nphone,the invoice is wrong,the invoice is wrong\n", []],
    ["one of the two blank", "channel,verbatim,verbatim\nphone,,the invoice is wrong\n", []],
    [
      "twice what is not mapped",
      "note,said,note\na,the invoice is wrong,b\n",
      ["--map", "verbatim=said", "--map", "channel:=phone"]
    ]
  ])("F-I9 · that has %s is read", async (_, content, more) => {
    const { json } = await ingest(content, "in.csv", more)
    expect(json).toMatchObject({ rows: 1, opened: 1 })
  })

  it("F-I9 · counts columns that are no fields, whatever their names are", async () => {
    const { json } = await ingest("channel,verbatim,constructor,__proto__\nphone,it is wrong,1,2\n", "in.csv")
    expect(json.ignored.constructor).toBe(1)
    expect(Object.entries(json.ignored)).toContainEqual(["__proto__", 1])
  })
})

describe("one object on each line", () => {
  it("F-I9 · keeps ids with more digits than a number as two customers, and two keys", async () => {
    const row = (id: string, words: string): string =>
      `{"channel":"phone","customer":${id},"key":${id},"verbatim":"${words}"}`
    const rows = [
      row("12345678901234567890", "the invoice is wrong"),
      row("12345678901234567891", "the parcel is late")
    ]
    const { json, cases } = await ingest(`${rows.join("\n")}\n`, "in.ndjson")
    expect(json).toMatchObject({ rows: 2, opened: 2 })
    expect(cases.map(({ customer }: { customer: string }) => customer).sort()).toEqual([
      "12345678901234567890",
      "12345678901234567891"
    ])
  })

  it("F-I9 · with a repeated key goes into quarantine", async () => {
    const { json } = await ingest('{"channel":"phone","verbatim":"a","verbatim":"b"}\n', "in.ndjson")
    expect(json).toMatchObject({ opened: 0, reasons: { "row/told-twice": 1 } })
  })
})

describe("a customer object beside a column", () => {
  const row = (customer: object, beside: object): string =>
    `${JSON.stringify({ channel: "phone", verbatim: "the invoice is wrong", customer: { id: "c-1", ...customer }, ...beside })}\n`

  it.each([
    ["address", { address: "ida@example.com" }, { address: "eve@example.com" }, []],
    ["consent", { consent: ["surveys"] }, { consent: "calls" }, []],
    [
      "address",
      { address: "ida@example.com" },
      { mail: "eve@example.com" },
      ["customer=customer", "address=mail", "channel=channel", "verbatim=verbatim"].flatMap((pair) => ["--map", pair])
    ]
  ])("F-I9 · with another `%s` leaves the row in quarantine, and is named", async (field, customer, beside, more) => {
    const { json, waiting } = await ingest(row(customer, beside), "in.ndjson", more)
    expect(json).toMatchObject({ opened: 0, quarantined: 1, reasons: { "row/told-twice": 1 } })
    expect(JSON.stringify(waiting)).toContain(`customer.${field}`)
  })

  it.each([
    ["the same", { address: "ida@example.com" }, { address: " ida@example.com " }],
    ["a blank", { address: "ida@example.com" }, { address: "" }],
    ["something else", { name: "Ida" }, { address: "ida@example.com" }]
  ])("F-I9 · is read with %s", async (_, customer, beside) => {
    const { json } = await ingest(row(customer, beside), "in.ndjson")
    expect(json).toMatchObject({ rows: 1, opened: 1 })
  })
})

describe("JSON", () => {
  it.each([
    ['{"a":1.5,"b":[1,2.50,1e3,-0]}', { a: 1.5, b: [1, 2.5, 1000, -0] }],
    ['{"a":9007199254740993,"b":0.1234567890123456789}', { a: "9007199254740993", b: "0.1234567890123456789" }],
    ["1e400", "1e400"],
    ["100000000000000000000", 100_000_000_000_000_000_000],
    ['{"a":{"b":1},"c":{"b":1},"d":"\\"a\\":{"}', { a: { b: 1 }, c: { b: 1 }, d: '"a":{' }]
  ])("F-I9 · is read with all digits: %s", (text, value) => expect(readJson(text)).toEqual({ value }))

  it.each([
    ['{"a":1,"a":1}', "a"],
    ['[{"a":1},{"b":{"c":1,"\\u0063" : 2}}]', "c"],
    ['{"__proto__":1,"__proto__":2}', "__proto__"]
  ])("F-I9 · has a repeated key: %s", (text, twice) => expect(readJson(text)).toEqual({ problem: { twice } }))

  it("F-I9 · of a megabyte is read in linear time", () => {
    const text = JSON.stringify({ verbatim: '\\"{'.repeat(300_000), list: "[".repeat(1000) })
    expect(readJson(text)).toEqual({ value: JSON.parse(text) })
  })
})

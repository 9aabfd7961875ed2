/** Sealed values: their bytes, for whom they open, and the answer if they do not. */
import { createHash } from "node:crypto"
import { describe, expect, it } from "vitest"
import { memoryKeyStore } from "../../src/memory/MemoryKeyStore.ts"
import { pack, unpack } from "../../src/record/PackedText.ts"
import { editionOf, seal, sealerWith, unseal } from "../../src/record/Seal.ts"
import { openRefusal, sealRefusal } from "../../src/record/SealedRefusal.ts"
import { openText, sealText } from "../../src/record/SealedText.ts"
import { sealTogether } from "../../src/record/SealedTogether.ts"

const keys = memoryKeyStore()
const sealed = (value: Parameters<typeof seal>[3], customer = "c-1") => seal(keys, "acme", customer, value)

describe("a ciphertext", () => {
  it("begins with its version and the mark of its key, and is as long as its layout says", async () => {
    const { customer, ciphertext } = await sealed("words")
    const key = await keys.keyOf("acme", "c-1")
    expect(customer).toBe("c-1")
    expect(ciphertext[0]).toBe(1)
    expect(Buffer.from(ciphertext.subarray(1, 9))).toEqual(createHash("sha256").update(key).digest().subarray(0, 8))
    // Version, mark, nonce and tag, and as many bytes as the text has.
    expect(ciphertext.length).toBe(1 + 8 + 12 + 16 + '"words"'.length)
  })

  it.each([
    ["of a later version is unknown", (bytes: Uint8Array) => bytes.fill(2, 0, 1), "unknown"],
    ["of a version that never was is damaged", (bytes: Uint8Array) => bytes.fill(0, 0, 1), "damaged"],
    ["that is cut within its head is damaged", (bytes: Uint8Array) => bytes.subarray(0, 36), "damaged"],
    ["that is cut within its words is damaged", (bytes: Uint8Array) => bytes.subarray(0, -1), "damaged"],
    ["of nothing is damaged", () => new Uint8Array(), "damaged"],
    ["under another key counts as erased", (bytes: Uint8Array) => bytes.fill(0, 1, 9), "erased"]
  ] as const)("%s", async (_, change, reason) => {
    const { customer, ciphertext } = await sealed({ text: "my invoice is wrong" })
    expect(await unseal(keys, "acme", { customer, ciphertext: change(ciphertext) })).toEqual({ ok: false, reason })
  })

  it("opens repeatedly, and for nobody else in between", async () => {
    const one = await sealed("words")
    for (let n = 0; n < 2; n++) {
      expect(await unseal(keys, "acme", one)).toEqual({ ok: true, value: "words" })
      const shared = { ...keys, find: () => keys.find("acme", "c-1") }
      expect(await unseal(shared, "other", one)).toEqual({ ok: false, reason: "damaged" })
      expect(await unseal(shared, "acme", { ...one, customer: "c-2" })).toEqual({ ok: false, reason: "damaged" })
    }
  })

  it.each([
    ["", "c-1"],
    ["acme", ""],
    ["acme", " "]
  ])("is made for nobody without a name: %j, %j", async (tenant, customer) => {
    expect(() => sealerWith(new Uint8Array(32), tenant, customer)).toThrow("sealed for somebody with a name")
  })
})

describe("several values in one ciphertext", () => {
  it("are opened by their places, and an unknown place is damaged", async () => {
    const one = await sealed(["first", null, "third"])
    const at = (place: number) => unseal(keys, "acme", { ...one, place })
    expect([await at(0), await at(1), await at(2)]).toEqual([
      { ok: true, value: "first" },
      { ok: true, value: null },
      { ok: true, value: "third" }
    ])
    expect(await at(3)).toEqual({ ok: false, reason: "damaged" })
    expect(await unseal(keys, "acme", { ...(await sealed({ 0: "first" })), place: 0 })).toEqual({
      ok: false,
      reason: "damaged"
    })
  })

  it("are those of one customer, in order; values without a sealed part ask for no sealer", async () => {
    const make = async (customer: string) => sealerWith(await keys.keyOf("acme", customer), "acme", customer)
    const [one, two] = [await make("c-1"), await make("c-2")]
    const asked: number[] = []
    const parts = await sealTogether(["a", undefined, "b", "c"], async (n) => {
      asked.push(n)
      return n === 2 ? two : one
    })
    expect(asked).toEqual([0, 2, 3])
    expect(parts.map((part) => part && [part.customer, part.place])).toEqual([
      ["c-1", 0],
      undefined,
      ["c-2", 0],
      ["c-1", 1]
    ])
    expect(parts[0]?.ciphertext).toBe(parts[3]?.ciphertext)
    const opened = await Promise.all(parts.map((part) => part && unseal(keys, "acme", part)))
    expect(opened.map((found) => (found?.ok === true ? found.value : undefined))).toEqual(["a", undefined, "b", "c"])
  })
})

describe("a text as bytes", () => {
  const long = JSON.stringify({ words: "the same again ".repeat(40) })
  const sample = Buffer.from("the same again the same again")

  it("is unchanged below 300 bytes, and deflated from there on", () => {
    expect(Buffer.from(pack("x".repeat(299))).toString()).toBe("x".repeat(299))
    const packed = pack("x".repeat(300))
    expect([packed[0], packed.length < 50]).toEqual([1, true])
    expect(Buffer.from(pack("é".repeat(149))).length).toBe(298)
    expect(pack("é".repeat(150))[0]).toBe(1)
  })

  it.each(["", "{}", "é".repeat(149), "é".repeat(150), long])("is returned: %j", (text) => {
    expect(unpack(pack(text))).toBe(text)
    expect(unpack(pack(text, sample), sample)).toBe(text)
    // Also as a part of other bytes.
    const bytes = pack(text)
    const around = new Uint8Array(bytes.length + 2)
    around.set(bytes, 1)
    expect(unpack(around.subarray(1, 1 + bytes.length))).toBe(text)
  })

  it("takes less space with a sample of its content", () => {
    expect(pack(long, Buffer.from(long)).length).toBeLessThan(pack(long).length)
  })

  it("is another or an empty one if its bytes are damaged", () => {
    const packed = pack(long)
    expect(unpack(packed.subarray(0, 10))).toBe("")
    expect(unpack(Uint8Array.of(1, 255, 255))).toBe("")
    expect(unpack(pack(long, Buffer.from(long)))).not.toBe(long)
  })
})

describe("a stored refusal", () => {
  const refusal = {
    asked: "note",
    allowed: ["write"],
    onFile: false,
    reasons: [
      { code: "people/unknown", says: { person: "Li Si" } },
      { code: "case/closed", rule: "loops", says: {} }
    ]
  } as const

  it("has its codes and rules in the clear, no typed text, and is returned", async () => {
    const kept = await sealRefusal(refusal, async () => sealerWith(await keys.keyOf("acme", "c-1"), "acme", "c-1"))
    expect(kept.refusal.reasons).toEqual([{ code: "people/unknown" }, { code: "case/closed", rule: "loops" }])
    expect(JSON.stringify(kept)).not.toContain("Li Si")
    expect(await openRefusal(keys, "acme", kept)).toEqual(refusal)
    expect(await openRefusal(memoryKeyStore(), "acme", kept)).toEqual({
      ...refusal,
      reasons: [
        { code: "people/unknown", says: {} },
        { code: "case/closed", rule: "loops", says: {} }
      ]
    })
  })

  it("asks for no key if its sentences have no values", async () => {
    const plain = { ...refusal, reasons: refusal.reasons.slice(1) }
    const kept = await sealRefusal(plain, () => Promise.reject(new Error("asked for a key")))
    expect(kept).toEqual({ refusal: { ...plain, reasons: [{ code: "case/closed", rule: "loops" }] } })
    expect(await openRefusal(keys, "acme", kept)).toEqual(plain)
  })
})

it("a text in a column is sealed for its subject, and nothing of it is in the clear", async () => {
  const text = await sealText(keys, "acme", "customer:1", "mailbox of Li Si is full")
  expect(text).toMatch(/^sealed:/)
  expect(Buffer.from(text.slice(7), "base64").toString("latin1") + text).not.toContain("Li Si")
  expect(await openText(keys, "other", text)).toBeUndefined()
})

it("another key or another format has another edition, and none is 0", () => {
  const [one, two] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)]
  const editions = [editionOf(one, "a"), editionOf(one, "b"), editionOf(two, "a")]
  expect(new Set(editions).size).toBe(3)
  expect(editionOf(one, "a")).toBe(editions[0])
  for (const edition of editions) expect(edition > 0 && edition < 2 ** 48).toBe(true)
})

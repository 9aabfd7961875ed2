/** The signature of a checkpoint: what it covers, and that nothing else has it. */
import { createHmac } from "node:crypto"
import { expect, it } from "vitest"
import type { Json } from "../../src/port/Event.ts"
import { type Checkpoint, isSigned, json, signatureOf, signedHash } from "../../src/record/Checkpoint.ts"

const secret = new Uint8Array(32).fill(7)
const checkpoint: Checkpoint = {
  number: 2,
  at: 1_794_819_000_000,
  position: 17,
  events: 17,
  heads: [["case/1", 3, "aGFzaA"]],
  before: null
}
const signature = signatureOf(secret, "acme", checkpoint)

it("is made as documented, so that anyone with the key can check it", () => {
  const text =
    '{"checkpoint":{"at":1794819000000,"before":null,"events":17,"heads":[["case/1",3,"aGFzaA"]],"number":2,"position":17},"tenant":"acme"}'
  expect(signature).toBe(createHmac("sha256", secret).update(text).digest("hex"))
})

it("is only of that checkpoint, tenant and key", () => {
  const is = (value: unknown, tenant = "acme", key = secret, given = signature) =>
    isSigned(key, tenant, value as Json, given)
  expect(is(json(checkpoint))).toBe(true)
  expect(is({ ...checkpoint, position: 18 })).toBe(false)
  expect(is({ ...checkpoint, lost: "x" })).toBe(false)
  expect(is(checkpoint, "other")).toBe(false)
  expect(is(checkpoint, "acme", new Uint8Array(32))).toBe(false)
  for (const given of ["", signature.slice(1), `${signature}0`, signature.toUpperCase(), signature.replace(/^./, "g")])
    expect(is(checkpoint, "acme", secret, given), given).toBe(false)
})

it("has 160 bits of each hash, and distinguishes hashes", () => {
  const hash = "00ff".repeat(16)
  expect(signedHash(hash)).toBe("AP8A_wD_AP8A_wD_AP8A_wD_AP8")
  expect(signedHash(`01${hash.slice(2)}`)).not.toBe(signedHash(hash))
})

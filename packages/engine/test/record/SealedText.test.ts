/** A sealed text in a column: opened, gone after erasure, and undefined if it is damaged. */
import { expect, it } from "vitest"
import { memoryKeyStore } from "../../src/memory/MemoryKeyStore.ts"
import { seal } from "../../src/record/Seal.ts"
import { openText, sealText } from "../../src/record/SealedText.ts"

const keys = memoryKeyStore()

it("is returned, and is undefined once its key is gone; a text that was never sealed is returned unchanged", async () => {
  const sealed = await sealText(keys, "acme", "customer:1", "mailbox full")
  expect(await openText(keys, "acme", sealed)).toBe("mailbox full")
  expect(await openText(keys, "acme", "no-address")).toBe("no-address")
  await keys.destroy("acme", "customer:1")
  expect(await openText(keys, "acme", sealed)).toBeUndefined()
})

it("is undefined if something else was sealed there", async () => {
  const { ciphertext } = await seal(keys, "acme", "customer:2", { text: "mailbox full" })
  const bytes = Buffer.from(ciphertext).toString("base64")
  expect(await openText(keys, "acme", `sealed:${JSON.stringify(["customer:2", bytes])}`)).toBeUndefined()
  expect(await openText(keys, "acme", `sealed:${JSON.stringify([2, bytes])}`)).toBeUndefined()
})

it.each(["sealed:", "sealed:[", "sealed:{}", "sealed:[1,2]", 'sealed:["customer:1"]', 'sealed:["customer:1","?"]'])(
  "%s is nothing",
  async (text) => expect(await openText(keys, "acme", text)).toBeUndefined()
)

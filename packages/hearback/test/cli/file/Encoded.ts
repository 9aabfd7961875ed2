/** Encodes texts in encodings that Node can only decode: the pairs of bytes are found by decoding all of them. */
const pairs = (encoding: string): ReadonlyMap<string, readonly number[]> => {
  const decoder = new TextDecoder(encoding)
  const found = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail))
      if ([...text].length === 1 && text !== "\ufffd" && !found.has(text)) found.set(text, [lead, trail])
    }
  return found
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>()

/** Returns a text in an encoding. */
export const encoded = (text: string, encoding: string): Buffer => {
  if (/^utf-?16le$/i.test(encoding)) return Buffer.from(text, "utf16le")
  if (/^utf-?16be$/i.test(encoding)) return Buffer.from(text, "utf16le").swap16()
  if (encoding === "latin1") return Buffer.from(text, "latin1")
  if (encoding === "utf-8") return Buffer.from(text)
  const table = tables.get(encoding) ?? pairs(encoding)
  tables.set(encoding, table)
  return Buffer.from([...text].flatMap((sign) => table.get(sign) ?? [sign.charCodeAt(0)]))
}

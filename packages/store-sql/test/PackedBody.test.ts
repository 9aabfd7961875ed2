import { expect, it } from "vitest"
import { packed, unpacked } from "../src/postgres/PackedBody.ts"

it.each([0, 1, 4_095, 4_096, 200_000])(
  "a body of %d bytes comes back as it was, and a large one is sent smaller",
  (size) => {
    const body = Uint8Array.from({ length: size }, (_, at) => (at * at) % 7)
    const stored = packed(body)
    expect(Buffer.from(unpacked(stored)).equals(body)).toBe(true)
    expect(stored.length < size).toBe(size >= 4_096)
  }
)

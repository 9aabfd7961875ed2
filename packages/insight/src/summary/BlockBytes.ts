/**
 * Writes a block as bytes: numbers and indexes as they are in memory, then a line of JSON for each statement of an
 * item, and a line with the ids.
 * Invariant: `parseBlock(renderBlock(block))` is the block.
 */
import { type CaseBlock, type ItemColumns, indexesFor, itemColumns } from "./CaseBlock.ts"

/**
 * The version of the rows. Increase it when the same events give another row: rows of an earlier version are made
 * again.
 */
export const rowFormat = 6

/** Returns a block as bytes. */
export const renderBlock = ({ ids, ends, said, numbers, items }: CaseBlock): Uint8Array => {
  const lines = [...said, JSON.stringify(ids)]
  // Numbers of eight bytes come first, then those of four and two, because arrays begin at a multiple of their size.
  const parts = [
    Uint32Array.of(numbers.length, ids.length, items.said.length, items.until.length, said.length, 0),
    numbers,
    ends,
    ...itemColumns.map((name) => items[name]),
    new TextEncoder().encode(lines.join("\n"))
  ]
  const bytes = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const { buffer, byteOffset, byteLength } of parts) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at += byteLength
  }
  return bytes
}

const decoder = new TextDecoder()

/** Returns the block in bytes of `renderBlock`; its arrays are views on these bytes. */
export const parseBlock = (bytes: Uint8Array): CaseBlock => {
  // Views on numbers begin at a multiple of their size.
  const { buffer, byteOffset: begin, byteLength } = bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes)
  const [count = 0, cases = 0, items = 0, wrong = 0, things = 0] = new Uint32Array(buffer, begin, sizes)
  const Indexes = indexesFor(count, things)
  const ends = begin + sizes * 4 + count * 8
  let at = ends + cases * 4
  const column = (length: number): ItemColumns["said"] => {
    const found = new Indexes(buffer as ArrayBuffer, at, length)
    at += found.byteLength
    return found
  }
  const columns = { said: column(items), at: column(items), value: column(items), from: column(items) }
  const until = column(wrong)
  const lines = decoder.decode(new Uint8Array(buffer, at, begin + byteLength - at)).split("\n")
  const ofIds = lines.pop() ?? "[]"
  let ids: readonly string[] | undefined
  return {
    numbers: new Float64Array(buffer, begin + sizes * 4, count),
    ends: new Uint32Array(buffer, ends, cases),
    items: { ...columns, until },
    said: lines,
    // Ids are parsed only when they are needed, because figures need none.
    get ids() {
      ids ??= JSON.parse(ofIds) as readonly string[]
      return ids
    }
  }
}

/** How many sizes stand first, one of which is nothing yet: an even number of them. */
const sizes = 6

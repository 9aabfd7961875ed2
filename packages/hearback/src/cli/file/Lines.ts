/** Reads a file as a stream of lines, each with its bytes, so that no byte is lost. */
import { createReadStream } from "node:fs"
import { readHead } from "./Bytes.ts"

/** The encoding of a file, as a label that `TextDecoder` knows. */
export type Encoding = string

/** A line of a file. */
export interface FileLine {
  /** The number of the line, from 1. */
  readonly number: number
  /** The decoded text with its line end. Bytes that are no character become U+FFFD. */
  readonly text: string
  readonly bytes: Uint8Array
  /** Whether its bytes are no text in the encoding. */
  readonly isBroken: boolean
  /** Whether the line is too long, or a piece of such a line. */
  readonly isCut: boolean
}

/** The most bytes of a line in memory; a longer line is returned in pieces.  Units: bytes. */
export const LONGEST_LINE = 16_000_000

/** Reads the lines of a file. */
export async function* linesOf(path: string, encoding: Encoding): AsyncGenerator<FileLine> {
  const strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  const loose = new TextDecoder(encoding, { ignoreBOM: true })
  let number = 1
  let goesOn = false
  for await (const bytes of byteLines(path, encoding)) {
    const decoded = decode(strict, bytes)
    const text = decoded ?? loose.decode(bytes)
    const isCut: boolean = goesOn || bytes.length >= LONGEST_LINE
    goesOn = isCut && withoutEnd(text) === text
    // The byte order mark does not belong to the first cell.
    yield {
      number,
      text: number === 1 ? text.replace(/^\ufeff/, "") : text,
      bytes,
      isBroken: decoded === undefined,
      isCut
    }
    number += goesOn ? 0 : 1
  }
}

/** Reads the bytes of each line of a file, with its line end. */
export async function* byteLines(path: string, encoding: Encoding): AsyncGenerator<Uint8Array> {
  const end = endOf(path, encoding)
  let held: Held = { room: Buffer.alloc(0), from: 0, to: 0 }
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    // The last byte is read again with the next chunk, because it can be half of a character.
    let searched = Math.max(0, held.to - held.from - 1)
    held = withMore(held, chunk)
    const bytes = bytesOf(held)
    let from = 0
    for (;;) {
      const at = end.after(bytes, Math.max(searched, from))
      if (at === undefined) break
      yield bytes.subarray(from, at)
      from = at
      searched = at
    }
    held = { ...held, from: held.from + from }
    if (bytes.length - from < LONGEST_LINE) continue
    yield bytesOf(held)
    held = { ...held, from: held.to }
  }
  if (held.to > held.from) yield bytesOf(held)
}

/** The bytes of an unfinished line, in a buffer with room for more. */
interface Held {
  readonly room: Buffer
  readonly from: number
  readonly to: number
}

const bytesOf = ({ room, from, to }: Held): Buffer => room.subarray(from, to)

/**
 * Appends bytes. A full buffer is doubled, so that a long line is copied only a few times, not once for each chunk.
 */
const withMore = (held: Held, chunk: Buffer): Held => {
  const length = held.to - held.from
  const hasRoom = held.to + chunk.length <= held.room.length
  const room = hasRoom ? held.room : Buffer.allocUnsafe(length * 2 + chunk.length)
  const from = hasRoom ? held.from : 0
  if (!hasRoom) bytesOf(held).copy(room)
  chunk.copy(room, from + length)
  return { room, from, to: from + length + chunk.length }
}

/** Returns the text without its line end. */
export const withoutEnd = (text: string): string => text.replace(/\r?\n$|\r$/, "")

/** Returns the bytes without a line end, in any encoding, so that a row is the same at the end of a file. */
export const bytesWithoutEnd = (bytes: Uint8Array): Uint8Array => {
  const last = bytes.findLastIndex((byte) => byte !== 0x0a && byte !== 0x0d && byte !== 0)
  return bytes.subarray(0, last + 1)
}

interface LineEnd {
  /** Returns where the next line begins, searching from a position; undefined if no line ends there. */
  after(bytes: Buffer, from: number): number | undefined
}

/** Returns the byte that ends lines: LF, or CR if a file has no LF at all, as in old exports of a Mac. */
const endOf = (path: string, encoding: Encoding): LineEnd => {
  const wide = /^utf-16/i.test(encoding) ? (/be$/i.test(encoding) ? 1 : 0) : undefined
  const head = readHead(path, 65_536)
  const sign = head.includes(0x0a) || !head.includes(0x0d) ? 0x0a : 0x0d
  return {
    after: (bytes, from) => {
      for (let at = bytes.indexOf(sign, from); at !== -1; at = bytes.indexOf(sign, at + 1)) {
        if (wide === undefined) return at + 1
        // With two bytes for each character, the other byte is zero.
        if (wide === 0 && at % 2 === 0 && bytes[at + 1] === 0) return at + 2
        if (wide === 1 && at % 2 === 1 && bytes[at - 1] === 0) return at + 1
      }
      return undefined
    }
  }
}

const decode = (decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

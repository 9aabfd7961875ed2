/** A file as a stream of lines, each with its bytes: nothing is lost between them. */
import { createReadStream } from "node:fs"
import { readHead } from "./Bytes.ts"

/** The encoding of a file, as a label that `TextDecoder` knows. */
export type Encoding = string

export interface FileLine {
  /** Counted from 1. */
  readonly number: number
  /** As it is decoded, with its line end; what no character stands for is U+FFFD. */
  readonly text: string
  readonly bytes: Uint8Array
  /** Whether its bytes are no text in the encoding. */
  readonly isBroken: boolean
  /** Whether it is a line that is too long, or a piece of one. */
  readonly isCut: boolean
}

/** No line is held in memory beyond this; a longer one comes in pieces.  Units: bytes. */
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
    // The byte order mark is no part of the first cell.
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
    // The last byte is looked at again, since it may be half of a character.
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

/** The bytes of a line that has not ended, in memory with room behind them. */
interface Held {
  readonly room: Buffer
  readonly from: number
  readonly to: number
}

const bytesOf = ({ room, from, to }: Held): Buffer => room.subarray(from, to)

/** Appends bytes, twice the room where it is full: a long line is copied a few times, not once for each of its chunks. */
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

/** Returns the bytes without a line end, in whichever encoding: the same row is the same at the end of a file. */
export const bytesWithoutEnd = (bytes: Uint8Array): Uint8Array => {
  const last = bytes.findLastIndex((byte) => byte !== 0x0a && byte !== 0x0d && byte !== 0)
  return bytes.subarray(0, last + 1)
}

interface LineEnd {
  /** Returns where the next line begins, looking from a place on; undefined where no line ends there. */
  after(bytes: Buffer, from: number): number | undefined
}

/** Lines end with LF, or with CR alone where a file has no LF at all, as old exports of a Mac. */
const endOf = (path: string, encoding: Encoding): LineEnd => {
  const wide = /^utf-16/i.test(encoding) ? (/be$/i.test(encoding) ? 1 : 0) : undefined
  const head = readHead(path, 65_536)
  const sign = head.includes(0x0a) || !head.includes(0x0d) ? 0x0a : 0x0d
  return {
    after: (bytes, from) => {
      for (let at = bytes.indexOf(sign, from); at !== -1; at = bytes.indexOf(sign, at + 1)) {
        if (wide === undefined) return at + 1
        // Of two bytes to a character the other one is zero.
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

/** Finds the encoding of a file: by its first bytes, else by the encoding in which its lines can be decoded. */
import { isAscii, isUtf8 } from "node:buffer"
import { readHead } from "./Bytes.ts"
import { byteLines, type Encoding } from "./Lines.ts"

/** Returns whether an encoding of this name exists. */
export const isEncoding = (label: string): boolean => {
  try {
    return new TextDecoder(label) !== undefined
  } catch {
    return false
  }
}

/**
 * Returns the encoding of a file. It is GB18030 if most lines that are not UTF-8 are Chinese in GB18030; otherwise it
 * is UTF-8, and those lines are broken.
 */
export const encodingOf = async (path: string): Promise<Encoding> => {
  const head = readHead(path, 4096)
  const marked = markedEncoding(head) ?? wideEncoding(head)
  if (marked !== undefined) return marked
  let [utf8, chinese, other] = [0, 0, 0]
  for await (const line of byteLines(path, "utf-8")) {
    if (isAscii(line)) continue
    if (isUtf8(line)) utf8 += 1
    else if (isChinese(line)) chinese += 1
    else other += 1
  }
  return chinese > utf8 && chinese > other ? "gb18030" : "utf-8"
}

/** Returns the encoding that the byte order mark gives. */
const markedEncoding = ([first, second, third]: Uint8Array): Encoding | undefined => {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8"
  if (first === 0xff && second === 0xfe) return "utf-16le"
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined
}

/** Returns UTF-16 without a mark: every line end has a zero byte beside it, always on the same side. */
const wideEncoding = (head: Uint8Array): Encoding | undefined => {
  const ends = [...head.keys()].filter((at) => head[at] === 0x0a)
  const are = (fits: (at: number) => boolean): boolean => ends.length > 0 && ends.every(fits)
  if (are((at) => at % 2 === 0 && head[at + 1] === 0)) return "utf-16le"
  return are((at) => at % 2 === 1 && head[at - 1] === 0) ? "utf-16be" : undefined
}

const gb18030 = new TextDecoder("gb18030", { fatal: true })

/**
 * Returns whether a line is Chinese in GB18030. Western letters with accents can also be decoded, but as rare
 * characters; in Chinese nearly every pair of bytes is in the range of common characters.
 */
const isChinese = (line: Uint8Array): boolean => {
  try {
    gb18030.decode(line)
  } catch {
    return false
  }
  let [common, rare] = [0, 0]
  for (let at = 0; at < line.length; at += 1) {
    const [lead = 0, trail = 0] = line.subarray(at, at + 2)
    if (lead < 0x81) continue
    if (trail >= 0x30 && trail <= 0x39) at += 3
    else {
      at += 1
      if (lead >= 0xa1 && trail >= 0xa1) common += 1
      else rare += 1
    }
  }
  return common >= 4 * rare
}

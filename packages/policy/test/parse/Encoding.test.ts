import { describe, expect, it } from "vitest"
import { largestFile } from "../../src/parse/Encoding.ts"
import { parseYaml } from "../../src/parse/YamlParser.ts"

const text = "hearback: 1\npolicy: shop\ntitle: 投诉处理\n"
const utf8 = new TextEncoder().encode(text)
const utf16 = Uint8Array.from([
  0xff,
  0xfe,
  ...[...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])
])
/** `title: 投诉处理` in GBK. */
const gbk = Uint8Array.from([
  ...new TextEncoder().encode("title: "),
  0xcd,
  0xb6,
  0xcb,
  0xdf,
  0xb4,
  0xa6,
  0xc0,
  0xed,
  0x0a
])

const codes = (source: string | Uint8Array) =>
  parseYaml({ path: "f", text: source }).diagnostics.map(({ code }) => code)
const message = (source: string | Uint8Array) => parseYaml({ path: "f", text: source }).diagnostics[0]?.message.en

describe("a file", () => {
  it("is read as UTF-8, with or without a byte order mark", () => {
    expect(codes(utf8)).toEqual([])
    const marked = parseYaml({ path: "f", text: Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]) })
    expect(marked.diagnostics).toEqual([])
    expect(marked.tree?.span.start).toBe(0)
    expect(codes(`\ufeff${text}`)).toEqual([])
  })

  it("in another encoding is refused with a guess at the encoding", () => {
    expect(message(utf16)).toBe("the file is not UTF-8; it looks like UTF-16")
    expect(message(utf16.subarray(2))).toBe("the file is not UTF-8; it looks like UTF-16")
    expect(message(gbk)).toBe("the file is not UTF-8; it looks like GBK")
    expect(message(Uint8Array.from([0x61, 0x3a, 0x20, 0xe9, 0x0a]))).toBe("the file is not UTF-8")
  })

  it("that is not UTF-8 has a finding at the first wrong byte", () => {
    const [found] = parseYaml({ path: "f", text: gbk }).diagnostics
    expect(found?.primary.label?.en).toBe("the first byte that is not UTF-8 is number 11")
  })

  it("with a control character is refused at its place", () => {
    const [found] = parseYaml({ path: "f", text: "a: b\u0000c\n" }).diagnostics
    expect(found).toMatchObject({ code: "file/control-character", primary: { span: { start: 4, end: 5 } } })
    expect(codes("a: \u001b[31m\n")).toEqual(["file/control-character"])
    expect(codes("a: \ud800\n")).toEqual(["file/control-character"])
    expect(codes("a: b\u0085\n")).toEqual([])
  })

  it("that is too large is refused without decoding it", () => {
    expect(codes("a".repeat(largestFile + 1))).toEqual(["file/too-large"])
    expect(codes("键".repeat(largestFile / 2))).toEqual(["file/too-large"])
    expect(codes(new Uint8Array(10 * largestFile))).toEqual(["file/too-large"])
  })

  it("that is empty has a finding", () => {
    expect(codes("")).toEqual(["file/empty"])
    expect(codes("# a comment\n\n")).toEqual(["file/empty"])
  })
})

import fc from "fast-check"

/** Returns whether a code point is half of a pair, and no character. */
const isHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdfff

const codeOf = (text: unknown): number => {
  const [first = "", ...more] = typeof text === "string" ? text : []
  const code = first.codePointAt(0)
  if (code === undefined || more.length > 0) throw new Error("no character")
  return code
}

/** Any character. What fast-check calls `binary` is the same, and lists all million of them in each process first. */
export const character: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10_ffff })
  .filter((code) => !isHalf(code))
  .map((code) => String.fromCodePoint(code), codeOf)

/** How many columns of a terminal text takes: two for the wide letters of East Asia and for emoji, none for marks. */

/** Returns the columns that a text takes. */
export function widthOf(text: string): number {
  let width = 0
  for (const letter of text) width += widthOfPoint(letter.codePointAt(0) ?? 0)
  return width
}

// Source: Unicode East Asian Width, classes W and F, as ranges of code points.
const wide: ReadonlyArray<readonly [number, number]> = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd]
]

function widthOfPoint(point: number): number {
  if (point < 0x300) return 1
  if (point === 0x200b || point === 0x200d || (point >= 0xfe00 && point <= 0xfe0f)) return 0
  if (/\p{Mn}/u.test(String.fromCodePoint(point))) return 0
  return wide.some(([from, to]) => point >= from && point <= to) ? 2 : 1
}

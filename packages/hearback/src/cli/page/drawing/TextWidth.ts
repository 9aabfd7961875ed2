/**
 * Estimates the width of a text by classes of characters, because pictures are drawn where no font can be measured.
 * The widths are those of wide fonts, so that a text never leaves its box.
 *
 * Units: those of the drawing.
 */

/** Widths as shares of the font size; the first matching class counts. */
const classes: readonly (readonly [RegExp, share: number])[] = [
  [
    /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFF}“”‘’…—]/u,
    1
  ],
  [/[iljtfrI.,:;'|!()[\] ·\-/]/u, 0.4],
  [/[mwMW@%&#→]/u, 0.95],
  [/[A-Z]/u, 0.72],
  [/[\p{M}\p{Cf}]/u, 0],
  [/./su, 0.6]
]

const shares = new Map<string, number>()

const shareOf = (character: string): number => {
  const known = shares.get(character)
  if (known !== undefined) return known
  const share = classes.find(([pattern]) => pattern.test(character))?.[1] ?? 1
  shares.set(character, share)
  return share
}

/** Returns the width of a text of one line. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + shareOf(character), 0) * size

/** Matches words of letters, blanks, and every other single character. */
const piece = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}.,:;'’%&@#_+-]+|\s+|./gsu

/** Matches characters that may not begin a line. */
const closing = /^[，。、；：！？）》」』”’,.;:!?)\]}%]/u

/** Returns a text in lines of at most a width. If there are too many lines, the end is cut off and marked. */
export const linesOf = (
  text: string,
  size: number,
  width: number,
  most = Number.POSITIVE_INFINITY
): readonly string[] => {
  const lines: string[] = []
  let line = ""
  for (const next of text.trim().match(piece) ?? []) {
    const blank = next.trim() === ""
    if (widthOf(line + (blank ? "" : next), size) <= width) {
      line += blank ? (line === "" ? "" : " ") : next
      continue
    }
    const [kept, moved] = partedLine(line, closing.test(next))
    if (kept.trim() !== "") lines.push(kept.trim())
    line = moved + next
    for (let [head, rest] = cut(line, size, width); rest !== ""; [head, rest] = cut(line, size, width)) {
      lines.push(head)
      line = rest
    }
  }
  if (line.trim() !== "") lines.push(line.trim())
  if (lines.length <= most) return lines
  const [shortened] = cut(`${lines[most - 1] ?? ""}${lines[most] ?? ""}`, size, width - widthOf("…", size))
  return [...lines.slice(0, most - 1), `${shortened}…`]
}

/** Ends a line that is full; before a closing sign its last character moves, too. */
const partedLine = (line: string, isBeforeClosing: boolean): readonly [kept: string, moved: string] => {
  const parted = afterPart(line)
  return isBeforeClosing && parted[1] === "" ? beforeLast(line) : parted
}

/** Moves the character before a closing sign to the next line, too. */
const beforeLast = (line: string): readonly [kept: string, moved: string] => {
  const characters = [...line]
  return characters.length < 2 ? [line, ""] : [characters.slice(0, -1).join(""), characters.at(-1) ?? ""]
}

/** Ends a line after a part of a list, such as `urgent: 2 hours;`, if the line is then at least half full. */
const afterPart = (line: string): readonly [kept: string, moved: string] => {
  const end = Math.max(line.lastIndexOf("；"), line.lastIndexOf("; ")) + 1
  return end >= line.length / 2 ? [line.slice(0, end), line.slice(end).trimStart()] : [line, ""]
}

/** Returns the part of a word that fits, at least one character, and the rest. */
const cut = (word: string, size: number, width: number): readonly [head: string, rest: string] => {
  const characters = [...word]
  let count = 1
  while (count < characters.length && widthOf(characters.slice(0, count + 1).join(""), size) <= width) count++
  return [characters.slice(0, count).join(""), characters.slice(count).join("")]
}

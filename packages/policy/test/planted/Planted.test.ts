/** Faults planted in correct policies: `check` finds each, at its place, and once. */
import { describe, expect, it } from "vitest"
import type { Span } from "../../src/source/SourceFile.ts"
import { bases, check, type FileFinding } from "./Bases.ts"
import { type Planted, planted } from "./Planted.ts"

const [unusual, rows] = partition(planted(bases))
const before = new Map(Object.entries(bases).map(([base, files]) => [base, check(files, () => true)]))
const known = new Map([...before].map(([base, told]) => [base, new Set(told.map(keyOf))]))

function partition(all: readonly Planted[]): readonly [readonly Planted[], readonly Planted[]] {
  return [all.filter(({ signs }) => signs === "="), all.filter(({ signs }) => signs !== "=")]
}

/** Returns the identity of a finding. A finding that an edit only moves is the same one. */
function keyOf({ found: { code, primary } }: FileFinding): string {
  return `${code} ${wordsOf(primary.span)}`
}

function wordsOf({ file, start, end }: Span): string {
  return file.text.slice(start, end)
}

/** Compares places, with or without quotes; a map or a list can be marked at its key. */
const isAt = ({ file, found }: FileFinding, { files, marks }: Planted): boolean =>
  marks.some((mark) => {
    const text = files[mark.file] ?? ""
    const { start, end } = found.primary.span
    if (mark.file !== file) return false
    if (inner(text, mark.start, mark.end) === inner(text, start, end)) return true
    return (
      /^[[{]/.test(text.slice(mark.start, mark.end)) && end <= mark.start && /^:\s*$/.test(text.slice(end, mark.start))
    )
  })

const inner = (text: string, start: number, end: number): string => {
  const isQuoted = /^(["']).*\1$/s.test(text.slice(start, end))
  return isQuoted ? `${start + 1}-${end - 1}` : `${start}-${end}`
}

/** Returns the findings of a row that the correct policy does not have. */
const foundIn = ({ base, files }: Planted): readonly FileFinding[] =>
  check(files, (file) => files[file] !== bases[base]?.[file]).filter(
    (each) => known.get(base)?.has(keyOf(each)) !== true
  )

const seen = rows.map((row) => {
  const found = foundIn(row)
  const place = found.length === 0 ? "-" : found.some((each) => isAt(each, row)) ? "" : "~"
  return { row, signs: `${place}${found.length > 1 ? "+" : ""}` }
})

const share = (sign: string): number => seen.filter(({ signs }) => signs.includes(sign)).length / seen.length

describe("correct policies", () => {
  it.each([...before])("have no findings: %s", (_, told) => {
    expect(told.filter(({ found: { level } }) => level !== "info").map(keyOf)).toEqual([])
  })

  it.each(unusual)("have no findings if something is only unusual: $row", (row) => {
    expect(foundIn(row).map(keyOf)).toEqual([])
  })
})

describe("planted faults", () => {
  it("F-C16 · a line in the wrong column is reported with its right column", () => {
    const ofKind = seen.filter(({ row }) => row.kind === "indentation")
    expect(ofKind.map(({ signs }) => signs).filter((each) => each !== "")).toEqual([])
  })

  it.each([...new Set(rows.map(({ kind }) => kind))])("are found as the table says: %s", (kind) => {
    const ofKind = seen.filter(({ row }) => row.kind === kind)
    expect(ofKind.map(({ row, signs }) => `${signs} ${row.row}`)).toEqual(
      ofKind.map(({ row }) => `${row.signs} ${row.row}`)
    )
  })

  it("are found in 95 % of rows, at the exact words in 90 %, and once", () => {
    expect(share("-")).toBeLessThanOrEqual(0.05)
    expect(share("-") + share("~")).toBeLessThanOrEqual(0.1)
    expect(share("+")).toBeLessThanOrEqual(0.02)
  })
})

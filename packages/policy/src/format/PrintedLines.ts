/**
 * Prints pieces as lines: `{ … }` up to 118 columns, else one key on a line. Block texts and comments keep their
 * lines.
 */
import { widthOf } from "../diagnostic/Frame.ts"
import type { FormatPiece, PieceRow } from "./Piece.ts"
import type { Remarks } from "./Remark.ts"

/** The longest line on which a map or list is written as a whole. Units: columns; a Chinese character takes two. */
const columns = 118

/** Returns the text of a file. */
export const printed = (piece: FormatPiece): string => {
  const lines = piece._tag === "Map" || piece._tag === "List" ? block(piece, 0) : []
  return lines.length === 0 ? `${inline(piece) ?? ""}\n` : `${lines.join("\n")}\n`
}

type Group = Extract<FormatPiece, { readonly rows: unknown }>

const block = ({ _tag, rows }: Group, indent: number): ReadonlyArray<string> =>
  rows.flatMap((row, index) => {
    const pad = " ".repeat(indent)
    const { remarks, lines } = _tag === "Map" ? entry(row, indent) : item(row, indent)
    const before = index === 0 ? remarks.before.slice(remarks.before.findIndex((line) => line !== "")) : remarks.before
    const isBlank = index === 0 && remarks.before.every((line) => line === "")
    const padded = (line: string): string => (line === "" ? "" : pad + line)
    return [...(isBlank ? [] : before.map(padded)), ...lines, ...remarks.after.map(padded)]
  })

interface Lines {
  readonly remarks: Remarks
  readonly lines: ReadonlyArray<string>
}

const entry = ({ key = "", value, remarks }: PieceRow, indent: number): Lines => ({
  remarks,
  lines: after(`${" ".repeat(indent)}${key}:`, value, remarks.behind, indent)
})

/** Returns the text behind a key, or behind a dash without a map. */
const after = (
  start: string,
  value: FormatPiece,
  remark: string | undefined,
  indent: number
): ReadonlyArray<string> => {
  const behind = remark === undefined ? "" : ` ${remark}`
  switch (value._tag) {
    case "Word":
      return [`${start} ${value.alone}${behind}`]
    case "Text":
      return [
        `${start} ${value.header}${behind}`,
        ...value.lines.map((line) => (line === "" ? "" : `${" ".repeat(indent + 2)}${line}`))
      ]
    case "Map":
    case "List": {
      const flat = inline(value)
      const fits = flat !== undefined && (value.layout === "row" || widthOf(`${start} ${flat}`) <= columns)
      return fits ? [`${start} ${flat}${behind}`] : [`${start}${behind}`, ...block(value, indent + 2)]
    }
  }
}

const item = ({ value, remarks }: PieceRow, indent: number): Lines => {
  const start = `${" ".repeat(indent)}-`
  if (value._tag !== "Map") return { remarks, lines: after(start, value, remarks.behind, indent) }
  // A comment on the first key is above the dash, where reading finds it again.
  const [first, ...rest] = value.rows
  const above = first?.remarks.before.filter((line) => line !== "") ?? []
  const rows = first === undefined ? [] : [{ ...first, remarks: { ...first.remarks, before: [] } }, ...rest]
  const lifted = { ...remarks, before: [...remarks.before, ...above] }
  const flat = inline({ ...value, rows })
  if (flat !== undefined && (rows.length === 0 || widthOf(`${start} ${flat}`) <= columns)) {
    const behind = remarks.behind === undefined ? "" : ` ${remarks.behind}`
    return { remarks: lifted, lines: [`${start} ${flat}${behind}`] }
  }
  const own = remarks.behind === undefined ? [] : [remarks.behind]
  const [line = "", ...lines] = block({ ...value, rows }, indent + 2)
  return {
    remarks: { ...lifted, before: [...lifted.before, ...own] },
    lines: [`${start} ${line.trimStart()}`, ...lines]
  }
}

/** Returns a piece between brackets; undefined if it does not fit on one line. */
const inline = (piece: FormatPiece): string | undefined => {
  switch (piece._tag) {
    case "Word":
      return piece.inline
    case "Text":
      return undefined
    case "Map":
    case "List": {
      if (piece.rows.length === 0) return piece._tag === "Map" ? "{}" : "[]"
      if (piece.layout === "block" || piece.rows.some(({ remarks }) => isRemarked(remarks))) return undefined
      const parts = piece.rows.map(({ key, value }) => {
        const part = inline(value)
        return part === undefined ? undefined : key === undefined ? part : `${key}: ${part}`
      })
      if (parts.includes(undefined)) return undefined
      return piece._tag === "Map" ? `{ ${parts.join(", ")} }` : `[${parts.join(", ")}]`
    }
  }
}

const isRemarked = ({ before, behind, after }: Remarks): boolean =>
  behind !== undefined || after.length > 0 || before.some((line) => line !== "")

/** Reads and checks bounds on the totals of a backtest, such as `newly-breached > 0, weaker > 1%`. */
import type { Totals } from "./Report.ts"

/** A bound on one total. */
export interface TotalBound {
  readonly total: keyof Totals
  readonly sign: ">" | ">=" | "<" | "<="
  readonly most: number
  /** The bound is a share of the cases that were decided again. */
  readonly isShare: boolean
}

const shape = /^(\S+?)\s*(>=|<=|>|<|≥|≤)\s*(\d+(?:\.\d+)?)\s*([%％]?)$/u
const ascii: Readonly<Record<string, TotalBound["sign"]>> = { "≥": ">=", "≤": "<=" }

/**
 * Reads bounds from text and returns the parts that are no bounds as they were written. `meant` returns the total
 * that a word names.
 */
export const parseBounds = (
  text: string,
  meant: (word: string) => keyof Totals | undefined
): { readonly bounds: readonly TotalBound[]; readonly wrong?: { readonly text: string; readonly word?: string } } => {
  const bounds: TotalBound[] = []
  for (const part of text.split(/[,，、]/u)) {
    const found = shape.exec(part.trim())
    if (found === null) return { bounds, wrong: { text: part.trim() } }
    const [, word = "", sign = ">", most = "0", percent] = found
    const total = meant(word)
    if (total === undefined) return { bounds, wrong: { text: part.trim(), word } }
    bounds.push({
      total,
      sign: ascii[sign] ?? (sign as TotalBound["sign"]),
      most: Number(most),
      isShare: percent !== ""
    })
  }
  return { bounds }
}

const holds: Readonly<Record<TotalBound["sign"], (found: number, most: number) => boolean>> = {
  ">": (found, most) => found > most,
  ">=": (found, most) => found >= most,
  "<": (found, most) => found < most,
  "<=": (found, most) => found <= most
}

/** Returns the bounds that are exceeded; the run fails if there is one. */
export const exceededBounds = (totals: Totals, bounds: readonly TotalBound[]): readonly TotalBound[] =>
  bounds.filter(({ total, sign, most, isShare }) => {
    const share = totals.replayed === 0 ? 0 : (100 * totals[total]) / totals.replayed
    return holds[sign](isShare ? share : totals[total], most)
  })

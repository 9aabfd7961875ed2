/** Bounds on what a backtest may find: `newly-breached > 0, weaker > 1%`. */
import type { Totals } from "./Report.ts"

export interface TotalBound {
  readonly total: keyof Totals
  readonly sign: ">" | ">=" | "<" | "<="
  readonly most: number
  /** Of the cases that were replayed. */
  readonly isShare: boolean
}

const shape = /^(\S+?)\s*(>=|<=|>|<|≥|≤)\s*(\d+(?:\.\d+)?)\s*([%％]?)$/u
const ascii: Readonly<Record<string, TotalBound["sign"]>> = { "≥": ">=", "≤": "<=" }

/** Reads bounds; what is none comes back as it was written. `meant` gives the name of a total for a word. */
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

/** Returns the bounds that hold, so that a run of them fails. */
export const exceededBounds = (totals: Totals, bounds: readonly TotalBound[]): readonly TotalBound[] =>
  bounds.filter(({ total, sign, most, isShare }) => {
    const share = totals.replayed === 0 ? 0 : (100 * totals[total]) / totals.replayed
    return holds[sign](isShare ? share : totals[total], most)
  })

/** Sets of codes as text: value by value, or as intervals. */
import type { Ranges } from "./Ranges.ts"

/** Returns the codes of a bounded set, in order. */
export const codes = (set: Ranges): readonly number[] => {
  const out: number[] = []
  for (let i = 0; i < set.length; i += 2) {
    for (let code = set[i] as number; code < (set[i + 1] as number); code++) out.push(code)
  }
  return out
}

/** Returns whether a bound is probably the one that a person wrote: `up to 3%` rather than `below 3.01%`. */
export const isRounder = (code: number, other: number): boolean => digits(code) < digits(other)

const digits = (code: number): number => String(code).replace(/0+$/u, "").length

/** Returns the intervals of a set as cells write them: `>= 5`, `[1..3)`; `-` is every value. */
export const intervals = (set: Ranges, whole: Ranges, show: (code: number) => string): readonly string[] => {
  const out: string[] = []
  for (let i = 0; i < set.length; i += 2) {
    const [lo, hi] = [set[i] as number, set[i + 1] as number]
    const [openBelow, openAbove] = [lo === whole[0], hi === whole[1]]
    if (openBelow && openAbove) out.push("-")
    else if (hi === lo + 1) out.push(show(lo))
    else if (openAbove) out.push(isRounder(lo - 1, lo) ? `> ${show(lo - 1)}` : `>= ${show(lo)}`)
    else if (openBelow) out.push(isRounder(hi - 1, hi) ? `<= ${show(hi - 1)}` : `< ${show(hi)}`)
    else out.push(`[${show(lo)}..${show(hi)})`)
  }
  return out
}

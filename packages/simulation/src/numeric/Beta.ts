/** The beta distribution.  Source: Numerical Recipes §6.4, the continued fraction by Lentz's method. */
import { logGamma } from "./Gamma.ts"

const most = 10_000
const enough = 1e-16
const tiny = 1e-300

const nonZero = (x: number): number => (Math.abs(x) < tiny ? tiny : x)

const fraction = (a: number, b: number, x: number): number => {
  let c = 1
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1))
  let h = d
  for (let m = 1; m < most; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / nonZero(1 + even * d)
    c = nonZero(1 + even / c)
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / nonZero(1 + odd * d)
    c = nonZero(1 + odd / c)
    const change = d * c
    h *= change
    if (Math.abs(change - 1) < enough) break
  }
  return h
}

/** Returns the probability that a beta variable stays below `x`; `rest` is 1 − x, which the caller may know better. */
export const betaBelow = (a: number, b: number, x: number, rest = 1 - x): number => {
  if (x <= 0) return 0
  if (rest <= 0) return 1
  const leading = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(rest))
  return x < (a + 1) / (a + b + 2) ? (leading * fraction(a, b, x)) / a : 1 - (leading * fraction(b, a, rest)) / b
}

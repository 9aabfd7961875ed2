/** The gamma function and the gamma distribution.  Source: Lanczos 1964 (g = 7); Numerical Recipes §6.2. */
import { normalQuantile } from "./Normal.ts"

const lanczos = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7
] as const

/** Returns the logarithm of the gamma function of a positive number. */
export const logGamma = (x: number): number => {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const z = x - 1
  const t = z + 7.5
  const sum = lanczos.reduce((so, c, i) => (i === 0 ? c : so + c / (z + i)), 0)
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum)
}

const most = 10_000
const enough = 1e-16
const tiny = 1e-300

/** Returns the probability that a gamma variable of this shape and scale 1 stays below `x`. */
export const gammaBelow = (shape: number, x: number): number => {
  if (x <= 0) return 0
  return x < shape + 1 ? bySeries(shape, x) : 1 - byFraction(shape, x)
}

const leading = (shape: number, x: number): number => Math.exp(shape * Math.log(x) - x - logGamma(shape))

const bySeries = (shape: number, x: number): number => {
  let term = 1 / shape
  let sum = term
  for (let n = 1; n < most && term > sum * enough; n++) {
    term *= x / (shape + n)
    sum += term
  }
  return sum * leading(shape, x)
}

const byFraction = (shape: number, x: number): number => {
  let b = x + 1 - shape
  let c = 1 / tiny
  let d = 1 / b
  let h = d
  for (let i = 1; i < most; i++) {
    const an = -i * (i - shape)
    b += 2
    d = 1 / nonZero(an * d + b)
    c = nonZero(b + an / c)
    const change = d * c
    h *= change
    if (Math.abs(change - 1) < enough) break
  }
  return h * leading(shape, x)
}

const nonZero = (x: number): number => (Math.abs(x) < tiny ? tiny : x)

/** Returns the value that a gamma variable of this shape and scale 1 stays below with probability `p`, 0 < p < 1. */
export const gammaQuantile = (shape: number, p: number): number => {
  let [low, high] = [0, Number.POSITIVE_INFINITY]
  let x = firstGuess(shape, p)
  for (let i = 0; i < 100; i++) {
    const error = gammaBelow(shape, x) - p
    if (error > 0) high = Math.min(high, x)
    else low = Math.max(low, x)
    const density = Math.exp((shape - 1) * Math.log(x) - x - logGamma(shape))
    const next = x - error / density
    const isInside = next > low && next < high && Number.isFinite(next)
    const better = isInside ? next : Number.isFinite(high) ? (low + high) / 2 : x * 2
    if (Math.abs(better - x) <= 1e-14 * x) return better
    x = better
  }
  return x
}

/** Source: Wilson and Hilferty 1931; for small shapes the power law near zero. */
const firstGuess = (shape: number, p: number): number => {
  if (shape < 0.5) return Math.exp((Math.log(p) + logGamma(shape + 1)) / shape)
  const spread = 1 / (9 * shape)
  return Math.max(1e-12, shape * (1 - spread + normalQuantile(p) * Math.sqrt(spread)) ** 3)
}

/** Student's t distribution, for intervals over few replications. */
import { betaBelow } from "../numeric/Beta.ts"
import { logGamma } from "../numeric/Gamma.ts"
import { normalQuantile } from "../numeric/Normal.ts"

/** Returns the probability that t with these degrees of freedom exceeds `t`, which is at least 0. */
const above = (t: number, degrees: number): number => {
  const square = t * t
  return betaBelow(degrees / 2, 0.5, degrees / (degrees + square), square / (degrees + square)) / 2
}

/** Returns the probability that t with these degrees of freedom is below `t`. */
export const studentBelow = (t: number, degrees: number): number => (t < 0 ? above(-t, degrees) : 1 - above(t, degrees))

/** Returns the value below which t with these degrees of freedom is with probability `p`, to 1e-10. */
export const studentQuantile = (p: number, degrees: number): number => {
  if (p < 0.5) return -studentQuantile(1 - p, degrees)
  if (p === 0.5) return 0
  const tail = 1 - p
  if (degrees === 1) return 1 / Math.tan(Math.PI * tail)
  if (degrees === 2) return (2 * p - 1) / Math.sqrt(2 * p * tail)
  let [low, high] = [0, Number.POSITIVE_INFINITY]
  let t = normalQuantile(p)
  const scale = logGamma((degrees + 1) / 2) - logGamma(degrees / 2) - Math.log(degrees * Math.PI) / 2
  for (let i = 0; i < 200; i++) {
    const over = above(t, degrees) - tail
    if (over > 0) low = Math.max(low, t)
    else high = Math.min(high, t)
    const density = Math.exp(scale - ((degrees + 1) / 2) * Math.log1p((t * t) / degrees))
    const next = t + over / density
    const better = next > low && next < high ? next : Number.isFinite(high) ? (low + high) / 2 : t * 2
    if (Math.abs(better - t) <= 1e-14 * t) return better
    t = better
  }
  return t
}

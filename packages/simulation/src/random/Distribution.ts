/**
 * Distributions, drawn by inversion: a value rises with its uniform random number, so that two runs with the same
 * random numbers differ mainly in what was changed.
 */
import { gammaQuantile } from "../numeric/Gamma.ts"
import { normalQuantile } from "../numeric/Normal.ts"

/** The distribution of a duration or an amount. Durations are in milliseconds. */
export type Distribution =
  | { readonly kind: "fixed"; readonly value: number }
  | { readonly kind: "exponential"; readonly mean: number }
  /** Log-normal: half of the values are below `median`, nine of ten below `p90`. */
  | { readonly kind: "lognormal"; readonly median: number; readonly p90: number }
  /** `deviation`: the standard deviation. */
  | { readonly kind: "lognormal"; readonly mean: number; readonly deviation: number }
  | { readonly kind: "gamma"; readonly mean: number; readonly deviation: number }
  | { readonly kind: "triangular"; readonly least: number; readonly usual: number; readonly most: number }
  /** One of these values, each equally likely. */
  | { readonly kind: "empirical"; readonly values: readonly number[] }

/** Returns the value below which a share of the draws is. */
export type Quantile = (share: number) => number

/** Returns the quantiles of a distribution.  Errors: throws if the parameters are invalid. */
export const quantileOf = (distribution: Distribution): Quantile => {
  const wrong = problemOf(distribution)
  if (wrong !== undefined) throw new RangeError(`${distribution.kind}: ${wrong}`)
  switch (distribution.kind) {
    case "fixed":
      return () => distribution.value
    case "exponential":
      return (share) => -distribution.mean * Math.log1p(-share)
    case "lognormal": {
      const { location, scale } = logarithmic(distribution)
      return (share) => Math.exp(location + scale * normalQuantile(share))
    }
    case "gamma": {
      const shape = (distribution.mean / distribution.deviation) ** 2
      return (share) => (distribution.mean / shape) * gammaQuantile(shape, share)
    }
    case "triangular": {
      const { least, usual, most } = distribution
      const split = most === least ? 1 : (usual - least) / (most - least)
      return (share) =>
        share < split
          ? least + Math.sqrt(share * (most - least) * (usual - least))
          : most - Math.sqrt((1 - share) * (most - least) * (most - usual))
    }
    case "empirical": {
      const sorted = [...distribution.values].sort((a, b) => a - b)
      return (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
    }
  }
}

type Lognormal = Extract<Distribution, { readonly kind: "lognormal" }>

const logarithmic = (lognormal: Lognormal): { readonly location: number; readonly scale: number } => {
  if ("median" in lognormal)
    return {
      location: Math.log(lognormal.median),
      scale: Math.log(lognormal.p90 / lognormal.median) / normalQuantile(0.9)
    }
  const variance = Math.log1p((lognormal.deviation / lognormal.mean) ** 2)
  return { location: Math.log(lognormal.mean) - variance / 2, scale: Math.sqrt(variance) }
}

/** Returns the mean of a distribution. */
export const meanOf = (distribution: Distribution): number => {
  switch (distribution.kind) {
    case "fixed":
      return distribution.value
    case "exponential":
    case "gamma":
      return distribution.mean
    case "lognormal": {
      const { location, scale } = logarithmic(distribution)
      return Math.exp(location + scale ** 2 / 2)
    }
    case "triangular":
      return (distribution.least + distribution.usual + distribution.most) / 3
    case "empirical":
      return distribution.values.reduce((sum, value) => sum + value, 0) / distribution.values.length
  }
}

/** Returns what is wrong with parameters; undefined if they are valid. */
export const problemOf = (distribution: Distribution): string | undefined => {
  switch (distribution.kind) {
    case "fixed":
      return distribution.value >= 0 ? undefined : "the value is below 0"
    case "exponential":
      return distribution.mean > 0 ? undefined : "the mean is not above 0"
    case "lognormal":
      if ("median" in distribution)
        return distribution.median > 0 && distribution.p90 >= distribution.median
          ? undefined
          : "the median is above 0 and at most the 90% value"
      return distribution.mean > 0 && distribution.deviation >= 0
        ? undefined
        : "the mean is above 0 and the deviation not below 0"
    case "gamma":
      return distribution.mean > 0 && distribution.deviation > 0 ? undefined : "mean and deviation are above 0"
    case "triangular":
      return distribution.least >= 0 &&
        distribution.least <= distribution.usual &&
        distribution.usual <= distribution.most
        ? undefined
        : "least, usual and most ascend from 0"
    case "empirical":
      return distribution.values.length > 0 && distribution.values.every((value) => value >= 0)
        ? undefined
        : "values are there and not below 0"
  }
}

/** The weights of several things; only proportions count. */
export type Weights = Readonly<Record<string, number>>

/** Returns a function that chooses one of several by their weights; undefined if there is none. */
export const chooser = (weights: Weights): ((share: number) => string | undefined) => {
  const names = Object.keys(weights).filter((name) => (weights[name] ?? 0) > 0)
  const total = names.reduce((sum, name) => sum + (weights[name] ?? 0), 0)
  let sum = 0
  const bounds = names.map((name) => {
    sum += weights[name] ?? 0
    return sum / total
  })
  return (share) => names[bounds.findIndex((bound) => share < bound)] ?? names.at(-1)
}

/**
 * The exact test of McNemar: do two policies differ in how often they keep a promise? Only cases on which they differ
 * count.
 * Source: Q. McNemar 1947; the exact form is a sign test, binomial with one half.
 */

/** Returns the two-sided p-value for the numbers of cases that got better and that got worse. */
export const mcNemar = (better: number, worse: number): number => {
  const n = better + worse
  const least = Math.min(better, worse)
  // The terms of the binomial are logarithms, because 2^-n is 0 in a JavaScript number from about 1,074 cases on.
  let term = -n * Math.LN2
  let sum = Math.exp(term)
  for (let k = 1; k <= least; k++) {
    term += Math.log(n - k + 1) - Math.log(k)
    sum += Math.exp(term)
  }
  return Math.min(1, 2 * sum)
}

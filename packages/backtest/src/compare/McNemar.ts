/**
 * Whether two policies differ in how often they keep a promise, told from the cases on which they differ: the exact test
 * of McNemar. Source: Q. McNemar 1947; the exact form is a sign test, binomial with one half.
 */

/** Returns the two-sided p-value for so many cases that got better and so many that got worse. */
export const mcNemar = (better: number, worse: number): number => {
  const n = better + worse
  const least = Math.min(better, worse)
  // Terms of the binomial, as logarithms: 2^-n is 0 in a number from some 1,074 cases on.
  let term = -n * Math.LN2
  let sum = Math.exp(term)
  for (let k = 1; k <= least; k++) {
    term += Math.log(n - k + 1) - Math.log(k)
    sum += Math.exp(term)
  }
  return Math.min(1, 2 * sum)
}

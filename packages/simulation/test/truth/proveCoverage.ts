/**
 * Checks whether intervals contain the true value as often as they say: `proveCoverage.ts interval-coverage <how
 * many> <first>`. Without arguments it prints its name. Figures are printed as JSON.
 */
import { coverage } from "./Coverage.ts"

/** Runs that begin at the same time use different seeds, of which there are 2³². */
const apart = 1_000
const seedOf = (first: number): number => (first * apart) % 2 ** 32

const [name, count = "1", first = "0"] = process.argv.slice(2)

if (name === undefined) process.stdout.write(JSON.stringify(["interval-coverage"]))
else {
  const began = performance.now()
  const { of, mean, median } = coverage(Number(count), seedOf(Number(first)))
  // A mean over few very long waits is skewed: thirty replications of a week hold it in 92 of 100, not in 95. A corrected
  // interval (Hall 1992) holds it in 94 and is a third wider. A thousand simulations show a share to within 2.8%, with
  // probability 0.999.
  const reach = 3.3 * Math.sqrt((0.92 * 0.08) / of)
  const isOff = Math.abs(mean / of - 0.92) > reach || median / of < 0.95 - reach
  if (isOff)
    process.stderr.write(`of ${of} intervals from ${first} on, ${mean} hold the mean and ${median} the median\n`)
  if (isOff) process.exitCode = 1
  const seconds = (performance.now() - began) / 1000
  process.stdout.write(`${JSON.stringify({ law: name, histories: of, commands: 0, mean, median, seconds })}\n`)
}

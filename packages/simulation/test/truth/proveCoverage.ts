/**
 * Whether intervals hold the truth as often as they say: `proveCoverage.ts interval-coverage <how many> <first>`. Without
 * arguments it prints its name. Figures come as JSON.
 */
import { coverage } from "./Coverage.ts"

/** Runs that begin side by side do not look at the same seeds, of which there are 2³². */
const apart = 1_000
const seedOf = (first: number): number => (first * apart) % 2 ** 32

const [name, count = "1", first = "0"] = process.argv.slice(2)

if (name === undefined) process.stdout.write(JSON.stringify(["interval-coverage"]))
else {
  const began = performance.now()
  const { of, mean, median } = coverage(Number(count), seedOf(Number(first)))
  // Of a thousand a nominal 95 % covers 92.7 to 97.3 % with probability 0.999; fewer cover less surely.
  const reach = 3.3 * Math.sqrt((0.95 * 0.05) / of)
  const isOff = Math.abs(mean / of - 0.95) > reach || median / of < 0.95 - reach
  if (isOff)
    process.stderr.write(`of ${of} intervals from ${first} on, ${mean} hold the mean and ${median} the median\n`)
  if (isOff) process.exitCode = 1
  const seconds = (performance.now() - began) / 1000
  process.stdout.write(`${JSON.stringify({ law: name, histories: of, commands: 0, mean, median, seconds })}\n`)
}

/**
 * The long proof: closed forms with intervals a tenth as wide, and whether intervals cover what they promise.
 * `prove.ts <what> <how many> <first>`; without arguments it prints what there is. Figures come as JSON.
 */
import { closedForms } from "./ClosedForms.ts"
import { coverage } from "./Coverage.ts"

const [name, count = "1", first = "0"] = process.argv.slice(2)

const began = performance.now()
const seconds = (): number => (performance.now() - began) / 1000
const fail = (what: string): void => {
  process.stderr.write(`${what}\n`)
  process.exitCode = 1
}

if (name === undefined) process.stdout.write(JSON.stringify(["closed-forms", "interval-coverage"]))
else if (name === "interval-coverage") {
  const { of, mean, median } = coverage(Number(count), Number(first))
  // Of a thousand a nominal 95 % covers 92.7 to 97.3 % with probability 0.999; fewer cover less surely.
  const reach = 3.3 * Math.sqrt((0.95 * 0.05) / of)
  if (Math.abs(mean / of - 0.95) > reach) fail(`intervals of the mean cover ${mean} of ${of}, from seed ${first}`)
  if (median / of < 0.95 - reach) fail(`intervals of the median cover ${median} of ${of}, from seed ${first}`)
  process.stdout.write(
    `${JSON.stringify({ law: name, histories: of, commands: 0, mean, median, seconds: seconds() })}\n`
  )
} else {
  const forms = closedForms.slice(0, Number(count))
  for (const { name: form, check } of forms) {
    const violation = check({ replications: 30, weeks: 8, seed: 20_261_129 })
    if (violation !== undefined) fail(`${form}: ${violation}`)
  }
  process.stdout.write(`${JSON.stringify({ law: name, histories: forms.length, commands: 0, seconds: seconds() })}\n`)
}

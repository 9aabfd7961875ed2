/**
 * The long proof with results of queueing theory, in narrow intervals: `prove.ts closed-forms <how many> <first>`.
 * Without arguments it prints its name. Figures are printed as JSON.
 */
import { closedForms } from "./ClosedForms.ts"

const [name, count = "1"] = process.argv.slice(2)

if (name === undefined) process.stdout.write(JSON.stringify(["closed-forms"]))
else {
  const began = performance.now()
  const forms = closedForms.slice(0, Number(count))
  for (const { name: form, check } of forms) {
    const violation = check({ replications: 30, weeks: 8, seed: 20_261_129 })
    if (violation === undefined) continue
    process.stderr.write(`${form}: ${violation}\n`)
    process.exitCode = 1
  }
  const seconds = (performance.now() - began) / 1000
  process.stdout.write(`${JSON.stringify({ law: name, histories: forms.length, commands: 0, seconds })}\n`)
}

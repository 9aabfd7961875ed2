/** Checks one law of the engine for many histories: `prove.ts <law> <histories> <seed>`. Prints figures as JSON. */
import { seed } from "../../../core/test/laws/histories.ts"
import { laws, prove } from "./Proof.ts"

const [name = "", runs = "0", offset = "0"] = process.argv.slice(2)
const law = laws.find((one) => one.name === name)

if (law === undefined) process.stdout.write(JSON.stringify(laws.map((one) => one.name)))
else {
  const began = performance.now()
  const { histories, commands } = await prove(law, { seed: seed + Number(offset), runs: Number(runs) })
  const seconds = (performance.now() - began) / 1000
  process.stdout.write(JSON.stringify({ law: name, histories, commands, seconds }))
}

/** The policy of the simulation: small enough that many processes can start under it. */
import { join } from "node:path"
import type { Bundle } from "@hearback/core"
import { compileFile } from "@hearback/policy/node"

const compiled = compileFile(join(import.meta.dirname, "simulated.policy.yaml")).bundle as Bundle.Bundle

/** The vocabulary of tone is large, and every process that starts makes an automaton of it. */
export const bundle: Bundle.Bundle = {
  ...compiled,
  dictionary: { ...compiled.dictionary, tone: [], signals: [] },
  places: {},
  // A bundle made by hand has no hash.
  content: "simulated",
  calendarsHash: "simulated"
}

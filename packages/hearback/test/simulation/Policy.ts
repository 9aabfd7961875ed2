/** The policy of the simulation, which is small, so that many processes can start with it. */
import { join } from "node:path"
import type { Bundle } from "@hearback/core"
import { compileFile } from "@hearback/policy/node"

const compiled = compileFile(join(import.meta.dirname, "simulated.policy.yaml")).bundle as Bundle.Bundle

/** The policy without its vocabulary, which is large and of which every starting process makes an automaton. */
export const bundle: Bundle.Bundle = {
  ...compiled,
  dictionary: { ...compiled.dictionary, tone: [], signals: [] },
  places: {},
  // A bundle that was changed by hand has no valid hash.
  content: "simulated",
  calendarsHash: "simulated"
}

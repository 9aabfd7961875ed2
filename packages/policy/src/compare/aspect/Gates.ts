/** What must be shown before a loop closes: the set of gates, when each is asked for, who may pass it, and with what. */
import type { GateRule } from "../../bundle/Bundle.ts"
import { constant, type Decision, where } from "../table/Decision.ts"
import type { Side } from "../table/Joint.ts"
import { type About, compareValues, type Findings, tellChanges } from "../value/Values.ts"
import { appears, byKey, comes, fewer, later, more, turned } from "../value/Weigh.ts"

const weigh = byKey({
  gate: (before, after) => (after === undefined ? "weaker" : before === undefined ? "stronger" : "other"),
  kind: () => "perhaps-weaker",
  side: comes("system-loop"),
  after: fewer,
  by: more,
  "not-by": fewer,
  "sign-off": fewer,
  fields: fewer,
  optional: comes(true),
  "out-of-order": comes("recorded"),
  "or-explain": appears,
  "or-explain.by": more,
  "or-explain.fields": fewer,
  "or-explain.sign-off": fewer,
  "or-explain.when": (before, after) => (after === true ? "weaker" : before === true ? "stronger" : "other"),
  "instead-of": more,
  method: fewer,
  depth: (before, after) => (Number(after ?? 0) < Number(before ?? 0) ? "weaker" : "stronger"),
  evidence: comes("optional"),
  smart: turned(comes(true)),
  observe: turned(later),
  proof: () => "perhaps-weaker",
  "replied-by": more,
  silence: () => "perhaps-weaker"
})

const messages: ReadonlySet<string> = new Set(["tell", "notify", "or-explain.tell"])

export const compareGates = (found: Findings): void => {
  const [before, after] = found.joint.bundles
  for (const { name: loop, gates } of before.loops) {
    const other = after.loops.find(({ name }) => name === loop)
    // A loop that is gone is told as one.
    if (other === undefined) continue
    for (const name of new Set([...gates, ...other.gates].map((gate) => gate.name)))
      compareGate(
        found,
        loop,
        gates.find((gate) => gate.name === name),
        other.gates.find((gate) => gate.name === name)
      )
  }
}

const compareGate = (
  found: Findings,
  loop: string,
  before: GateRule | undefined,
  after: GateRule | undefined
): void => {
  const about: About = {
    aspect: "gate",
    of: (after ?? before)?.name ?? "",
    loop,
    at: [before?.path, after?.path],
    weigh,
    told: (key) => (messages.has(key) ? "message" : undefined)
  }
  const asked = (side: Side, gate: GateRule | undefined): Decision =>
    gate === undefined ? constant(undefined) : where(found.joint, side, gate.when, constant(gate.kind, gate.path))
  // Another kind of evidence is told with what else the gate asks for.
  const kind = (gate: GateRule | undefined) => gate && { ...gate, kind: (after ?? gate).kind }
  tellChanges(found, about, "gate", asked(0, kind(before)), asked(1, after))
  if (before === undefined || after === undefined) return
  const { when: _one, ...rest } = before
  const { when: _two, ...others } = after
  compareValues(found, about, rest, others)
}

/** Compares gates: which exist, when each is needed, who may pass it, and which evidence it needs. */
import type { GateRule } from "../../bundle/Bundle.ts"
import { constant, type TableDecision, where } from "../table/Decision.ts"
import type { JointSide } from "../table/Joint.ts"
import { appears, byKey, comes, fewer, larger, later, more, turned } from "../value/ChangeWeight.ts"
import { type ComparisonFindings, compareValues, other, tell, tellChanges, type ValueAspect } from "../value/Values.ts"

const weigh = byKey({
  gate: (before, after) => (after === undefined ? "weaker" : before === undefined ? "stronger" : "other"),
  needs: () => "perhaps-weaker",
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
  "or-explain.tell": other,
  "or-explain.when": (before, after) => (after === true ? "weaker" : before === true ? "stronger" : "other"),
  "instead-of": more,
  method: fewer,
  depth: turned(larger),
  evidence: comes(undefined),
  smart: turned(comes(true)),
  observe: turned(later),
  proof: () => "perhaps-weaker",
  "replied-by": more,
  "surface-causes": fewer,
  "only-within": later,
  "silence.after": turned(later),
  "silence.attempts": turned(larger),
  "silence.channels-used": turned(larger),
  "silence.closes": comes("customer-loop"),
  silence: () => "perhaps-weaker"
})

const messages: ReadonlySet<string> = new Set(["tell", "notify", "or-explain.tell"])

/** Compares the gates of two policies. */
export const compareGates = (found: ComparisonFindings): void => {
  const [before, after] = found.joint.bundles
  for (const { name: loop, gates } of before.loops) {
    const other = after.loops.find(({ name }) => name === loop)
    // A removed loop is reported once, not for each gate.
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
  found: ComparisonFindings,
  loop: string,
  before: GateRule | undefined,
  after: GateRule | undefined
): void => {
  const about: ValueAspect = {
    aspect: "gate",
    of: (after ?? before)?.name ?? "",
    loop,
    at: [before?.path, after?.path],
    weigh,
    told: (key) => (messages.has(key) ? "message" : undefined)
  }
  const asked = (side: JointSide, gate: GateRule | undefined): TableDecision =>
    gate === undefined ? constant(undefined) : where(found.joint, side, gate.when, constant(gate.kind, gate.path))
  // A changed kind of gate is reported below, with the gate's other options.
  const kind = (gate: GateRule | undefined) => gate && { ...gate, kind: (after ?? gate).kind }
  const known = found.drafts.length
  tellChanges(found, about, "gate", asked(0, kind(before)), asked(1, after))
  if (before === undefined || after === undefined) {
    // The gate is needed only for cases that both policies do not know, such as those of a new category.
    if (found.drafts.length === known) tell(found, about, "gate", before?.kind, after?.kind)
    return
  }
  const isMeant = before.means !== undefined || after.means !== undefined
  // Options that belong to a kind of gate are reported with the kind.
  const rest = ({ when: _, kind, oneOf, means, smart, evidence, ...own }: GateRule): object => ({
    ...own,
    needs: kind,
    smart: smart || undefined,
    evidence: evidence === "required" ? evidence : undefined,
    oneOf: isMeant ? Object.fromEntries((oneOf ?? []).map((name) => [name, means?.[name] ?? name])) : oneOf
  })
  compareValues(found, about, rest(before), rest(after))
}

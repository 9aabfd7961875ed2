/**
 * Finds gates in the wrong order: a gate that can pass before the gate it builds on, and a shorter observation for
 * more serious cases.
 */
import { Target } from "@hearback/core"
import type { GateKind, GateRule, LoopRule } from "../../bundle/Bundle.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { dig, get, type Tree } from "../../link/Tree.ts"
import { type Reading, spotOf } from "../../read/Reading.ts"
import { said } from "../../text/TranslatedTexts.ts"
import { before } from "../graph/Waiting.ts"
import { lengthsOf } from "./Points.ts"

/** The kind of gate that must come before a gate of another kind. */
const restsOn: Readonly<Partial<Record<GateKind, GateKind>>> = {
  confirmation: "result",
  effectiveness: "prevention",
  prevention: "root-cause"
}

/** Checks the order of gates of one loop. */
export const sequence = (reading: Reading, loop: LoopRule): void => {
  if (reading.isFaulty(loop.path)) return
  for (const gate of loop.gates) {
    const tree = dig(reading.root, "loops", loop.name, gate.side, gate.name)
    if (tree === undefined || tree.named.file.path.startsWith("pack:")) continue
    early(reading, loop, gate, tree)
    observed(reading, gate, get(tree, "observe"))
  }
}

const early = (reading: Reading, loop: LoopRule, gate: GateRule, tree: Tree): void => {
  // A gate that passes automatically, such as thanks for a rating, needs no order.
  const earlier = loop.gates.filter(
    ({ kind, optional, by }) => kind === restsOn[gate.kind] && !optional && !by.includes("automatic")
  )
  const [first] = earlier
  const waits = before(loop, gate.name)
  // If the policy states the reverse order, it is intended.
  const isOrdered = earlier.some(({ name }) => waits.has(name) || before(loop, name).has(gate.name))
  if (first === undefined || gate.optional || isOrdered) return
  const at = get(tree, "after")
  const place = dig(reading.root, "loops", loop.name, first.side, first.name)
  reading.say(
    "gate/out-of-sequence",
    at ?? tree,
    { gate: gate.name, other: first.name },
    {
      span: at === undefined ? tree.named : spotOf(at),
      related:
        place === undefined
          ? []
          : [
              related(
                place.named,
                said((t) => t.place.other)
              )
            ]
    }
  )
}

const observed = (reading: Reading, gate: GateRule, at: Tree | undefined): void => {
  const lengths = at === undefined ? [] : lengthsOf(reading, { within: gate.observe })
  for (const [index, { target, witness = {} }] of lengths.entries()) {
    const longer = lengths.slice(index + 1).find((other) => (Target.compare(other.target, target) ?? 0) > 0)
    const [level] = Object.values(witness)
    const [milder] = Object.values(longer?.witness ?? {})
    if (at === undefined || level === undefined || milder === undefined) continue
    const place = get(at, level) ?? at
    return reading.say("gate/observes-less", place, { gate: gate.name, level, milder })
  }
}

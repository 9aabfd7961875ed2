/** Gates that wait for each other, that nobody may pass, and answers that come too late. */

import { Conclusion, gateFacts } from "@hearback/core"
import type { GateKind, GateRule, LoopRule } from "../../bundle/Bundle.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { dig, entriesOf, get, itemsOf, type Tree, wordOf, wordsOf } from "../../link/Tree.ts"
import type { Reading } from "../../read/Reading.ts"
import { whole } from "../../read/Whole.ts"
import type { Span } from "../../source/SourceFile.ts"
import { type Say, said } from "../../text/Say.ts"
import { circlesOf } from "../graph/Circle.ts"
import { asked, before } from "../graph/Waiting.ts"

/** Who-words that mean nobody where no department is declared. */
const ofDepartments: readonly string[] = ["department", "departments", "head"]

const isCustomers = ({ side }: GateRule): boolean => side === "customer-loop"

/** Checks the gates of one loop. */
export const gates = (r: Reading, loop: LoopRule): void => {
  const tree = dig(r.root, "loops", loop.name)
  if (tree === undefined) return
  if (loop.gates.length === 0) r.say("loop/empty", tree, { loop: loop.name })
  if (loop.gates.some(isCustomers) && loop.gates.filter(isCustomers).every(({ optional }) => optional))
    r.say("loop/nothing-required", get(tree, "customer-loop") ?? tree, { loop: loop.name })
  const waits = new Map(loop.gates.map((gate) => [gate.name, [...gate.after, ...asked(r, gate, loop.gates)]]))
  for (const circle of circlesOf(waits)) {
    const first = treeOf(r, loop, circle[0] ?? "")
    const [at, ...others] = circle.slice(0, -1).map((name, index) => waitingAt(r, loop, name, circle[index + 1] ?? ""))
    if (first === undefined) continue
    const places = others.flatMap((other, index) => {
      const name = circle[index + 1] ?? ""
      return other === undefined
        ? []
        : [
            related(
              other,
              said((t) => t.place.waits(name)),
              true
            )
          ]
    })
    r.say("gate/cycle", first, { gates: circle }, { span: at ?? first.named, related: places })
  }
  for (const gate of loop.gates) one(r, loop, gate)
  for (const [, reopening] of entriesOf(get(tree, "reopen"))) whole(r, reopening, said(reopen), ["within", "back-to"])
  heldBack(r, loop)
}

const anything: Say = (t) => t.why.anyConclusion
const silence: Say = (t) => t.thing.silence
const reopen: Say = (t) => t.thing.reopening

const treeOf = (r: Reading, loop: LoopRule, gate: string): Tree | undefined =>
  dig(r.root, "loops", loop.name, "customer-loop", gate) ?? dig(r.root, "loops", loop.name, "system-loop", gate)

/** Where a gate says that it waits for another: its name under `after`, or the key of the cell that asks for it. */
const waitingAt = (r: Reading, loop: LoopRule, gate: string, other: string): Span | undefined => {
  const tree = treeOf(r, loop, gate)
  const item = itemsOf(get(tree, "after")).find((each) => wordOf(each) === other)
  return item?.span ?? get(get(tree, "when"), `gate.${other}`)?.named ?? get(tree, "when")?.named
}

const one = (r: Reading, loop: LoopRule, gate: GateRule): void => {
  const tree = treeOf(r, loop, gate.name)
  if (tree === undefined) return
  // A gate whose value is missing is told as such.
  if (get(tree, "needs") === undefined && !r.isFaulty(tree.path)) r.say("gate/no-kind", tree, { gate: gate.name })
  const by = get(tree, "by")
  const isOfDepartments = gate.by.length > 0 && gate.by.every((who) => ofDepartments.includes(who))
  if (by !== undefined && wordsOf(by).length === 0) r.say("gate/nobody", by, { gate: gate.name })
  else if (by !== undefined && isOfDepartments && r.names.department.size === 0 && !r.isPack)
    r.say("gate/nobody", by, { gate: gate.name })
  ofKind[gate.kind]?.(r, tree, gate)
  const isAnswer = gateFacts[gate.kind].isAnswer === true && isCustomers(gate)
  if (isAnswer && gate.tell === undefined && !r.isFaulty(loop.path))
    r.say("gate/tells-nobody", tree, { gate: gate.name }, { span: tree.named })
  const quiet = get(tree, "silence")
  if (quiet !== undefined) whole(r, quiet, said(silence), ["after", "closes"])
}

/** What a kind of gate asks of the keys that it owns. */
const ofKind: Readonly<Partial<Record<GateKind, (r: Reading, tree: Tree, gate: GateRule) => void>>> = {
  effectiveness: (r, tree, { name, observe, proof }) => {
    if (observe === undefined && proof !== "metric" && proof !== "either")
      r.say("gate/observes-nothing", tree, { gate: name }, { span: tree.named })
  },
  decision: (r, tree, gate) => {
    const at = get(tree, "one-of")
    const isPutOff = Conclusion.offers(gate).every((each) => Conclusion.meaningOf(gate, each) === "later")
    if (at !== undefined && isPutOff && !r.isFaulty(tree.path)) r.say("gate/never-decided", at, { gate: gate.name })
    if (at?._tag === "List" && at.items.length === 0)
      r.say("shape/no-effect", at, { key: "one-of", why: said(anything) }, { span: at.span })
  },
  approval: (r, tree, { name, by, notBy, signOff }) => {
    const own = get(tree, "by") ?? get(tree, "needs") ?? tree
    if (
      by.length > 0 &&
      by.every((who) => who === "owner" || who === "receiver") &&
      notBy.length + signOff.length === 0
    )
      r.say("gate/self-approval", own, { gate: name })
  },
  confirmation: (r, tree, { name, optional }) => {
    if (get(tree, "silence") === undefined && !optional) r.say("gate/waits-for-ever", tree, { gate: name })
  }
}

/**
 * An answer to the customer that waits, directly or not, until prevention has proved effective, while nothing before
 * it in the customer loop tells the customer anything.
 */
const heldBack = (r: Reading, loop: LoopRule): void => {
  const byName = new Map(loop.gates.map((gate) => [gate.name, gate]))
  for (const gate of loop.gates) {
    if (gateFacts[gate.kind].isAnswer !== true || gate.side !== "customer-loop") continue
    const earlier = [...before(loop, gate.name)].flatMap((name) => byName.get(name) ?? [])
    const until = earlier.find(({ kind }) => gateFacts[kind].brings === "verified")
    const tells = loop.gates.some(
      (other) =>
        other !== gate &&
        other.side === "customer-loop" &&
        other.tell !== undefined &&
        gateFacts[other.kind].isReceipt !== true &&
        until !== undefined &&
        !before(loop, other.name).has(until.name)
    )
    const tree = treeOf(r, loop, gate.name)
    if (until !== undefined && !tells && tree !== undefined)
      r.say("loop/answer-held-back", get(tree, "after") ?? tree, { gate: gate.name, until: until.name })
  }
}

/** Checks gates that wait for each other, gates that nobody may pass, and answers that come too late. */

import { Conclusion, gateFacts } from "@hearback/core"
import type { GateKind, GateRule, LoopRule } from "../../bundle/Bundle.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { dig, entriesOf, get, itemsOf, type Tree, wordOf, wordsOf } from "../../link/Tree.ts"
import { whole } from "../../read/CompleteMaps.ts"
import type { Reading } from "../../read/Reading.ts"
import type { Span } from "../../source/SourceFile.ts"
import { type Say, said } from "../../text/TranslatedTexts.ts"
import { circlesOf } from "../graph/Circle.ts"
import { asked, before } from "../graph/Waiting.ts"

/** Words for a person that mean nobody if the policy declares no department. */
const ofDepartments: readonly string[] = ["department", "departments", "head"]

const isCustomers = ({ side }: GateRule): boolean => side === "customer-loop"

/** Checks the gates of one loop. */
export const gates = (reading: Reading, loop: LoopRule): void => {
  const tree = dig(reading.root, "loops", loop.name)
  if (tree === undefined) return
  if (loop.gates.length === 0) reading.say("loop/empty", tree, { loop: loop.name })
  if (loop.gates.some(isCustomers) && loop.gates.filter(isCustomers).every(({ optional }) => optional))
    reading.say("loop/nothing-required", get(tree, "customer-loop") ?? tree, { loop: loop.name })
  const waits = new Map(loop.gates.map((gate) => [gate.name, [...gate.after, ...asked(reading, gate, loop.gates)]]))
  for (const circle of circlesOf(waits)) {
    const first = treeOf(reading, loop, circle[0] ?? "")
    const [at, ...others] = circle
      .slice(0, -1)
      .map((name, index) => waitingAt(reading, loop, name, circle[index + 1] ?? ""))
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
    reading.say("gate/cycle", first, { gates: circle }, { span: at ?? first.named, related: places })
  }
  for (const gate of loop.gates) one(reading, loop, gate)
  for (const [, reopening] of entriesOf(get(tree, "reopen")))
    whole(reading, reopening, said(reopen), ["within", "back-to"])
  heldBack(reading, loop)
}

const anything: Say = (texts) => texts.why.anyConclusion
const silence: Say = (texts) => texts.thing.silence
const reopen: Say = (texts) => texts.thing.reopening

const treeOf = (reading: Reading, loop: LoopRule, gate: string): Tree | undefined =>
  dig(reading.root, "loops", loop.name, "customer-loop", gate) ??
  dig(reading.root, "loops", loop.name, "system-loop", gate)

/**
 * Returns where a gate says that it waits for another: the name under `after`, or the key of the cell that reads it.
 */
const waitingAt = (reading: Reading, loop: LoopRule, gate: string, other: string): Span | undefined => {
  const tree = treeOf(reading, loop, gate)
  const item = itemsOf(get(tree, "after")).find((each) => wordOf(each) === other)
  return item?.span ?? get(get(tree, "when"), `gate.${other}`)?.named ?? get(tree, "when")?.named
}

const one = (reading: Reading, loop: LoopRule, gate: GateRule): void => {
  const tree = treeOf(reading, loop, gate.name)
  if (tree === undefined) return
  // A gate without a value has its own finding.
  if (get(tree, "needs") === undefined && !reading.isFaulty(tree.path))
    reading.say("gate/no-kind", tree, { gate: gate.name })
  const by = get(tree, "by")
  const isOfDepartments = gate.by.length > 0 && gate.by.every((who) => ofDepartments.includes(who))
  if (by !== undefined && wordsOf(by).length === 0) reading.say("gate/nobody", by, { gate: gate.name })
  else if (by !== undefined && isOfDepartments && reading.names.department.size === 0 && !reading.isPack)
    reading.say("gate/nobody", by, { gate: gate.name })
  ofKind[gate.kind]?.(reading, tree, gate)
  const isAnswer = gateFacts[gate.kind].isAnswer === true && isCustomers(gate)
  if (isAnswer && gate.tell === undefined && !reading.isFaulty(loop.path))
    reading.say("gate/tells-nobody", tree, { gate: gate.name }, { span: tree.named })
  const quiet = get(tree, "silence")
  if (quiet !== undefined) whole(reading, quiet, said(silence), ["after", "closes"])
}

/** Checks the keys that only one kind of gate has. */
const ofKind: Readonly<Partial<Record<GateKind, (reading: Reading, tree: Tree, gate: GateRule) => void>>> = {
  effectiveness: (reading, tree, { name, observe, proof }) => {
    if (observe === undefined && proof !== "metric" && proof !== "either")
      reading.say("gate/observes-nothing", tree, { gate: name }, { span: tree.named })
  },
  decision: (reading, tree, gate) => {
    const at = get(tree, "one-of")
    const isPutOff = Conclusion.offers(gate).every((each) => Conclusion.meaningOf(gate, each) === "later")
    if (at !== undefined && isPutOff && !reading.isFaulty(tree.path))
      reading.say("gate/never-decided", at, { gate: gate.name })
    if (at?._tag === "List" && at.items.length === 0)
      reading.say("shape/no-effect", at, { key: "one-of", why: said(anything) }, { span: at.span })
  },
  approval: (reading, tree, { name, by, notBy, signOff }) => {
    const own = get(tree, "by") ?? get(tree, "needs") ?? tree
    if (
      by.length > 0 &&
      by.every((who) => who === "owner" || who === "receiver") &&
      notBy.length + signOff.length === 0
    )
      reading.say("gate/self-approval", own, { gate: name })
  },
  confirmation: (reading, tree, { name, optional }) => {
    if (get(tree, "silence") === undefined && !optional) reading.say("gate/waits-for-ever", tree, { gate: name })
  }
}

/**
 * Reports an answer to the customer that waits until prevention has proved effective, while no earlier gate of the
 * customer loop tells the customer anything.
 */
const heldBack = (reading: Reading, loop: LoopRule): void => {
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
    const tree = treeOf(reading, loop, gate.name)
    if (until !== undefined && !tells && tree !== undefined)
      reading.say("loop/answer-held-back", get(tree, "after") ?? tree, { gate: gate.name, until: until.name })
  }
}

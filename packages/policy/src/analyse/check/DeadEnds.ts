/** Where a loop leads nowhere: rounds without an end, a silence that cannot be reached, the way back to the wrong loop. */

import type { GateRule, LoopRule } from "../../bundle/Bundle.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { dig, entriesOf, get, type Tree, wordsOf } from "../../link/Tree.ts"
import type { Reading } from "../../read/Reading.ts"
import { type Say, said } from "../../text/Say.ts"
import type { Said } from "../../text/shape/Said.ts"
import { before } from "../graph/Waiting.ts"
import { asksNothing } from "./Surveys.ts"

/** Checks one loop. */
export const deadEnds = (r: Reading, loop: LoopRule): void => {
  const tree = dig(r.root, "loops", loop.name)
  for (const gate of loop.gates) {
    const written = dig(tree, gate.side, gate.name)
    if (written === undefined) continue
    rounds(r, gate, written)
    silence(r, gate, written)
    const to = loop.gates.find(({ name }) => name === gate.ifFailed)
    const failing = get(written, "if-failed")
    if (to !== undefined && to.side !== gate.side) back(r, failing, said(failed), to)
    else if (to === gate && failing !== undefined) r.say("gate/back-to-itself", failing, { gate: gate.name })
    survey(r, gate, written)
    tooLate(r, loop, gate, written)
  }
  for (const [cause, reopening] of entriesOf(get(tree, "reopen"))) {
    const rule = loop.reopen.find((one) => one.cause === cause)
    const to = loop.gates.find(({ name }) => name === rule?.backTo)
    if (cause === "dissatisfied" && to?.side === "system-loop")
      back(r, get(reopening, "back-to"), said(dissatisfied), to)
  }
}

/** A channel that a confirmation asks by, and that has nothing to ask. */
const survey = (r: Reading, gate: GateRule, written: Tree): void => {
  const at = get(written, "survey")
  const { name, survey: channel } = gate
  if (at !== undefined && channel !== undefined && asksNothing(r, channel))
    r.say("gate/asks-nothing", at, { gate: name, channel })
}

/** A gate that is needed for a value of a fact that only a later gate records. */
const tooLate = (r: Reading, loop: LoopRule, gate: GateRule, written: Tree): void => {
  for (const slot of gate.when?.table.slots ?? []) {
    const fact = r.inputs.at(slot).name
    const recorders = loop.gates.filter(({ fields }) => fields.includes(fact))
    const at = get(get(written, "when"), fact)
    const isLate = recorders.length > 0 && recorders.every(({ name }) => before(loop, name).has(gate.name))
    // What customers and hosts may say is known before.
    if (at === undefined || !isLate || isAskedFor(r, fact)) continue
    const place = related(
      (get(dig(r.root, "loops", loop.name, recorders[0]?.side ?? "", recorders[0]?.name ?? ""), "fields") ?? at).named,
      said((t) => t.place.recorded)
    )
    r.say(
      "gate/known-too-late",
      at,
      { gate: gate.name, fact, by: recorders[0]?.name ?? "" },
      { span: at.named, related: [place] }
    )
  }
}

const isAskedFor = (r: Reading, fact: string): boolean =>
  [
    dig(r.root, "intake", "form"),
    ...entriesOf(get(r.root, "channels")).map(([, channel]) => get(channel, "form"))
  ].some((form) => ["require", "offer", "prefill"].some((key) => wordsOf(get(form, key)).includes(fact)))

const failed: Say = (t) => t.thing.failedCheck
const dissatisfied: Say = (t) => t.thing.dissatisfied

const back = (r: Reading, at: Tree | undefined, who: Said, to: GateRule): void => {
  if (at !== undefined) r.say("loop/other-side", at, { who, gate: to.name, side: to.side })
}

const rounds = (r: Reading, gate: GateRule, written: Tree): void => {
  const at = get(written, "rounds")
  if (
    at !== undefined &&
    gate.rounds !== undefined &&
    gate.arbiter === undefined &&
    !r.isPack &&
    !r.isFaulty(written.path)
  )
    r.say("gate/no-arbiter", at, { gate: gate.name, rounds: gate.rounds })
}

const silence = (r: Reading, gate: GateRule, written: Tree): void => {
  const at = get(get(written, "silence"), "channels-used")
  const there = r.names.channel.size
  const asked = gate.silence?.channelsUsed ?? 1
  if (at !== undefined && asked > there && !r.isPack)
    r.say("gate/too-few-channels", at, { gate: gate.name, asked, there })
}

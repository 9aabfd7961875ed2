/**
 * Finds dead ends of a loop: rounds without an end, a silence that cannot be reached, and a return to the wrong loop.
 */

import type { GateRule, LoopRule } from "../../bundle/Bundle.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { dig, entriesOf, get, type Tree, wordsOf } from "../../link/Tree.ts"
import type { Reading } from "../../read/Reading.ts"
import type { TranslatedText } from "../../text/shape/TranslatedText.ts"
import { type Say, said } from "../../text/TranslatedTexts.ts"
import { before } from "../graph/Waiting.ts"
import { asksNothing } from "./Surveys.ts"

/** Checks one loop for dead ends. */
export const deadEnds = (reading: Reading, loop: LoopRule): void => {
  const tree = dig(reading.root, "loops", loop.name)
  for (const gate of loop.gates) {
    const written = dig(tree, gate.side, gate.name)
    if (written === undefined) continue
    rounds(reading, gate, written)
    silence(reading, gate, written)
    const to = loop.gates.find(({ name }) => name === gate.ifFailed)
    const failing = get(written, "if-failed")
    if (to !== undefined && to.side !== gate.side) back(reading, failing, said(failed), to)
    else if (to === gate && failing !== undefined) reading.say("gate/back-to-itself", failing, { gate: gate.name })
    survey(reading, gate, written)
    tooLate(reading, loop, gate, written)
  }
  for (const [cause, reopening] of entriesOf(get(tree, "reopen"))) {
    const rule = loop.reopen.find((one) => one.cause === cause)
    const to = loop.gates.find(({ name }) => name === rule?.backTo)
    if (cause === "dissatisfied" && to?.side === "system-loop")
      back(reading, get(reopening, "back-to"), said(dissatisfied), to)
  }
}

/** Reports a channel that should ask for a confirmation but has no question. */
const survey = (reading: Reading, gate: GateRule, written: Tree): void => {
  const at = get(written, "survey")
  const { name, survey: channel } = gate
  if (at !== undefined && channel !== undefined && asksNothing(reading, channel))
    reading.say("gate/asks-nothing", at, { gate: name, channel })
}

/** Reports a gate that depends on a fact which only a later gate records. */
const tooLate = (reading: Reading, loop: LoopRule, gate: GateRule, written: Tree): void => {
  for (const slot of gate.when?.table.slots ?? []) {
    const fact = reading.inputs.at(slot).name
    const recorders = loop.gates.filter(({ fields }) => fields.includes(fact))
    const at = get(get(written, "when"), fact)
    const isLate = recorders.length > 0 && recorders.every(({ name }) => before(loop, name).has(gate.name))
    // Customers and hosts can give these facts earlier.
    if (at === undefined || !isLate || isAskedFor(reading, fact)) continue
    const place = related(
      (get(dig(reading.root, "loops", loop.name, recorders[0]?.side ?? "", recorders[0]?.name ?? ""), "fields") ?? at)
        .named,
      said((t) => t.place.recorded)
    )
    reading.say(
      "gate/known-too-late",
      at,
      { gate: gate.name, fact, by: recorders[0]?.name ?? "" },
      { span: at.named, related: [place] }
    )
  }
}

const isAskedFor = (reading: Reading, fact: string): boolean =>
  [
    dig(reading.root, "intake", "form"),
    ...entriesOf(get(reading.root, "channels")).map(([, channel]) => get(channel, "form"))
  ].some((form) => ["require", "offer", "prefill"].some((key) => wordsOf(get(form, key)).includes(fact)))

const failed: Say = (texts) => texts.thing.failedCheck
const dissatisfied: Say = (texts) => texts.thing.dissatisfied

const back = (reading: Reading, at: Tree | undefined, who: TranslatedText, to: GateRule): void => {
  if (at !== undefined) reading.say("loop/other-side", at, { who, gate: to.name, side: to.side })
}

const rounds = (reading: Reading, gate: GateRule, written: Tree): void => {
  const at = get(written, "rounds")
  if (
    at !== undefined &&
    gate.rounds !== undefined &&
    gate.arbiter === undefined &&
    !reading.isPack &&
    !reading.isFaulty(written.path)
  )
    reading.say("gate/no-arbiter", at, { gate: gate.name, rounds: gate.rounds })
}

const isOwn = ({ named }: Tree): boolean => !named.file.path.startsWith("pack:")

const silence = (reading: Reading, gate: GateRule, written: Tree): void => {
  const at = get(get(written, "silence"), "channels-used")
  const there = reading.names.channel.size
  const asked = gate.silence?.channelsUsed ?? 1
  if (at !== undefined && asked > there && !reading.isPack)
    reading.say("gate/too-few-channels", at, { gate: gate.name, asked, there })
  else if (at !== undefined && gate.silence !== undefined && asked > gate.silence.attempts && isOwn(at))
    reading.say("gate/too-few-attempts", at, { gate: gate.name, asked, attempts: gate.silence.attempts })
}

/** Where a loop leads nowhere: rounds without an end, a silence that cannot be reached, the way back to the wrong loop. */

import type { GateRule, LoopRule } from "../../bundle/Bundle.ts"
import { type Said, said } from "../../diagnostic/text/Said.ts"
import { dig, entriesOf, get, type Tree } from "../../link/Tree.ts"
import type { Reading } from "../../read/Reading.ts"

/** Checks one loop. */
export const deadEnds = (r: Reading, loop: LoopRule): void => {
  const tree = dig(r.root, "loops", loop.name)
  for (const gate of loop.gates) {
    const written = dig(tree, gate.side, gate.name)
    if (written === undefined) continue
    rounds(r, gate, written)
    silence(r, gate, written)
    const to = loop.gates.find(({ name }) => name === gate.ifFailed)
    if (to !== undefined && to.side !== gate.side) back(r, get(written, "if-failed"), failed, to)
  }
  for (const [cause, reopening] of entriesOf(get(tree, "reopen"))) {
    const rule = loop.reopen.find((one) => one.cause === cause)
    const to = loop.gates.find(({ name }) => name === rule?.backTo)
    if (cause === "dissatisfied" && to?.side === "system-loop") back(r, get(reopening, "back-to"), dissatisfied, to)
  }
}

const failed = said("a check that failed", "未见效的验证")
const dissatisfied = said("a customer who is not satisfied", "不满意的客户")

const back = (r: Reading, at: Tree | undefined, who: Said, to: GateRule): void => {
  if (at !== undefined) r.say("loop/other-side", at, { who, gate: to.name, side: to.side })
}

const rounds = (r: Reading, gate: GateRule, written: Tree): void => {
  const at = get(written, "rounds")
  if (at !== undefined && gate.rounds !== undefined && gate.arbiter === undefined && !r.isPack)
    r.say("gate/no-arbiter", at, { gate: gate.name, rounds: gate.rounds })
}

const silence = (r: Reading, gate: GateRule, written: Tree): void => {
  const at = get(get(written, "silence"), "channels-used")
  const there = r.names.channel.size
  const asked = gate.silence?.channelsUsed ?? 1
  if (at !== undefined && asked > there && !r.isPack)
    r.say("gate/too-few-channels", at, { gate: gate.name, asked, there })
}

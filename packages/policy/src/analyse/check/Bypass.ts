/**
 * Ways round a gate: a lane or an option by which a customer loop closes without its answer, an explanation by whoever
 * may not pass the gate, a way back that repeats nothing of what failed, an ending of which the customer hears nothing.
 */
import { gateFacts } from "@hearback/core"
import type { GateRule, LoopRule } from "../../bundle/Bundle.ts"
import type { UnhashedBundle } from "../../bundle/Hash.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { dig, get, itemsOf, type Tree, wordOf } from "../../link/Tree.ts"
import type { Reading } from "../../read/Reading.ts"
import { said } from "../../text/TranslatedTexts.ts"

/** Says where the purpose of a gate can be gone round. A pack leaves much of that to its heirs. */
export const bypasses = (reading: Reading, { loops, endings }: UnhashedBundle): void => {
  for (const loop of loops) {
    if (reading.isFaulty(loop.path)) continue
    answerless(reading, loop)
    for (const gate of loop.gates) explained(reading, loop, gate)
    for (const { cause, backTo, path } of loop.reopen) {
      const at = get(reading.at(path), "back-to")
      if (cause === "dissatisfied" || cause === "recurrence") repeats(reading, loop, at, cause, backTo)
    }
    for (const { name, side, ifFailed } of loop.gates)
      if (ifFailed !== undefined && ifFailed !== name)
        repeats(reading, loop, get(gateTree(reading, loop, { name, side }), "if-failed"), "failed", ifFailed)
  }
  for (const { name, path, tell, closes } of endings) {
    const at = reading.at(path)
    const isOfStaff = name === "forwarded" || name === "turned-away"
    if (isOfStaff && tell === undefined && at !== undefined && !reading.isFaulty(path) && !reading.isPack)
      reading.say("loop/ends-untold", at, { ending: name, both: closes === "both-loops" }, { span: at.named })
  }
}

const gateTree = (
  reading: Reading,
  loop: LoopRule,
  { name, side }: Pick<GateRule, "name" | "side">
): Tree | undefined => dig(reading.root, "loops", loop.name, side, name)

const isAnswer = ({ kind, side }: GateRule): boolean => gateFacts[kind].isAnswer === true && side === "customer-loop"

/** A customer loop that has an answer, and a way to close without it. */
const answerless = (reading: Reading, loop: LoopRule): void => {
  const answers = loop.gates.filter(isAnswer)
  if (answers.length === 0) return
  const isLeft = (lane: GateRule | undefined): boolean =>
    answers.some((answer) => answer === lane || (!answer.optional && lane?.insteadOf.includes(answer.name) !== true))
  const [first] = answers
  const isAnyRequired = loop.gates.some(({ side, optional }) => side === "customer-loop" && !optional)
  if (!isLeft(undefined)) {
    const at = first === undefined ? undefined : gateTree(reading, loop, first)
    const key = get(at, "optional") ?? get(at, "only-within")
    // A loop of nothing but options is told as such.
    if (at !== undefined && isAnyRequired)
      reading.say("gate/bypass", key ?? at, { how: "optional", gate: first?.name ?? "" }, { span: (key ?? at).span })
    return
  }
  for (const lane of loop.gates) {
    // What the customer says for themselves needs no answer.
    const isOfCustomer = gateFacts[lane.kind].replies !== undefined
    const list = get(gateTree(reading, loop, lane), "instead-of")
    if (list === undefined || lane.insteadOf.length === 0 || isOfCustomer || isLeft(lane)) continue
    const item = itemsOf(list).find((each) => answers.some(({ name }) => name === wordOf(each))) ?? list
    reading.say("gate/bypass", item, { how: "lane", gate: wordOf(item) ?? "", by: lane.name }, { span: item.span })
  }
}

/** Words for whoever happens to have the case. */
const whoeverHasIt: ReadonlySet<string> = new Set(["owner", "receiver", "deputy"])

/** A gate in certain hands that whoever has the case may explain away by themselves. */
const explained = (reading: Reading, loop: LoopRule, gate: GateRule): void => {
  const { orExplain, by, name } = gate
  const tree = gateTree(reading, loop, gate)
  const at = get(get(tree, "or-explain"), "by")
  const item = itemsOf(at).find((each) => whoeverHasIt.has(wordOf(each) ?? ""))
  const isTheirs =
    by.length === 0 || by.some((who) => whoeverHasIt.has(who) || who === "customer" || who === "automatic")
  if (item === undefined || isTheirs || (orExplain?.signOff ?? []).length > 0) return
  const hands = get(tree, "by")
  const place =
    hands === undefined
      ? []
      : [
          related(
            hands.span,
            said((t) => t.place.mayPass),
            true
          )
        ]
  reading.say(
    "gate/bypass",
    item,
    { how: "explained", gate: name, by: wordOf(item) ?? "" },
    { span: item.span, related: place }
  )
}

/** What of a loop opens again where it is sent back to a gate: it and those of its side that come after it. */
const sentBack = ({ gates }: LoopRule, to: GateRule): ReadonlySet<GateRule> => {
  const back = new Set([to])
  for (let size = 0; size < back.size; ) {
    size = back.size
    const names = new Set([...back].map(({ name }) => name))
    for (const gate of gates) if (gate.side === to.side && gate.after.some((name) => names.has(name))) back.add(gate)
  }
  return back
}

/** Sent back is what is done anew: after a dissatisfied word the answer, after a recurrence the cause or its prevention. */
const repeats = (
  reading: Reading,
  loop: LoopRule,
  at: Tree | undefined,
  cause: "dissatisfied" | "recurrence" | "failed",
  backTo: string
): void => {
  const to = loop.gates.find(({ name }) => name === backTo)
  if (at === undefined || to === undefined) return
  const isMeant = ({ kind, side }: GateRule): boolean =>
    cause === "dissatisfied"
      ? gateFacts[kind].isAnswer === true && side === "customer-loop"
      : gateFacts[kind].brings === "live" || gateFacts[kind].takesFailedChecks === true
  // Which side a way back leads to is told elsewhere.
  const wrongSide = (to.side === "customer-loop") !== (cause === "dissatisfied")
  const meant = loop.gates.filter(isMeant)
  const [first] = meant
  if (first === undefined || wrongSide) return
  const back = sentBack(loop, to)
  // Another word to the customer may be answer enough.
  const tells = ({ tell, kind }: GateRule): boolean => tell !== undefined && gateFacts[kind].isReceipt !== true
  if (meant.some((gate) => back.has(gate)) || (cause === "dissatisfied" && [...back].some(tells))) return
  const place = gateTree(reading, loop, first)
  reading.say(
    "loop/nothing-anew",
    at,
    { cause, gate: backTo, missing: first.name },
    {
      related:
        place === undefined
          ? []
          : [
              related(
                place.named,
                said((t) => t.place.staysPassed)
              )
            ]
    }
  )
}

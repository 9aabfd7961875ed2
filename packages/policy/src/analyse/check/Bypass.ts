/**
 * Finds ways round a gate: an alternative gate or an optional gate by which a customer loop closes without its
 * answer, an explanation by a person who may not pass the gate, a return to a gate that repeats no failed work, and
 * an ending without a message to the customer.
 */
import { gateFacts } from "@hearback/core"
import type { GateRule, LoopRule } from "../../bundle/Bundle.ts"
import type { UnhashedBundle } from "../../bundle/Hash.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { dig, get, itemsOf, type Tree, wordOf } from "../../link/Tree.ts"
import type { Reading } from "../../read/Reading.ts"
import { said } from "../../text/TranslatedTexts.ts"

/** Reports gates whose purpose can be bypassed. Packs are not checked for what their heirs must add. */
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

/** Finds a customer loop that has an answer gate and can close without it. */
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
    // A loop with only optional gates gets another finding.
    if (at !== undefined && isAnyRequired)
      reading.say("gate/bypass", key ?? at, { how: "optional", gate: first?.name ?? "" }, { span: (key ?? at).span })
    return
  }
  for (const lane of loop.gates) {
    // What customers state themselves needs no answer.
    const isOfCustomer = gateFacts[lane.kind].replies !== undefined
    const list = get(gateTree(reading, loop, lane), "instead-of")
    if (list === undefined || lane.insteadOf.length === 0 || isOfCustomer || isLeft(lane)) continue
    const item = itemsOf(list).find((each) => answers.some(({ name }) => name === wordOf(each))) ?? list
    reading.say("gate/bypass", item, { how: "lane", gate: wordOf(item) ?? "", by: lane.name }, { span: item.span })
  }
}

/** Words for a person that mean the person who has the case at the moment. */
const whoeverHasIt: ReadonlySet<string> = new Set(["owner", "receiver", "deputy"])

/** Finds a gate that only certain people may pass, but that the owner of the case may explain away alone. */
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

/**
 * Returns the gates that open again when a loop is sent back to a gate: this gate, and those of its side that come
 * after it.
 */
const sentBack = ({ gates }: LoopRule, to: GateRule): ReadonlySet<GateRule> => {
  const back = new Set([to])
  for (let size = 0; size < back.size; ) {
    size = back.size
    const names = new Set([...back].map(({ name }) => name))
    for (const gate of gates) if (gate.side === to.side && gate.after.some((name) => names.has(name))) back.add(gate)
  }
  return back
}

/**
 * Checks that a return repeats the right work: the answer after a dissatisfied customer, the cause or its prevention
 * after a recurrence.
 */
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
  // A return to the wrong side has its own finding.
  const wrongSide = (to.side === "customer-loop") !== (cause === "dissatisfied")
  const meant = loop.gates.filter(isMeant)
  const [first] = meant
  if (first === undefined || wrongSide) return
  const back = sentBack(loop, to)
  // Another message to the customer can be a new answer.
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

/** Messages that include each other, and what messages say that their loops never know, or not yet. */

import { gateFacts, gateKinds, Notice } from "@hearback/core"
import type { Bundle, GateKind, GateRule, LoopRule } from "../../bundle/Bundle.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { dig, entriesOf, get, type Tree, wordOf } from "../../link/Tree.ts"
import { isFixed } from "../../read/Placeholders.ts"
import type { Reading } from "../../read/Reading.ts"
import { placeIn } from "../../read/section/Messages.ts"
import { said } from "../../text/TranslatedTexts.ts"
import { pattern } from "../../vocabulary/Placeholder.ts"
import { circlesOf } from "../graph/Circle.ts"
import { textsOf } from "../graph/References.ts"
import { before } from "../graph/Waiting.ts"

type Messages = Bundle["messages"]

/** Returns the placeholders that the texts of a message name, in English. */
export const placeholdersOf = (messages: Messages, name: string): readonly string[] =>
  textsOf(messages[name])
    .flatMap((text) => Object.values(text))
    .flatMap((each) => [...each.matchAll(pattern)].map(([, word]) => word ?? ""))

/** Sent where there is no case, so there is nothing that a condition could ask. */
const withoutCase: readonly string[] = ["quarantined", "survey-question"]

/** Says which messages choose their text by a case that they do not have. */
export const caseless = (reading: Reading, messages: Messages): void => {
  for (const message of withoutCase) {
    const table = messages[message]?.variants?.table
    const at = table === undefined ? undefined : reading.at(table.id)
    if (at !== undefined) reading.say("message/no-case", at, { message }, { span: at.named })
  }
}

/** Where a `tell` may stand that speaks to a customer. */
const telling = ["intake", "channels", "loops", "endings", "clocks", "gate-defaults", "clock-defaults"]

/** Says which notices to the staff a customer would be told. */
export const forStaff = (reading: Reading): void => {
  const visit = (tree: Tree): void => {
    for (const [key, value] of entriesOf(tree)) {
      const message = wordOf(value) ?? ""
      if (key === "tell" && Notice.isNotice(message)) reading.say("message/for-staff", value, { message })
      visit(value)
    }
  }
  for (const section of telling) {
    const tree = get(reading.root, section)
    if (tree !== undefined) visit(tree)
  }
}

/** `{result}` is what the gate recorded, also in a message that is called `result`. */
const includedIn = (reading: Reading, messages: Messages, name: string): ReadonlySet<string> =>
  new Set(
    placeholdersOf(messages, name).filter(
      (word) => Object.hasOwn(messages, word) && !isFixed(word) && !reading.names.fact.has(word)
    )
  )

/** Says which messages include each other in a circle. */
export const includes = (reading: Reading, messages: Messages): void => {
  const edges = new Map(Object.keys(messages).map((name) => [name, includedIn(reading, messages, name)] as const))
  for (const circle of circlesOf(edges)) {
    const at = reading.at(`messages.${circle[0]}`)
    if (at !== undefined) reading.say("message/cycle", at, { messages: circle }, { span: placeIn(at, circle[1] ?? "") })
  }
}

/** The kind of gate that fills a placeholder. */
export const givenBy: ReadonlyMap<string, GateKind> = new Map(
  (Object.keys(gateKinds) as readonly GateKind[]).flatMap((kind) =>
    Object.keys(gateFacts[kind].fills ?? {}).map((placeholder) => [placeholder, kind])
  )
)

interface Telling {
  readonly loop: LoopRule
  readonly gate: GateRule
}

/**
 * Says which placeholders no gate that tells the message can know: none of its loops has such a gate, or all of them
 * come later. A sentence without a value is left out, so one telling that knows it is enough.
 */
export const knowable = (reading: Reading, { loops, messages }: Pick<Bundle, "loops" | "messages">): void => {
  // In a circle every gate comes before every other.
  if (reading.isFaulty("loops")) return
  const tellings = new Map<string, Telling[]>()
  for (const loop of loops)
    for (const gate of loop.gates)
      if (gate.tell !== undefined) tellings.set(gate.tell, [...(tellings.get(gate.tell) ?? []), { loop, gate }])
  for (const [message, told] of tellings)
    for (const name of [message, ...includedBy(reading, messages, message)])
      for (const placeholder of new Set(placeholdersOf(messages, name))) {
        const kind = givenBy.get(placeholder)
        if (kind !== undefined) judge(reading, { message, name, placeholder, kind, told })
      }
}

interface Question {
  readonly message: string
  /** The message itself, or one that it includes. */
  readonly name: string
  readonly placeholder: string
  readonly kind: GateKind
  readonly told: readonly Telling[]
}

const judge = (reading: Reading, { message, name, placeholder, kind, told }: Question): void => {
  const givers = ({ loop }: Telling) => loop.gates.filter((gate) => gate.kind === kind)
  const mayKnow = (each: Telling) => givers(each).some((giver) => !before(each.loop, giver.name).has(each.gate.name))
  const at = reading.at(`messages.${name}`)
  // What messages in a circle say is not to be known.
  if (
    at === undefined ||
    told.some(mayKnow) ||
    reading.isFaulty(`messages.${name}`) ||
    reading.isFaulty(`messages.${message}`)
  )
    return
  const [first, late] = [told[0], told.find((each) => givers(each).length > 0)]
  const { loop, gate } = late ?? (first as Telling)
  const tell = get(dig(reading.root, "loops", loop.name, gate.side, gate.name), "tell")
  const more = {
    span: placeIn(at, placeholder),
    related:
      tell === undefined
        ? []
        : [
            related(
              tell.span,
              said((t) => t.place.told)
            )
          ]
  }
  if (late === undefined) reading.say("message/unknown-here", at, { placeholder, message, loop: loop.name }, more)
  else reading.say("message/too-early", at, { placeholder, message, gate: gate.name }, more)
}

/** Returns the messages that a message includes, and those that these include. */
export const includedBy = (
  reading: Reading,
  messages: Messages,
  name: string,
  seen = new Set<string>()
): ReadonlySet<string> => {
  for (const next of includedIn(reading, messages, name)) {
    if (seen.has(next) || next === name) continue
    seen.add(next)
    includedBy(reading, messages, next, seen)
  }
  return seen
}

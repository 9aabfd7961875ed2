/** Checks messages that include each other, and placeholders whose value a loop never knows, or not yet. */

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

/** Returns the placeholders of a message's texts, by their English names. */
export const placeholdersOf = (messages: Messages, name: string): readonly string[] =>
  textsOf(messages[name])
    .flatMap((text) => Object.values(text))
    .flatMap((each) => [...each.matchAll(pattern)].map(([, word]) => word ?? ""))

/** Messages that are sent without a case, so that a condition has nothing to read. */
const withoutCase: readonly string[] = ["quarantined", "survey-question"]

/** Reports messages without a case whose text depends on a case. */
export const caseless = (reading: Reading, messages: Messages): void => {
  for (const message of withoutCase) {
    const table = messages[message]?.variants?.table
    const at = table === undefined ? undefined : reading.at(table.id)
    if (at !== undefined) reading.say("message/no-case", at, { message }, { span: at.named })
  }
}

/** The keys at which `tell` sends a message to the customer. */
const telling = ["intake", "channels", "loops", "endings", "clocks", "gate-defaults", "clock-defaults"]

/** Reports notices for the staff that would be sent to a customer. */
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

/** Placeholders whose value a gate recorded. `{result}` is such a value, even in a message named `result`. */
const includedIn = (reading: Reading, messages: Messages, name: string): ReadonlySet<string> =>
  new Set(
    placeholdersOf(messages, name).filter(
      (word) => Object.hasOwn(messages, word) && !isFixed(word) && !reading.names.fact.has(word)
    )
  )

/** Reports messages that include each other in a circle. */
export const includes = (reading: Reading, messages: Messages): void => {
  const edges = new Map(Object.keys(messages).map((name) => [name, includedIn(reading, messages, name)] as const))
  for (const circle of circlesOf(edges)) {
    const at = reading.at(`messages.${circle[0]}`)
    if (at !== undefined) reading.say("message/cycle", at, { messages: circle }, { span: placeIn(at, circle[1] ?? "") })
  }
}

/** For each placeholder, the kind of gate that gives its value. */
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
 * Reports placeholders that no gate sending the message can know: none of its loops has such a gate, or all such
 * gates come later. A sentence without a value is omitted, so one sender that knows the value is enough.
 */
export const knowable = (reading: Reading, { loops, messages }: Pick<Bundle, "loops" | "messages">): void => {
  // In a circle of gates, every gate would come before every other.
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
  /** Returns the message itself or the included message that has the placeholder. */
  readonly name: string
  readonly placeholder: string
  readonly kind: GateKind
  readonly told: readonly Telling[]
}

const judge = (reading: Reading, { message, name, placeholder, kind, told }: Question): void => {
  const givers = ({ loop }: Telling) => loop.gates.filter((gate) => gate.kind === kind)
  const mayKnow = (each: Telling) => givers(each).some((giver) => !before(each.loop, giver.name).has(each.gate.name))
  const at = reading.at(`messages.${name}`)
  // The content of messages in a circle cannot be determined.
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

/** Returns the messages that a message includes, directly or through others. */
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

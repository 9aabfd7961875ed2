/** Messages that include each other. */
import type { Bundle } from "../model.ts"
import { isFixed, pattern } from "../read/Placeholders.ts"
import type { Reading } from "../read/Reading.ts"
import { circlesOf } from "./Circle.ts"

/** Says which messages include each other in a circle. */
export const includes = (r: Reading, messages: Bundle["messages"]): void => {
  const edges = new Map(
    Object.entries(messages).map(([name, { text }]) => {
      const words = Object.values(text).flatMap((each) => [...each.matchAll(pattern)].map(([, word]) => word ?? ""))
      // `{result}` is what the gate recorded, also in a message that is called `result`.
      const included = words.filter(
        (word) => Object.hasOwn(messages, word) && !isFixed(word) && !r.names.fact.has(word)
      )
      return [name, new Set(included)] as const
    })
  )
  for (const circle of circlesOf(edges)) {
    const at = r.at(`messages.${circle[0]}`)
    if (at !== undefined) r.say("message/cycle", at, { messages: circle }, { span: at.named })
  }
}

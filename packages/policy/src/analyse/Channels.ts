/** Channels that cannot ask what they are to ask, and forms that ask for more than their owner wanted. */

import { merge } from "../link/Merge.ts"
import { dig, entriesOf, get, type Tree, wordOf, wordsOf } from "../link/Tree.ts"
import type { Reading } from "../read/Reading.ts"

/** Keys that only an active channel heeds. */
const asking = ["ask-after", "frequency", "rest", "consent"]

/** Says what is wrong with channels and forms. */
export const channels = (r: Reading): void => {
  const common = dig(r.root, "intake", "form")
  if (common !== undefined) form(r, common, common)
  for (const [name, tree] of entriesOf(get(r.root, "channels"))) {
    const own = get(tree, "form")
    if (own !== undefined) form(r, own, merge(common, own))
    const isActive = wordOf(get(tree, "mode")) === "active"
    for (const key of asking) {
      const value = get(tree, key)
      if (value !== undefined && !isActive)
        r.say("channel/not-active", value, { channel: name, key }, { span: value.named })
    }
    const asks = get(tree, "ask-after") ?? get(tree, "frequency")
    if (isActive && asks !== undefined && get(tree, "question") === undefined)
      r.say("channel/no-question", asks, { channel: name }, { span: asks.named })
  }
}

/** What may be left out, and what the host fills in, costs the customer nothing. */
const form = (r: Reading, at: Tree, whole: Tree): void => {
  const most = Number(wordOf(get(whole, "warn-above")) ?? "")
  const filled = wordsOf(get(whole, "prefill"))
  const count = wordsOf(get(whole, "require")).filter((field) => !filled.includes(field)).length
  if (most > 0 && count > most) r.say("form/too-long", at, { count, most }, { span: at.named })
}

/** Maps that must say something once everything that a policy extends is merged. */

import { get, type Tree } from "../link/Tree.ts"
import type { TranslatedText } from "../text/shape/TranslatedText.ts"
import type { Reading } from "./Reading.ts"

/** Says which of the keys asked for are missing: what an heir leaves out may come from a pack, and the other way round. */
export const whole = (reading: Reading, tree: Tree, where: TranslatedText, asked: readonly string[]): void => {
  const keys = asked.filter((key) => get(tree, key) === undefined)
  if (keys.length > 0 && !reading.isPack) reading.say("shape/missing-key", tree, { keys, where }, { span: tree.named })
}

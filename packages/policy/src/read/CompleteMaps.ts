/** Checks that maps have their required keys after everything that a policy extends is merged. */

import { get, type Tree } from "../link/Tree.ts"
import type { TranslatedText } from "../text/shape/TranslatedText.ts"
import type { Reading } from "./Reading.ts"

/** Reports required keys that are missing. A pack can give the keys that its heir omits, and the other way round. */
export const whole = (reading: Reading, tree: Tree, where: TranslatedText, asked: readonly string[]): void => {
  const keys = asked.filter((key) => get(tree, key) === undefined)
  if (keys.length > 0 && !reading.isPack) reading.say("shape/missing-key", tree, { keys, where }, { span: tree.named })
}

/** Problems: what makes cases members of one cause, and when its problem is opened. */
import { defined } from "@hearback/core"
import type { Bundle } from "../../bundle/Bundle.ts"
import { get } from "../../link/Tree.ts"
import { lengthOf } from "../Length.ts"
import type { Reading } from "../Reading.ts"
import { conditionOf } from "../table/Table.ts"
import { fieldsOf, likeness } from "./Channels.ts"

/** Reads `problems`. */
export const problemsOf = (r: Reading): Bundle["problems"] => {
  const tree = get(r.root, "problems")
  const openWhen = conditionOf(r, get(tree, "open-when"))
  return defined({
    same: fieldsOf(r, get(tree, "same"), likeness),
    within: lengthOf(r, get(tree, "within")) ?? { _tag: "Civil", months: 0, days: 30 },
    openWhen
  })
}

/** Reads problems: what makes cases members of one cause, and when its problem opens. */
import { defined } from "@hearback/core"
import type { Bundle } from "../../bundle/Bundle.ts"
import { get } from "../../link/Tree.ts"
import { lengthOf } from "../Length.ts"
import type { Reading } from "../Reading.ts"
import { conditionOf } from "../table/Table.ts"
import { fieldsOf, likeness } from "./Channels.ts"

/** Reads the section `problems`. */
export const problemsOf = (reading: Reading): Bundle["problems"] => {
  const tree = get(reading.root, "problems")
  const openWhen = conditionOf(reading, get(tree, "open-when"))
  return defined({
    same: fieldsOf(reading, get(tree, "same"), likeness),
    within: lengthOf(reading, get(tree, "within")) ?? { _tag: "Civil", months: 0, days: 30 },
    openWhen
  })
}

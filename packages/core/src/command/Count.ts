/** The problem that this case belongs to counted its cases. */

import * as Drafts from "../draft/Draft.ts"
import { describe, must } from "./Description.ts"
import { engine } from "./Rights.ts"

export const count = describe({
  verb: "count",
  key: "计数",
  acts: "told",
  until: "expired",
  arguments: {
    problem: must("text"),
    customers: must("number"),
    cases: must("number"),
    status: must(["watching", "open"])
  },
  example: { do: "count", problem: "3fa29c61", customers: 3, cases: 4, status: "open" },
  who: engine,
  run: (d, c) => {
    const { problem } = d.state.relations
    if (problem?.id !== c.problem) return []
    const open = c.status === "open"
    if (problem.customers === c.customers && problem.cases === c.cases && problem.open === open) return []
    d.because = "stream"
    Drafts.emit(d, "problem-told", { problem: c.problem, customers: c.customers, cases: c.cases, open }, "problems")
    return []
  }
})

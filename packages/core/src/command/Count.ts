import * as Drafts from "../draft/Draft.ts"
import { describe, must } from "./Description.ts"
import { engine } from "./Rights.ts"

/** The command by which the engine tells a case how many cases its problem has. */
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
  run: (draft, count) => {
    const { problem } = draft.state.relations
    if (problem?.id !== count.problem) return []
    const open = count.status === "open"
    if (problem.customers === count.customers && problem.cases === count.cases && problem.open === open) return []
    draft.because = "stream"
    Drafts.emit(
      draft,
      "problem-told",
      { problem: count.problem, customers: count.customers, cases: count.cases, open },
      "problems"
    )
    return []
  }
})

/** Another case of the problem has shown that its cause is prevented. */

import * as Drafts from "../draft/Draft.ts"
import { tellStaff } from "../draft/send.ts"
import { causeBack, served } from "../rule/relations/progress.ts"
import { describe, must } from "./Description.ts"
import { engine } from "./Rights.ts"

export const progress = describe({
  verb: "progress",
  key: "通报进展",
  acts: "told",
  until: "expired",
  arguments: {
    problem: must("text"),
    case: must("text"),
    progress: must(["live", "verified", "failed"])
  },
  example: { do: "progress", problem: "3fa29c61", case: "C-3", progress: "live" },
  who: engine,
  /** The problem has learnt of it from another of its cases: the owner hears where to look. */
  run: (d, c) => {
    const { problem } = d.state.relations
    if (problem === undefined || problem.id !== c.problem || problem.progress === c.progress) return []
    const { customers, cases, open } = problem
    if (c.progress === "failed") {
      const isServed = served(d, "live") !== undefined
      const told = { problem: c.problem, customers, cases, open, progress: c.progress, by: c.case }
      if (problem.by === c.case) Drafts.emit(d, "problem-told", told, "problems")
      if (problem.by === c.case && isServed) causeBack(d, `failed in ${c.case}`, c.case)
      return []
    }
    if (c.progress === "verified") Drafts.emit(d, "problem-closed", { problem: c.problem, by: c.case }, "problems")
    else
      Drafts.emit(
        d,
        "problem-told",
        { problem: c.problem, customers, cases, open, progress: c.progress, by: c.case },
        "problems"
      )
    const message = c.progress === "verified" ? "problem-closed" : "problem-told"
    tellStaff(d, message, [d.state.ownership.owner], { reason: c.case })
    return []
  }
})

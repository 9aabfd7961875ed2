import * as Drafts from "../draft/Draft.ts"
import { tellStaff } from "../draft/messageQueue.ts"
import { causeBack, served } from "../rule/relations/progress.ts"
import { describe, must } from "./Description.ts"
import { engine } from "./Rights.ts"

/**
 * The command by which the engine tells a case that another case of its problem has shown prevention of their cause.
 */
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
  /** The problem learnt of the prevention from another of its cases. The owner is told which case shows it. */
  run: (draft, command) => {
    const { problem } = draft.state.relations
    if (problem === undefined || problem.id !== command.problem || problem.progress === command.progress) return []
    const { customers, cases, open } = problem
    if (command.progress === "failed") {
      const isServed = served(draft, "live") !== undefined
      const told = { problem: command.problem, customers, cases, open, progress: command.progress, by: command.case }
      if (problem.by === command.case) Drafts.emit(draft, "problem-told", told, "problems")
      if (problem.by === command.case && isServed) causeBack(draft, `failed in ${command.case}`, command.case)
      return []
    }
    if (command.progress === "verified")
      Drafts.emit(draft, "problem-closed", { problem: command.problem, by: command.case }, "problems")
    else
      Drafts.emit(
        draft,
        "problem-told",
        { problem: command.problem, customers, cases, open, progress: command.progress, by: command.case },
        "problems"
      )
    const message = command.progress === "verified" ? "problem-closed" : "problem-told"
    tellStaff(draft, message, [draft.state.ownership.owner], { reason: command.case })
    return []
  }
})

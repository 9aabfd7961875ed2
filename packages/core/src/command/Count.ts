/** The problem that this case belongs to counted its cases. */

import * as Drafts from "../draft/Draft.ts"
import { describe, must } from "./Description.ts"
import { engine } from "./Rights.ts"

export const count = describe({
  verb: "count",
  name: { en: "count", "zh-CN": "计数" },
  says: { en: "The problem tells how much it counts.", "zh-CN": "同因问题告知计数。" },
  acts: "told",
  until: "expired",
  arguments: {
    problem: must("text", "The problem's id.", "同因问题编号。"),
    customers: must("number", "Customers in the window.", "窗口内客户数。"),
    cases: must("number", "Cases in the window.", "窗口内件数。"),
    status: must(["watching", "open"], "`watching` or `open`.", "`watching` 观察中或 `open` 已立项。")
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

/**
 * The next due instant of a case with 1, 10 and 100 clocks, compared with the minimum of an array of that length: what
 * it costs to keep no heap and no table of timers.
 */
import { Case, type Clock } from "@hearback/core"
import type { Measure } from "./bench.ts"
import { race } from "./Race.ts"
import { time } from "./Report.ts"

const clock = (n: number): Clock.ClockState => ({
  name: `c${n}`,
  rule: "clocks",
  cycle: 1,
  status: "running",
  startedAt: 0,
  target: { _tag: "Elapsed", ms: n },
  calendar: "always",
  switches: [],
  extensions: [],
  dueAt: n,
  marks: [{ mark: { _tag: "Due" }, at: (n * 7_919) % 104_729 }],
  fired: [],
  breaches: [],
  provisional: false,
  setBy: { at: 0, cause: "elapsed" }
})

/** Measures this subject. */
export const measure: Measure = (give) => {
  for (const count of [1, 10, 100]) {
    const clocks = Array.from({ length: count }, (_, n) => clock(n + 1))
    const c: Case.Case = { ...Case.empty("A"), clocks: Object.fromEntries(clocks.map((one) => [one.name, one])) }
    const marks = clocks.map((one) => one.marks[0]?.at ?? 0)
    const least = (): number => {
      let next = Number.POSITIVE_INFINITY
      for (const at of marks) if (at < next) next = at
      return next
    }
    if (Case.due(c) !== least()) throw new Error("the case and the array differ")
    const side = (name: string, ask: () => number | null) => ({
      name,
      run: (times: number) => {
        let sum = 0
        for (let i = 0; i < times; i++) sum += ask() ?? 0
        return sum
      }
    })
    const raced = race([side("ours", () => Case.due(c)), side("array", least)])
    give({
      what: `due, ${count} clocks`,
      ours: time(raced.ns("ours")),
      limit: `least of an array ${time(raced.ns("array"))}`,
      ratio: raced.ratio("ours", "array")
    })
  }
}

/** Groups open cases by the one thing that each case waits for; the customer's side is considered first. */
import type { Policy } from "@hearback/core"
import type { CaseView } from "hearback"

/** The one thing that an open case waits for. */
export type Why =
  | "approval"
  | "customer-asked"
  | "customer-proposal"
  | "customer-confirmation"
  | "work"
  | "signature"
  | "actions"
  | "observation"
  | "nothing"

/** Open cases that wait for the same thing at the same gate. */
export interface OpenCases {
  readonly why: Why
  /** Name of the gate that is not settled. */
  readonly gate: string
  readonly title: string
  readonly count: number
  /** Id of the earliest case of this group. */
  readonly example: string
}

const whyOf = (view: CaseView): { readonly why: Why; readonly gate?: CaseView["gates"][number] } => {
  const gate = view.gates.find((one) => one.state === "open" && one.kind !== "record")
  if (view.approvals.length > 0) return { why: "approval", ...(gate === undefined ? {} : { gate }) }
  if (gate === undefined) return { why: "nothing" }
  if (view.clocks.some((clock) => clock.state === "paused")) return { why: "customer-asked", gate }
  const last = gate.rounds.at(-1)
  if (last !== undefined && last.reply === undefined) return { why: "customer-proposal", gate }
  if (gate.kind === "confirmation") return { why: "customer-confirmation", gate }
  if (gate.kind === "effectiveness") return { why: "observation", gate }
  if (gate.shown) return { why: "signature", gate }
  return { why: gate.actions.length > 0 ? "actions" : "work", gate }
}

/** Groups the cases that are not closed; every case is counted once. */
export const openBecause = (policy: Policy.Policy, cases: readonly CaseView[]): readonly OpenCases[] => {
  const found = new Map<string, OpenCases>()
  const language = policy.bundle.language
  for (const view of cases) {
    if (view.state === "closed") continue
    const { why, gate } = whyOf(view)
    const known = found.get(`${why} ${gate?.name ?? ""}`)
    const title = policy.loops.get(view.loop ?? "")?.gates.get(gate?.name ?? "")?.title?.[language]
    found.set(`${why} ${gate?.name ?? ""}`, {
      why,
      gate: gate?.name ?? "",
      title: title ?? gate?.name ?? "",
      count: (known?.count ?? 0) + 1,
      example: known?.example ?? view.id
    })
  }
  return [...found.values()].sort((a, b) => b.count - a.count)
}

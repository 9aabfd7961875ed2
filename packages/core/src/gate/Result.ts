/** What came of it is told to the customer, with the reason where expectations were not met. Source: ISO 10002 7.8. */
import { reason } from "../case/Refusal.ts"
import type { GateKindDefinition } from "../draft/GateKind.ts"

export const result: GateKindDefinition = {
  kind: "result",
  check: ({ rule }, evidence) =>
    rule.by.includes("automatic") || (evidence.result ?? "").trim() !== "" ? [] : [reason("result/missing", rule.path)]
}

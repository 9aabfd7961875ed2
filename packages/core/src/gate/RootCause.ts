/**
 * Why it arose: 5 Whys, fishbone, 5W1H or 8D, deep enough, with evidence, and not a surface cause.
 *
 * Source: ISO 9001 10.2.1 b, IATF 16949 10.2.3, 8D D4; surface causes are the policy's words that are no cause.
 */

import type { Evidence } from "../case/generated/Command.ts"
import type { RefusalReason } from "../case/Refusal.ts"
import { reason } from "../case/Refusal.ts"
import * as Drafts from "../draft/Draft.ts"
import type { GateFacts } from "../draft/GateFacts.ts"
import type { GateKindDefinition, GateSituation } from "../draft/Situation.ts"
import { defined } from "../value/Optional.ts"

const said = (texts: readonly string[]): readonly string[] => texts.filter((text) => text.trim() !== "")

/** What counts for depth: whys of a chain, bones or questions of the others, of 8D both; said twice counts once. */
const steps = ({ method, whys = [], causes = {} }: Evidence): readonly string[] => {
  const isChain = method === "five-whys"
  const isBones = method === "fishbone" || method === "five-w-one-h"
  const counts = [...(isBones ? [] : whys), ...(isChain ? [] : Object.values(causes))]
  return [...new Set(said(counts).map(fold))]
}

/** The causes that an analysis ends at: the last why, and every bone. */
const ends = ({ whys = [], causes = {} }: Evidence): readonly string[] => [
  ...said(whys).slice(-1),
  ...Object.values(causes)
]

const fold = (text: string): string => text.toLowerCase().replace(/[\s\p{P}]/gu, "")

/** What a method asks about, one of each; the others have no fields of their own. */
export const causeFields: Readonly<Record<string, readonly string[]>> = {
  fishbone: ["man", "machine", "material", "method", "environment", "measurement"],
  "five-w-one-h": ["what", "why", "who", "when", "where", "how"]
}

const check = ({ rule }: GateSituation, evidence: Evidence): readonly RefusalReason[] => {
  const reasons: RefusalReason[] = []
  const { method } = evidence
  const known = causeFields[method ?? ""]
  const field = known === undefined ? undefined : Object.keys(evidence.causes ?? {}).find((key) => !known.includes(key))
  if (known !== undefined && field !== undefined)
    reasons.push(reason("root-cause/field", rule.path, { field, method: method ?? "", known }))
  if (rule.method !== undefined && !rule.method.some((m) => m === method))
    reasons.push(reason("root-cause/method", `${rule.path}.method`, { method: method ?? "", allowed: rule.method }))
  const depth = rule.depth ?? 1
  const found = steps(evidence).length
  if (found < depth) reasons.push(reason("root-cause/depth", `${rule.path}.depth`, { found, depth }))
  const surface = (rule.surfaceCauses ?? []).find((word) =>
    ends(evidence).some((end) => fold(end).includes(fold(word)))
  )
  if (surface !== undefined)
    reasons.push(reason("root-cause/surface", `${rule.path}.surface-causes`, { word: surface }))
  if (rule.evidence === "required" && said(evidence.evidence ?? []).length === 0)
    reasons.push(reason("root-cause/evidence", `${rule.path}.evidence`))
  if (evidence.cause !== "incidental" && evidence.cause !== "systemic")
    reasons.push(reason("root-cause/undecided", rule.path))
  return reasons
}

export const facts: GateFacts = {
  evidence: { required: ["cause"], asked: ["method", "whys", "causes", "evidence"] },
  takesFailedChecks: true,
  fills: {
    "root-cause": (gates) => {
      const shown = gates.map(({ evidence }) => evidence).find((evidence) => evidence !== undefined)
      return shown?.whys?.at(-1) ?? Object.values(shown?.causes ?? {})[0]
    }
  },
  example: ({ method = [], depth = 1 }, { isSystemic, words }) => ({
    ...defined({ method: method[0] }),
    whys: Array.from({ length: depth }, (_, i) => words("cause", i + 1)),
    cause: isSystemic ? "systemic" : "incidental",
    evidence: [words("finding")]
  })
}

export const rootCause: GateKindDefinition = {
  kind: "root-cause",
  facts,
  check,
  show: ({ situation, rule }, evidence, by) => {
    if (evidence.cause !== undefined)
      Drafts.emit(situation, "facts-recorded", { facts: {}, cause: evidence.cause, by }, rule.path)
    return "complete"
  }
}

/**
 * Why the matter arose, by 5 Whys, fishbone, 5W1H or 8D: deep enough, with evidence, and not a surface cause.
 *
 * Source: ISO 9001 10.2.1 b, IATF 16949 10.2.3, 8D D4. The policy lists the words that are surface causes.
 */

import type { Evidence } from "../case/generated/Command.ts"
import type { RefusalReason } from "../case/Refusal.ts"
import { reason } from "../case/Refusal.ts"
import * as Drafts from "../draft/Draft.ts"
import type { GateFacts } from "../draft/GateFacts.ts"
import type { GateKindDefinition, GateSituation } from "../draft/Situation.ts"
import { defined } from "../value/Optional.ts"

const said = (texts: readonly string[]): readonly string[] => texts.filter((text) => text.trim() !== "")

/**
 * Returns the steps that count for depth: the whys of a chain, the bones or questions of the other methods, both for
 * 8D. A repeated step counts once.
 */
const steps = ({ method, whys = [], causes = {} }: Evidence): readonly string[] => {
  const isChain = method === "five-whys"
  const isBones = method === "fishbone" || method === "five-w-one-h"
  const counts = [...(isBones ? [] : whys), ...(isChain ? [] : Object.values(causes))]
  return [...new Set(said(counts).map(fold))]
}

/** Returns the causes at which an analysis ends: the last why, and the cause of every bone. */
const ends = ({ whys = [], causes = {} }: Evidence): readonly string[] => [
  ...said(whys).slice(-1),
  ...Object.values(causes)
]

const fold = (text: string): string => text.toLowerCase().replace(/[\s\p{P}]/gu, "")

/** The fields that a method asks about, by method; a method that is not listed has none. */
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

/** What is known of the gate kind `root-cause` without a step. */
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

/** What the gate kind `root-cause` does in a step. */
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

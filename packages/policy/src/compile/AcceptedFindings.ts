/**
 * Findings that the policy's author accepted: a finding, its place, a reason and an expiry date. Errors cannot be
 * accepted.
 */
import { catalogue, isCode } from "../diagnostic/Catalogue.ts"
import { type Diagnostic, diagnose } from "../diagnostic/Diagnostic.ts"
import { unknownName } from "../diagnostic/UnknownWords.ts"
import { get, itemsOf, type Tree, wordOf } from "../link/Tree.ts"

/** A finding with the policy path of its place. */
export interface PlacedFinding {
  readonly path: string
  readonly diagnostic: Diagnostic
}

/** The levels of findings that can be accepted. */
const warnings = Object.entries(catalogue).flatMap(([code, { level }]) => (level === "error" ? [] : [code]))

/**
 * Returns the remaining findings, and findings about acceptances that match nothing or have expired.
 * `today` is a date such as `2026-11-20`; without it, nothing expires.
 */
export const accepted = (
  root: Tree,
  found: readonly PlacedFinding[],
  today: string | undefined
): readonly Diagnostic[] => {
  let left = found
  const said: Diagnostic[] = []
  for (const item of itemsOf(get(root, "accepted-findings"))) {
    const finding = wordOf(get(item, "finding")) ?? ""
    const where = wordOf(get(item, "where")) ?? ""
    const expires = wordOf(get(item, "expires"))
    const named = get(item, "finding") ?? item
    const fits = ({ path, diagnostic }: PlacedFinding) => diagnostic.code === finding && path === where
    // An accepted error is reported even if it is absent, because errors cannot be accepted.
    if (!isCode(finding) && finding !== "") said.push(unknownName("finding", finding, warnings, named.span))
    else if (isCode(finding) && catalogue[finding].level === "error")
      said.push(diagnose("finding/error-accepted", { finding }, named.span))
    else if (expires !== undefined && today !== undefined && expires < today)
      said.push(diagnose("finding/expired", { finding, expires }, (get(item, "expires") ?? item).span))
    // An acceptance without a required key has its own finding.
    else if (get(item, "because") === undefined || expires === undefined) left = left.filter((each) => !fits(each))
    else if (!left.some(fits)) said.push(diagnose("finding/nothing-accepted", { finding, where }, named.span))
    else left = left.filter((each) => !fits(each))
  }
  return [...left.map(({ diagnostic }) => diagnostic), ...said]
}

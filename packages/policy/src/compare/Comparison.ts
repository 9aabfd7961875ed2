/** Compares two policies by their effect on cases, however they are written. */
import { canonical, RulePath } from "@hearback/core"
import type { Bundle, RuleId } from "../bundle/Bundle.ts"
import { compareAuthority, compareRetention } from "./aspect/Authority.ts"
import { compareClocks } from "./aspect/Clocks.ts"
import { compareGates } from "./aspect/Gates.ts"
import { compareGrades } from "./aspect/Grades.ts"
import { compareLoops } from "./aspect/Loops.ts"
import { compareMessages } from "./aspect/Messages.ts"
import { compareRest } from "./aspect/OtherKeys.ts"
import { compareOwners } from "./aspect/Owners.ts"
import { compareWords } from "./aspect/Words.ts"
import { aspects, type Difference, type DraftDifference, type NotDone, weights } from "./table/Difference.ts"
import { jointOf } from "./table/Joint.ts"
import type { ComparisonFindings } from "./value/Values.ts"

/** The differences of two policies. */
export interface PolicyComparison {
  /** Weaker differences first, then in the order of the aspects. */
  readonly differences: readonly Difference[]
  /** Parts that could not be compared completely. */
  readonly notDone: readonly NotDone[]
}

/** Returns what differs between two policies; nothing where they mean the same. */
export const compare = (before: Bundle, after: Bundle): PolicyComparison => {
  const found: ComparisonFindings = { joint: jointOf(before, after), drafts: [], notDone: [] }
  compareGrades(found)
  compareLoops(found)
  compareGates(found)
  compareClocks(found)
  compareAuthority(found)
  compareRetention(found)
  compareOwners(found)
  compareMessages(found)
  compareWords(found)
  compareRest(found)
  return {
    differences: inWeight(gathered(found.drafts, before, after)),
    notDone: found.notDone
  }
}

/** Merges a difference that is the same in several loops. */
const gathered = (drafts: readonly DraftDifference[], before: Bundle, after: Bundle): readonly Difference[] => {
  const placed = (bundle: Bundle, rule: RuleId | undefined) =>
    rule === undefined ? undefined : RulePath.placeOf(bundle.places, rule)
  const groups = new Map<string, Difference>()
  for (const { loop, rules, ...draft } of drafts) {
    const [one, two] = [placed(before, rules[0]), placed(after, rules[1])]
    const same = groups.get(canonical(draft))
    const places = same?.places ?? { ...(one && { before: one }), ...(two && { after: two }) }
    groups.set(canonical(draft), {
      ...draft,
      loops: [...(same?.loops ?? []), ...(loop === undefined ? [] : [loop])],
      places
    })
  }
  return [...groups.values()]
}

const inWeight = (differences: readonly Difference[]): readonly Difference[] =>
  [...differences].sort(
    (a, b) =>
      weights.indexOf(a.weight) - weights.indexOf(b.weight) || aspects.indexOf(a.aspect) - aspects.indexOf(b.aspect)
  )

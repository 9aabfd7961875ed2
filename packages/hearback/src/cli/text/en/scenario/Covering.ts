/** What the coverage of a policy by its scenarios is said in. */
import type { CoverageKind, CoveredPart } from "../../../../testing/coverage/Coverage.ts"

export const covering = {
  title: (policy: string) => `Coverage of ${policy}`,
  heads: { kind: "kind", covered: "covered", percent: "percent" },
  kinds: {
    rows: "rows of tables",
    bounds: "both sides of bounds",
    conditions: "conditions",
    gates: "gates",
    clocks: "clocks and reminders",
    escalations: "escalations",
    limits: "limits",
    messages: "messages"
  } satisfies Record<CoverageKind, string> as Readonly<Record<CoverageKind, string>>,
  total: "all",
  uncovered: (count: number) => (count === 1 ? "1 part is not exercised" : `${count} parts are not exercised`),
  parts: {
    decides: "never decides",
    below: "no case below it",
    from: "no case at or above it",
    held: "never true",
    "not-held": "never false",
    opened: "never opened",
    passed: "never passed",
    explained: "never explained",
    waived: "never waived",
    refused: "never refused",
    started: "never started",
    met: "never met",
    missed: "never missed",
    reminded: "never reminded",
    escalated: "never escalated",
    within: "never used",
    above: "never exceeded",
    sent: "never sent"
  } satisfies Record<CoveredPart, string> as Readonly<Record<CoveredPart, string>>,
  below: (percent: number, least: number) => `${percent}% is below the required ${least}%`,
  share: "a percentage from 0 to 100",
  proposed: "Scenarios to copy into one of your files, under `scenarios`:",
  scenario: (number: number) => `scenario ${number}`,
  noScenario: "no scenario was found",
  proposal: (number: number) => `exercises further parts ${number}`,
  progress: (tried: number) => `${tried} proposals tried`
}

export type CoverageTexts = typeof covering

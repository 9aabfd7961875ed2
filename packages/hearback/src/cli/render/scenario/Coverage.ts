/** Renders coverage as a table by kind, then what no scenario exercises, each with its line of the policy. */
import type { Bundle } from "@hearback/core"
import { type Coverage, kinds, type Share } from "../../../testing/coverage/Coverage.ts"
import type { Generated } from "../../../testing/coverage/GeneratedScenarios.ts"
import type { CommandContext } from "../../program/Command.ts"
import { placeText, ruleText } from "../../terminal/Places.ts"
import { tableLines } from "../../terminal/Table.ts"
import { tableWidth } from "../../terminal/Terminal.ts"
import { type Naming, namingOf } from "../policy/PolicyTitles.ts"

/** The coverage of one policy. */
export interface ShownCoverage {
  /** The policy's path as the terminal shows it. */
  readonly policy: string
  readonly bundle: Bundle.Bundle
  readonly coverage: Coverage
  readonly proposed: readonly Generated[]
}

/** Renders coverage. */
export const coverageText = (
  { policy, bundle, coverage, proposed }: ShownCoverage,
  least: number | undefined,
  context: CommandContext
): string => {
  const { paint } = context
  const texts = context.texts.coverage
  const { percent, uncovered } = coverage
  const shares = tableLines(
    [
      { head: texts.heads.kind },
      { head: texts.heads.covered, align: "right" },
      { head: texts.heads.percent, align: "right" }
    ],
    [
      ...kinds
        .filter((kind) => coverage.kinds[kind].all > 0)
        .map((kind) => cells(texts.kinds[kind], coverage.kinds[kind])),
      cells(texts.total, coverage)
    ],
    { head: (text) => paint("dim", text), within: tableWidth(context.terminal) }
  )
  const isLow = least !== undefined && percent < least
  return [
    paint("strong", texts.title(policy)),
    ...shares,
    ...(uncovered.length === 0 ? [] : ["", texts.uncovered(uncovered.length)]),
    ...uncoveredLines(coverage, proposed, namingOf({ bundle }, context), context),
    ...(proposed.length === 0 ? [] : ["", texts.proposed, ...proposed.map(({ text }) => text.trimEnd())]),
    ...(isLow ? [paint("bad", texts.below(percent, least))] : []),
    ""
  ].join("\n")
}

const cells = (name: string, { covered, all, percent }: Share): readonly string[] => [
  name,
  `${covered} / ${all}`,
  `${percent}%`
]

/** Returns which of the proposed scenarios exercises something, counted from 1. */
export const proposalFor = (proposed: readonly Generated[], key: string): number | undefined => {
  const index = proposed.findIndex(({ covers }) => covers.includes(key))
  return index < 0 ? undefined : index + 1
}

const uncoveredLines = (
  { uncovered }: Coverage,
  proposed: readonly Generated[],
  naming: Naming,
  { paint, texts: { coverage: texts }, terminal, language }: CommandContext
): readonly string[] =>
  tableLines(
    [{}, {}, {}, {}],
    uncovered.map(({ key, place, rule, part, about, item: { bound } }) => [
      paint("dim", placeText(place)),
      ruleText(rule, language),
      [
        texts.parts[part],
        bound === undefined ? about : `${naming.input(bound.input.name)} ${naming.value(bound.input, bound.code)}`
      ]
        .filter((word) => word !== undefined)
        .join(" "),
      proposed.length === 0 ? "" : numbered(proposalFor(proposed, key), texts)
    ]),
    { within: tableWidth(terminal) }
  )

/**
 * Renders what no proposal can reach, because it depends on chance or on something that only another part of the
 * policy causes.
 */
const numbered = (
  number: number | undefined,
  { scenario, noScenario }: { readonly scenario: (number: number) => string; readonly noScenario: string }
): string => (number === undefined ? noScenario : scenario(number))

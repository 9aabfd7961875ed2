/** Coverage as a table by kind, then what no scenario exercises, each with its line of the policy. */
import { type Coverage, kinds, type Share } from "../../testing/coverage/Coverage.ts"
import type { Context } from "../program/Command.ts"
import { placeText } from "../terminal/Places.ts"
import { tableLines } from "../terminal/Table.ts"

export interface PolicyCoverage {
  /** As the terminal shows it. */
  readonly policy: string
  readonly coverage: Coverage
}

export const coverageText = (
  { policy, coverage }: PolicyCoverage,
  least: number | undefined,
  context: Context
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
    { head: (text) => paint("dim", text) }
  )
  const isLow = least !== undefined && percent < least
  return [
    paint("strong", texts.title(policy)),
    ...shares,
    ...(uncovered.length === 0 ? [] : ["", texts.uncovered(uncovered.length)]),
    ...uncoveredLines(coverage, context),
    ...(isLow ? [paint("bad", texts.below(percent, least))] : []),
    ""
  ].join("\n")
}

const cells = (name: string, { covered, all, percent }: Share): readonly string[] => [
  name,
  `${covered} / ${all}`,
  `${percent} %`
]

const uncoveredLines = ({ uncovered }: Coverage, { paint, texts: { coverage: texts } }: Context): readonly string[] =>
  tableLines(
    [{}, {}, {}],
    uncovered.map(({ place, rule, part, about }) => [
      paint("dim", placeText(place)),
      rule,
      [texts.parts[part], about].filter((word) => word !== undefined).join(" ")
    ])
  )

/** Makes a page of the findings of policies: each finding with its line, beside the figure of what it concerns. */
import type { Diagnostic } from "@hearback/policy"
import type { CommandContext } from "../../program/Command.ts"
import type { SectionName } from "../../text/en/policy/PolicyPage.ts"
import { documentOf } from "../Document.ts"
import { type Markup, tag } from "../Markup.ts"
import { policyStyle } from "./PolicyStyle.ts"
import { findingWithLines, sectionFor } from "./part/Findings.ts"
import { type PolicyView, pageWords, policyViewOf, type Shown } from "./part/PolicyView.ts"
import { limitsLadder } from "./section/Authority.ts"
import { clocksPicture } from "./section/Deadlines.ts"
import { laddersOf } from "./section/Escalation.ts"
import { grades } from "./section/Grading.ts"
import { wayPicture } from "./section/Journey.ts"

/** A policy that was checked. If it has errors, its figures are absent. */
interface CheckedPolicy {
  readonly path: string
  readonly diagnostics: readonly Diagnostic[]
  readonly shown: Shown | undefined
}

const pictures: Readonly<Partial<Record<SectionName, (view: PolicyView) => readonly Markup[]>>> = {
  journey: (view) =>
    view.bundle.loops
      .filter(({ gates }) => gates.length > 1)
      .map((loop) => tag("figure", {}, tag("figcaption", {}, view.naming.loop(loop)), wayPicture(loop, view))),
  grading: grades,
  deadlines: clocksPicture,
  escalation: laddersOf,
  authority: (view) => (view.bundle.authority.limits.length === 0 ? [] : [tag("figure", {}, limitsLadder(view))])
}

/** Returns the page of findings, in both languages. */
export const checkPageOf = (checked: readonly CheckedPolicy[], context: CommandContext): string =>
  documentOf(
    (one) => pageWords(one.language).checkTitle(checked.map(({ path }) => path).join(", ")),
    (one) => checked.flatMap((policy) => policyPart(policy, one)),
    context,
    policyStyle
  )

const policyPart = ({ path, diagnostics, shown }: CheckedPolicy, context: CommandContext): readonly Markup[] => {
  const words = pageWords(context.language)
  const name = path.split(/[\\/]/u).at(-1) ?? path
  const { counts } = context.texts.report.check
  const of = (level: Diagnostic["level"]): number => diagnostics.filter((one) => one.level === level).length
  const view = shown && policyViewOf(shown, context)
  const names = Object.keys(words.section) as SectionName[]
  const sections = [...names, undefined].flatMap((name) =>
    sectionOf(
      name,
      diagnostics.filter((one) => sectionFor(one) === name),
      view,
      context
    )
  )
  return [
    tag(
      "header",
      {},
      tag("h1", {}, words.checkTitle(name)),
      ...(name === path ? [] : [tag("p", { class: "place" }, path)]),
      tag(
        "p",
        { class: "soft" },
        diagnostics.length === 0 ? words.noFindings : counts(of("error"), of("warning"), of("info"))
      ),
      ...(view === undefined ? [tag("p", { class: "warn" }, words.notShown)] : [])
    ),
    ...sections
  ]
}

const sectionOf = (
  name: SectionName | undefined,
  findings: readonly Diagnostic[],
  view: PolicyView | undefined,
  context: CommandContext
): readonly Markup[] => {
  if (findings.length === 0) return []
  const words = pageWords(context.language)
  const shown = name === undefined || view === undefined ? [] : (pictures[name]?.(view) ?? [])
  return [
    tag(
      "section",
      {},
      tag("h2", {}, name === undefined ? words.otherFindings : words.section[name]),
      ...findings.map((finding) => findingWithLines(finding, words, context)),
      ...(shown.length === 0
        ? []
        : [tag("div", { class: name === "grading" || name === "deadlines" ? "" : "ladders" }, ...shown)])
    )
  ]
}

/** What every section of a policy's page works with, and how a section stands with its findings beside it. */
import type { Bundle, Policy } from "@hearback/core"
import type { Diagnostic, PackView } from "@hearback/policy"
import type { CommandContext } from "../../../program/Command.ts"
import { type Naming, namingOf } from "../../../render/policy/PolicyTitles.ts"
import type { PolicyPageTexts, SectionName } from "../../../text/en/policy/PolicyPage.ts"
import { pages } from "../../../text/Pages.ts"
import { type Markup, tag } from "../../Markup.ts"
import { findingNote } from "./Findings.ts"

/** A policy that has no errors, with what was found in it. */
export interface Shown {
  readonly policy: Policy.Policy
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: PackView["sources"]
  readonly version: number | undefined
  /** The packs that it builds on, the nearest first. */
  readonly packs: readonly PackView[]
}

export interface PolicyView extends Shown {
  readonly bundle: Bundle.Bundle
  readonly context: CommandContext
  readonly words: PolicyPageTexts
  readonly naming: Naming
}

export const pageWords = (language: Bundle.Language): PolicyPageTexts => pages[language].policy

export const policyViewOf = (shown: Shown, context: CommandContext): PolicyView => ({
  ...shown,
  bundle: shown.policy.bundle,
  context,
  words: pageWords(context.language),
  naming: namingOf(shown.policy, context)
})

/** The id of a part of the page; both languages stand in one document. */
export const anchor = ({ context }: Pick<PolicyView, "context">, part: string): string =>
  `${context.language.slice(0, 2)}-${part}`

/** Returns a section with its findings in the margin; nothing where it has nothing to show. */
export const sectionOf = (
  view: PolicyView,
  name: SectionName,
  content: readonly Markup[],
  findings: readonly Diagnostic[]
): readonly Markup[] => {
  if (content.length === 0) return []
  const body = tag("div", { class: "body" }, tag("h2", {}, view.words.section[name]), ...content)
  const notes = findings.map((finding) => findingNote(finding, view.words, view.context))
  return [
    tag(
      "section",
      { id: anchor(view, name), class: notes.length === 0 ? undefined : "noted" },
      body,
      ...(notes.length === 0 ? [] : [tag("aside", { class: "notes", "aria-label": view.words.findings }, ...notes)])
    )
  ]
}

/** What belongs to a name, a pair a row; of pairs without a text nothing is shown. */
export const pairs = (rows: readonly (readonly [name: string, content: string | Markup | undefined])[]): Markup =>
  tag(
    "dl",
    {},
    ...rows.flatMap(([name, content]) =>
      content === undefined || content === "" ? [] : [tag("div", {}, tag("dt", {}, name), tag("dd", {}, content))]
    )
  )

/** A heading within a section, with what stands below it. */
export const under = (title: string, ...content: readonly Markup[]): Markup =>
  tag("div", { class: "part" }, tag("h3", {}, title), ...content)

export const paragraph = (text: string): Markup => tag("p", { class: "soft" }, text)

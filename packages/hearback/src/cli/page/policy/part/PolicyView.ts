/** What every section of a policy's page uses, and the frame of a section with its findings beside it. */
import type { Bundle, Policy } from "@hearback/core"
import type { Diagnostic, PackView } from "@hearback/policy"
import type { CommandContext } from "../../../program/Command.ts"
import { type Naming, namingOf } from "../../../render/policy/PolicyTitles.ts"
import type { PolicyPageTexts, SectionName } from "../../../text/en/policy/PolicyPage.ts"
import { pages } from "../../../text/Pages.ts"
import { type Markup, tag } from "../../Markup.ts"
import { findingNote } from "./Findings.ts"

/** A policy without errors, with its findings. */
export interface Shown {
  readonly policy: Policy.Policy
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: PackView["sources"]
  readonly version: number | undefined
  /** The packs that it extends, the nearest first. */
  readonly packs: readonly PackView[]
}

/** What every section of the page uses. */
export interface PolicyView extends Shown {
  readonly bundle: Bundle.Bundle
  readonly context: CommandContext
  readonly words: PolicyPageTexts
  readonly naming: Naming
}

/** Returns the texts of a policy's page. */
export const pageWords = (language: Bundle.Language): PolicyPageTexts => pages[language].policy

/** Makes the view of a policy. */
export const policyViewOf = (shown: Shown, context: CommandContext): PolicyView => ({
  ...shown,
  bundle: shown.policy.bundle,
  context,
  words: pageWords(context.language),
  naming: namingOf(shown.policy, context)
})

/** Returns the id of a part of the page, which contains the language, because both languages are in one document. */
export const anchor = ({ context }: Pick<PolicyView, "context">, part: string): string =>
  `${context.language.slice(0, 2)}-${part}`

/** Returns a section with its findings in the margin; empty if it has nothing to show. */
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

/** Returns pairs as rows of a name and its content. Pairs without content are omitted. */
export const pairs = (rows: readonly (readonly [name: string, content: string | Markup | undefined])[]): Markup =>
  tag(
    "dl",
    {},
    ...rows.flatMap(([name, content]) =>
      content === undefined || content === "" ? [] : [tag("div", {}, tag("dt", {}, name), tag("dd", {}, content))]
    )
  )

/** Returns a heading within a section, with its content. */
export const under = (title: string, ...content: readonly Markup[]): Markup =>
  tag("div", { class: "part" }, tag("h3", {}, title), ...content)

/** Returns a paragraph. */
export const paragraph = (text: string): Markup => tag("p", { class: "soft" }, text)

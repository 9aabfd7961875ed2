/** Makes a page that explains a policy without help: every rule in words and figures, with the findings beside it. */
import type { Diagnostic } from "@hearback/policy"
import type { CommandContext } from "../../program/Command.ts"
import type { SectionName } from "../../text/en/policy/PolicyPage.ts"
import { documentOf } from "../Document.ts"
import { type Markup, tag } from "../Markup.ts"
import { policyStyle } from "./PolicyStyle.ts"
import { findingNote, sectionFor } from "./part/Findings.ts"
import { anchor, type PolicyView, policyViewOf, type Shown, sectionOf } from "./part/PolicyView.ts"
import { authority } from "./section/Authority.ts"
import { deadlines } from "./section/Deadlines.ts"
import { escalation } from "./section/Escalation.ts"
import { grading } from "./section/Grading.ts"
import { journey } from "./section/Journey.ts"
import { messages } from "./section/Messages.ts"
import { rest } from "./section/OtherRules.ts"
import { owner } from "./section/Owner.ts"
import { purpose } from "./section/Purpose.ts"

/** The sections in the order of the page. */
const sections: Readonly<Record<SectionName, (view: PolicyView) => readonly Markup[]>> = {
  purpose,
  journey,
  grading,
  deadlines,
  escalation,
  owner,
  authority,
  messages,
  rest
}

/** Returns the page that shows a policy, in both languages. */
export const policyPageOf = (shown: Shown, context: CommandContext): string =>
  documentOf(
    (one) => policyViewOf(shown, one).naming.policy,
    (one) => bodyOf(policyViewOf(shown, one)),
    context,
    policyStyle
  )

const bodyOf = (view: PolicyView): readonly Markup[] => {
  const { bundle, words, naming, diagnostics } = view
  const names = Object.keys(sections) as SectionName[]
  const about = (name: SectionName): readonly Diagnostic[] => diagnostics.filter((one) => sectionFor(one) === name)
  const made = names.map((name) => ({
    name,
    html: sectionOf(view, name, sections[name](view), about(name))
  }))
  const filled = made.filter(({ html }) => html.length > 0)
  const elsewhere = diagnostics.filter((one) => !filled.some(({ name }) => name === sectionFor(one)))
  return [
    tag(
      "header",
      {},
      tag("h1", {}, naming.policy),
      tag("p", { class: "soft" }, `${bundle.id} · ${bundle.content.slice(0, 12)}`),
      ...(isMixed(view, filled) ? [tag("p", { class: "soft" }, words.otherLanguage)] : [])
    ),
    tag(
      "nav",
      { class: "contents", "aria-label": words.contents },
      tag(
        "ol",
        {},
        ...filled.map(({ name }) => tag("li", {}, tag("a", { href: `#${anchor(view, name)}` }, words.section[name])))
      )
    ),
    ...filled.flatMap(({ html }) => html),
    ...others(elsewhere, view),
    tag("footer", {}, words.footer(bundle.id, bundle.content))
  ]
}

/** Returns whether some text is in the other language, because the policy has it only in that language. */
const isMixed = ({ naming, context, bundle }: PolicyView, shown: readonly { readonly html: readonly Markup[] }[]) =>
  naming.lacking.size > 0 ||
  // A name without a title is shown unchanged; that of a Chinese policy is mostly Chinese.
  (!context.texts.form.isHan &&
    bundle.language !== context.language &&
    shown.some(({ html }) => html.some((part) => /\p{Script=Han}/u.test(part.html))))

const others = (findings: readonly Diagnostic[], { words, context }: PolicyView): readonly Markup[] =>
  findings.length === 0
    ? []
    : [
        tag(
          "section",
          { class: "notes" },
          tag("h2", {}, words.otherFindings),
          ...findings.map((finding) => findingNote(finding, words, context))
        )
      ]

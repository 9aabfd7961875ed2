/** What the language reference says of this version, written from the data that `check` goes by. */
import { notYet } from "../../packages/policy/src/schema/Obeyed.ts"
import { textOf } from "./Markdown.ts"

export const reference = "docs/language.md"

const heading = "## Not obeyed yet"

/** Returns the reference with its list of what is not obeyed yet as the data says it. */
export const referencePage = (): string => {
  const text = textOf(reference)
  const from = text.indexOf(`${heading}\n`)
  const to = text.indexOf("\n## ", from + heading.length)
  return `${text.slice(0, from)}${section()}${text.slice(to)}`
}

const section = (): string =>
  [
    heading,
    "",
    "What this version reads and checks but does not act on. `hearback check` says so where a policy uses it, as",
    "[`language/not-yet`](diagnostics/language/not-yet.md).",
    "",
    "| key | instead | 现状 |",
    "|---|---|---|",
    ...new Set(notYet.map(({ path, is, note }) => `| ${keyOf(path, is)} | ${note.en} | ${note["zh-CN"]} |`)),
    ""
  ].join("\n")

/** Gates stand in both loops and in `gate-defaults`; one line says it for all three. */
const keyOf = (path: string, is: string | undefined): string => {
  const gate = /^(?:loops\.\*\.[a-z-]+\.\*|gate-defaults)\.(.+)$/.exec(path)?.[1]
  if (gate !== undefined) return `\`${gate}\` of a gate`
  return `\`${path.replaceAll("*", "<name>")}${is === undefined ? "" : `: ${is}`}\``
}

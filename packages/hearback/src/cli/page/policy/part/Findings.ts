/** Shows findings of the check in the margin of the section that they concern. */
import { type Diagnostic, keyLanguages, keyWord, toPlain } from "@hearback/policy"
import type { CommandContext } from "../../../program/Command.ts"
import type { PolicyPageTexts, SectionName } from "../../../text/en/policy/PolicyPage.ts"
import { type Markup, tag } from "../../Markup.ts"

/** The section of each part of a policy, by its top-level key. */
const shownIn: Readonly<Record<SectionName, readonly string[]>> = {
  purpose: [
    "hearback",
    "policy",
    "pack",
    "version",
    "title",
    "language",
    "extends",
    "sources",
    "effective",
    "time-zone",
    "currency",
    "roles",
    "channels",
    "events"
  ],
  journey: ["loops", "gate-defaults", "endings"],
  grading: ["grading", "dictionary"],
  deadlines: ["clocks", "clock-defaults", "calendars"],
  escalation: ["alarms"],
  owner: ["ownership", "departments"],
  authority: ["authority"],
  messages: ["messages"],
  rest: ["intake", "facts", "customers", "assume", "problems", "sending", "learning", "retention"]
}

const sectionByKey: ReadonlyMap<string, SectionName> = new Map(
  (Object.keys(shownIn) as SectionName[]).flatMap((section) =>
    shownIn[section].flatMap((key) => keyLanguages.map((keys) => [keyWord(key, keys), section] as const))
  )
)

/**
 * Returns the section that shows what a finding is about; undefined if the finding is in another file than a policy.
 */
export const sectionFor = ({ primary: { span } }: Diagnostic): SectionName | undefined => {
  if (/\.(?:scenario|simulation|mapping)\.yaml$|people[^/]*\.yaml$/u.test(span.file.path)) return undefined
  const lineEnd = span.file.text.indexOf("\n", span.start)
  const before = span.file.text.slice(0, lineEnd < 0 ? undefined : lineEnd).split("\n")
  const head = before.findLast((line) => /^[^\s#-]/u.test(line)) ?? ""
  return sectionByKey.get(head.split(/[:：]/u, 1)[0]?.trim() ?? "")
}

/** Returns a finding as a note: its level, its fault, its place and its fix. */
export const findingNote = (finding: Diagnostic, words: PolicyPageTexts, { language }: CommandContext): Markup => {
  const { level, message, primary, help, code } = toPlain(finding, language)
  return tag(
    "div",
    { class: `note ${level}` },
    tag("b", {}, words.finding[level]),
    tag("p", {}, plain(message)),
    ...(help === null ? [] : [tag("p", { class: "soft" }, plain(help))]),
    tag("p", { class: "place" }, `${primary.file}:${primary.start[0]} · ${code}`)
  )
}

/**
 * Returns a finding as a note with each line that it is about. The exact words are marked, however the line wraps.
 */
export const findingWithLines = (finding: Diagnostic, words: PolicyPageTexts, { language }: CommandContext): Markup => {
  const { level, message, primary, expected, help, fix, witness, related, code } = toPlain(finding, language)
  const others = finding.related.map((one, i) => ({ ...one, ...related[i], said: one.message[language] }))
  const shown = Object.entries(witness ?? {}).map(([input, value]) => `${input}: ${value}`)
  const told = [
    ...(shown.length === 0 ? [] : [`${words.instance}${words.colon}${shown.join(words.comma)}`]),
    ...(help === null ? [] : [plain(help)]),
    ...(fix === null ? [] : [plain(fix.title)])
  ]
  return tag(
    "div",
    { class: `note ${level}` },
    tag("b", {}, words.finding[level]),
    tag("p", {}, plain(message)),
    ...lineOf(finding.primary.span, primary.start[0], plain(primary.label ?? expected ?? "")),
    ...others.flatMap(({ span, said, file, start = [0] }) => [
      ...lineOf(span, start[0], plain(said)),
      ...(file === primary.file ? [] : [tag("p", { class: "place" }, `${file}:${start[0]}`)])
    ]),
    ...told.map((text) => tag("p", { class: "soft" }, text)),
    tag("p", { class: "place" }, `${primary.file}:${primary.start[0]} · ${code}`)
  )
}

/** How much of a line is shown beside the marked words. Units: characters. */
const most = 100

const lineOf = ({ file: { text }, start, end }: Diagnostic["primary"]["span"], number: number, label: string) => {
  const [from, to] = [text.lastIndexOf("\n", start - 1) + 1, text.indexOf("\n", start)]
  const whole = text.slice(from, to < 0 ? undefined : to)
  const [first, last] = [start - from, Math.min(end - from, whole.length)]
  const [before, after] = [whole.slice(0, first).trimStart(), whole.slice(last).trimEnd()]
  const cut = before.length > most ? `…${before.slice(-most)}` : before
  const rest = after.length > most ? `${after.slice(0, most)}…` : after
  const line = tag("pre", {}, tag("small", {}, `${number} `), cut, tag("mark", {}, whole.slice(first, last)), rest)
  return label === "" ? [line] : [line, tag("p", { class: "soft" }, `↑ ${label}`)]
}

/** Returns a text with the names between backticks as code. */
const plain = (text: string): string => text.replaceAll("`", "")

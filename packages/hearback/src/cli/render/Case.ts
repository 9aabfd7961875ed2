/**
 * Renders one case for people: what was said, who owns it, the gates of both loops, clocks, and the deciding lines.
 */
import { Arguments, type Policy, Text } from "@hearback/core"
import type { CaseView, Explanation, Place, SayingView } from "../../index.ts"
import type { CommandContext } from "../program/Command.ts"
import { clockTitle } from "../store/CaseNames.ts"
import { moneyText } from "../terminal/Amounts.ts"
import { fit, padEnd, tracks, widthOf, wrap } from "../terminal/Columns.ts"
import type { TextStyle } from "../terminal/Paint.ts"
import { placeText } from "../terminal/Places.ts"
import { tableLines } from "../terminal/Table.ts"
import { tableWidth } from "../terminal/Terminal.ts"
import { localDue, localTime, relativeTime } from "../terminal/Times.ts"
import { readerText, wordFor } from "../text/Words.ts"
import { readingLines } from "./Reading.ts"

const MOST_COLUMNS = 120

/** Renders the state of a case. */
export const caseText = (
  view: CaseView,
  policy: Policy.Policy,
  now: number,
  actor: string | undefined,
  context: CommandContext
): string =>
  `${[headline(view, policy, context), ...facts(view, policy, now, context), ...readingLines(view, policy, context), ...apart(gateLines(view, policy, now, context)), ...apart(clockLines(view, policy, now, context)), ...approvals(view, policy, now, context), ...allowed(view, actor, context)].join("\n")}\n`

/** Returns a part with an empty line above it, if it has lines. */
const apart = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : ["", ...lines])

const headline = (view: CaseView, policy: Policy.Policy, { paint, texts, language }: CommandContext): string => {
  const parts = [
    view.id,
    wordFor(texts.word.kind, view.kind ?? ""),
    view.category === undefined ? "" : Text.viewOf(policy, language).title("category", view.category),
    ...policy.bundle.grading.flatMap(({ name }) => {
      const level = view.grades[name]?.level
      return level === undefined ? [] : [Text.readable(level)]
    })
  ]
  const entered = view.isOnBehalf === true ? [texts.word.onBehalf] : []
  const outcome = view.outcome === undefined ? [] : [wordFor(texts.word.outcome, view.outcome), ...entered]
  const state = [wordFor(texts.word.caseState, view.state), ...outcome].join(texts.word.comma)
  const title = parts.filter((part) => part !== "").map((part) => paint("strong", part))
  return `${title.join(paint("dim", texts.word.pause))}   ${paint(view.state === "open" ? "accent" : "good", state)}   ${paint("dim", `${view.policy.id} ${view.policy.content.slice(0, 6)}`)}`
}

/** The number of recent entries that are shown; all are in the events. */
const MOST_SAID = 3

const facts = (view: CaseView, policy: Policy.Policy, now: number, context: CommandContext): readonly string[] => {
  const { paint, texts, language, terminal } = context
  const words = texts.report.case
  const width = Math.min(terminal.columns, MOST_COLUMNS) - 16
  const { title, valueTitle } = Text.viewOf(policy, language)
  const quoted = (text: string, within: number): string =>
    paint("quote", Text.form(language).quote(fit(text.replace(/\s+/g, " "), within)))
  const given = Object.entries(view.facts).map(([name, value]) => {
    const said = value === true ? words.yes : value === false ? words.no : valueTitle(name, String(value))
    return `${title("fact", name)} ${said}`
  })
  const { currency } = policy.bundle
  const at = (instant: Date): string => localTime(instant.getTime(), policy.zone, now, language)
  const dueAt = (instant: Date): string => localDue(instant.getTime(), policy.zone, now, language)
  const part = ({ department, due, answered }: CaseView["parts"][number]): string => {
    const when = answered !== undefined ? at(answered) : due === null ? "" : dueAt(due)
    return [title("department", department), answered === undefined ? "" : words.answered, when]
      .filter((text) => text !== "")
      .join(" ")
  }
  const later = ({ at: when, channel, text, attachments = [] }: SayingView): string =>
    [
      at(when),
      title("channel", channel),
      text === "" ? "" : quoted(text, width - 24),
      attachments.join(texts.word.pause)
    ]
      .filter((part) => part !== "")
      .join(texts.word.pause)
  const further = view.said.slice(1)
  const rows: readonly (readonly [string, string | undefined])[] = [
    [words.said, view.verbatim === undefined ? undefined : quoted(view.verbatim, width)],
    ...(further.length <= MOST_SAID
      ? []
      : [[words.again, paint("warn", words.times(further.length, further.length - MOST_SAID))] as const]),
    ...further.slice(-MOST_SAID).map((one) => [words.later, later(one)] as const),
    [words.demand, view.demand],
    [words.hopedForBy, view.hopedForBy],
    [
      words.happened,
      [view.happenedAt ?? "", view.where ?? ""].filter((part) => part !== "").join(texts.word.pause) || undefined
    ],
    [
      words.opened,
      [at(view.receivedAt), view.channel === undefined ? "" : title("channel", view.channel)].join(texts.word.pause)
    ],
    [
      words.customer,
      [view.customer ?? words.anonymous, ...(view.customerName === undefined ? [] : [view.customerName])].join(
        texts.word.pause
      )
    ],
    [words.reached, view.addresses && reachedAt(view.addresses).join(texts.word.pause)],
    [
      words.owner,
      [
        readerText(view.owner, texts),
        view.ownerName ?? "",
        view.department === undefined ? "" : title("department", view.department)
      ]
        .filter((part) => part !== "")
        .join(texts.word.pause)
    ],
    [words.attachments, view.attachments?.join(texts.word.pause)],
    [words.facts, given.length === 0 ? undefined : given.join(texts.word.pause)],
    [
      words.compensated,
      view.compensated === 0 ? undefined : moneyText(view.compensated, currency?.code ?? null, language)
    ],
    [words.discounted, view.discounted === 0 ? undefined : `${view.discounted}%`],
    [words.granted, view.granted === 0 ? undefined : String(view.granted)],
    [
      words.problemLabel,
      view.problem === undefined || view.problem.cases < 2
        ? undefined
        : words.problem(view.problem.customers, view.problem.cases)
    ],
    [words.team, view.team.length === 0 ? undefined : Text.form(language).list.join(view.team)],
    [words.parts, view.parts.length === 0 ? undefined : view.parts.map(part).join(texts.word.pause)],
    [
      words.offered,
      view.offer === undefined
        ? undefined
        : words.offer(view.offer.to, view.offer.due === null ? words.noDue : dueAt(view.offer.due))
    ],
    [
      words.parked,
      view.parked === undefined
        ? undefined
        : `${words.waits(view.parked.cause, at(view.parked.at))}  ${paint("dim", placeText(view.parked.place))}`.trimEnd()
    ],
    [words.keptUntil, view.keptUntil === undefined ? undefined : dueAt(view.keptUntil)],
    [words.erased, view.erasedAt === undefined ? undefined : at(view.erasedAt)],
    [words.links, view.links.length === 0 ? undefined : Text.form(language).list.join(view.links)]
  ]
  return tableLines(
    [{}, {}],
    rows.flatMap(([label, says]) => (says === undefined ? [] : [[paint("dim", label), says]])),
    { within: tableWidth(terminal) }
  )
}

/** Renders addresses, the latest first. */
const reachedAt = (addresses: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(addresses)
    .map(([channel, address]) => `${address} (${channel})`)
    .reverse()

const gateTone: Readonly<Record<string, TextStyle>> = {
  passed: "good",
  open: "accent",
  explained: "good",
  waived: "warn",
  lapsed: "bad"
}
const gateMark: Readonly<Record<string, string>> = {
  passed: "✓",
  open: "▸",
  explained: "✓",
  waived: "~",
  lapsed: "✗",
  waiting: "·"
}

/** Renders both loops, one line for each gate. Gates that are not needed are omitted. */
const gateLines = (view: CaseView, policy: Policy.Policy, now: number, context: CommandContext): readonly string[] => {
  const { paint, texts, language } = context
  return (["customer-loop", "system-loop"] as const).flatMap((side) => {
    const gates = view.gates.filter((gate) => gate.side === side && gate.state !== "not-needed")
    if (gates.length === 0) return []
    const rows = gates.map((gate) => {
      const tone = gateTone[gate.state] ?? "dim"
      const done = [
        gate.by === undefined ? "" : Text.whoIs(gate.by, language, Text.viewOf(policy, language)),
        gate.at === undefined ? "" : localTime(gate.at.getTime(), policy.zone, now, language)
      ]
      return [
        `${paint(tone, gateMark[gate.state] ?? "·")} ${gate.title}`,
        paint("dim", Text.word("gate-kind", gate.kind, language)),
        paint(tone, wordFor(texts.word.gateState, gate.state)),
        done.filter((part) => part !== "").join(" "),
        paint("dim", placeText(gate.place))
      ]
    })
    return [
      `  ${paint("accent", texts.word.side[side])}`,
      ...tableLines([{}, {}, {}, {}, {}], rows, { indent: 4, within: tableWidth(context.terminal) })
    ]
  })
}

/** The style of each state of a clock. */
export const clockTone: Readonly<Record<string, TextStyle>> = {
  running: "accent",
  paused: "warn",
  met: "good",
  "met-late": "warn",
  missed: "bad"
}

const clockLines = (view: CaseView, policy: Policy.Policy, now: number, context: CommandContext): readonly string[] => {
  const { paint, texts, language } = context
  const words = texts.report.case
  const at = (instant: Date): string => localDue(instant.getTime(), policy.zone, now, language)
  const rows = [...view.clocks, ...view.waits].map((clock) => {
    const live = clock.state === "running" && clock.dueAt !== null
    const missed =
      clock.missed === undefined
        ? ""
        : words.missed(at(clock.missed.dueAt), wordFor(texts.word.because, clock.missed.cause))
    return [
      clockTitle(view, clock.name, policy, language),
      clock.dueAt === null ? words.noDue : at(clock.dueAt),
      paint(clockTone[clock.state] ?? "dim", wordFor(texts.word.clockState, clock.state)),
      [
        live ? relativeTime(clock.dueAt.getTime(), now, language) : "",
        missed,
        clock.missed?.refuted === true ? words.refuted : ""
      ]
        .filter((part) => part !== "")
        .join(texts.word.comma),
      paint("dim", placeText(clock.place))
    ]
  })
  return rows.length === 0
    ? []
    : [
        `  ${paint("accent", words.clocks)}`,
        ...tableLines([{}, {}, {}, {}, {}], rows, { indent: 4, within: tableWidth(context.terminal) })
      ]
}

const approvals = (view: CaseView, policy: Policy.Policy, now: number, context: CommandContext): readonly string[] => {
  const { paint, texts, language } = context
  if (view.approvals.length === 0) return []
  const said = (asked: string, amount: number): string =>
    asked === "discount"
      ? `${amount / 100}%`
      : asked === "grant"
        ? String(amount)
        : moneyText(
            amount / 10 ** (policy.bundle.currency?.digits ?? 2),
            policy.bundle.currency?.code ?? null,
            language
          )
  const rows = view.approvals.map(({ asked, amount, from, person, due, id, rules }) => [
    texts.report.case.approval(amount === 0 ? asked : `${asked} ${said(asked, amount)}`, from, person),
    due === null ? "" : localDue(due.getTime(), policy.zone, now, language),
    paint("dim", id),
    paint("dim", placeText(rules[0]))
  ])
  return [
    "",
    `  ${paint("accent", texts.report.case.approvals)}`,
    ...tableLines([{}, {}, {}, {}], rows, { indent: 4, within: tableWidth(context.terminal) })
  ]
}

const allowed = (view: CaseView, actor: string | undefined, context: CommandContext): readonly string[] => {
  const { paint, texts, terminal, language } = context
  if (actor === undefined || view.allowed.length === 0) return []
  const width = Math.min(terminal.columns, MOST_COLUMNS) - 4
  return [
    "",
    `  ${paint("accent", texts.report.case.allowed(actor))}`,
    ...tracks(
      view.allowed.map((command) => asGiven(command, language)),
      texts.word.pause,
      width
    ).map((line) => `    ${line}`)
  ]
}

/** Returns a command in the words of the reader: `pass told`, `通过 结果已告知`. */
const asGiven = (command: string, language: CommandContext["language"]): string => {
  const [verb = "", ...rest] = command.split(" ")
  const isGiven = Object.hasOwn(Arguments.commands, verb)
  return [isGiven ? Arguments.keyOf(verb as Arguments.GivenVerb, language) : verb, ...rest].join(" ")
}

/** Renders the record: when, what, who, and the deciding line. */
export const whyText = (
  lines: Explanation["lines"],
  policy: Policy.Policy,
  now: number,
  context: CommandContext
): string => {
  const { paint, terminal, language } = context
  const width = Math.min(terminal.columns, MOST_COLUMNS)
  const times = lines.map(({ at }) => localTime(at.getTime(), policy.zone, now, language))
  const called = Text.viewOf(policy, language)
  const actors = lines.map(({ actor }) => Text.whoIs(actor, language, called))
  const [first, second] = [Math.max(0, ...times.map(widthOf)), Math.max(0, ...actors.map(widthOf))]
  const places = lines.map(({ place }) => placeText(place as Place | undefined))
  const last = Math.max(0, ...places.map(widthOf))
  const middle = Math.max(30, width - first - second - last - 8)
  const rows = lines.flatMap(({ message }, index) =>
    wrap(message, middle).map((part, inner) => {
      const left =
        inner === 0
          ? [paint("dim", padEnd(times[index] ?? "", first)), padEnd(actors[index] ?? "", second)]
          : [" ".repeat(first), " ".repeat(second)]
      return `  ${left.join("  ")}  ${padEnd(part, middle)}  ${inner === 0 ? paint("dim", places[index] ?? "") : ""}`.trimEnd()
    })
  )
  return `\n${rows.join("\n")}\n`
}

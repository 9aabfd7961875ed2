/** Shows messages with the data of an invented case, with when and to whom each is sent. */
import { type Bundle, Notice, Template, Text } from "@hearback/core"
import { moneyText } from "../../../terminal/Amounts.ts"
import { pages } from "../../../text/Pages.ts"
import { type Markup, tag } from "../../Markup.ts"
import { anchor, type PolicyView, paragraph, under } from "../part/PolicyView.ts"

/** Makes the section. */
export const messages = (view: PolicyView): readonly Markup[] => {
  const { bundle, words } = view
  const all = Object.values(bundle.messages)
  const notices = all.filter(({ name }) => Notice.isNotice(name))
  const others = all.filter(({ name }) => !Notice.isNotice(name))
  const group = (title: string, some: readonly Bundle.MessageRule[]): readonly Markup[] =>
    some.length === 0 ? [] : [under(title, tag("div", { class: "letters" }, ...some.map((one) => letter(one, view))))]
  return all.length === 0
    ? []
    : [paragraph(words.messagesSays), ...group(words.toCustomers, others), ...group(words.toStaff, notices)]
}

const letter = (message: Bundle.MessageRule, view: PolicyView): Markup => {
  const { words } = view
  const { name } = message
  const [when, to] = Notice.isNotice(name)
    ? noticed(name, view)
    : [occasions(name, view).join(words.semicolon), undefined]
  return tag(
    "article",
    { class: "letter", id: anchor(view, `message-${name}`) },
    tag("p", { class: "soft" }, `${words.sentWhen}${words.colon}${when}`),
    ...(to === undefined ? [] : [tag("p", { class: "soft" }, `${words.sentTo}${words.colon}${to}`)]),
    tag("h4", {}, subjectText(message, view)),
    ...textsOf(message, view).flatMap(({ when: where, text: said }) => [
      ...(where === "" ? [] : [tag("p", { class: "soft" }, where)]),
      tag("p", { class: "said" }, filled(said, message, view))
    ]),
    tag("p", { class: "place" }, words.namedInPolicy(name))
  )
}

/** Returns the texts of a message, each with its cases if there are several. */
const textsOf = (
  { text, variants }: Bundle.MessageRule,
  { words, naming }: PolicyView
): readonly { readonly when: string; readonly text: Bundle.Text }[] => {
  if (variants === undefined) return [{ when: "", text }]
  const rows = variants.values.map((one, i) => ({ cases: naming.row(variants.table, i), text: one }))
  const all = rows.some(({ cases }) => cases === "") ? rows : [...rows, { cases: "", text }]
  return all.map((one) => ({ when: words.textFor(one.cases === "" ? words.otherwise : one.cases), text: one.text }))
}

/** Returns the subject of a message with the invented data; without a subject, the name of the case. */
export const subjectText = (message: Bundle.MessageRule, view: PolicyView): string =>
  message.subject === undefined
    ? Text.letter(view.context.language).about(exampleOf("case.id", message.name, view) ?? "")
    : filled(message.subject, message, view)

/** Returns the occasion of each notice to the staff, and who receives it in this policy. */
const noticed = (
  name: Notice.Name,
  { words, naming, bundle, context }: PolicyView
): readonly [when: string, to: string] => {
  const roles: Readonly<Record<string, readonly string[]>> = {
    "review-asked": bundle.dictionary.reviewBy === undefined ? [] : [bundle.dictionary.reviewBy],
    "spot-check": bundle.authority.spotCheck?.by ?? [],
    quarantined: bundle.quarantine?.notify ?? []
  }
  const { when, to } = Text.notice(name, context.language)
  const named = Object.hasOwn(roles, name) ? roles[name] : undefined
  const who = named === undefined ? (words.noticeTo[name] ?? plain(to)) : naming.who(named)
  return [words.noticeWhen[name] ?? plain(when), who === "" ? words.none : who]
}

/** Returns the words of a notice with keys of the language as code. */
const plain = (text: string): string => text.replaceAll("`", "")

/** Returns where the policy sends a message, in the order of the page. */
const occasions = (name: string, view: PolicyView): readonly string[] => {
  const { bundle, words, naming } = view
  const { sent } = words
  const gates = bundle.loops.flatMap((loop) =>
    loop.gates.flatMap((gate) =>
      gate.tell === name || gate.orExplain?.tell === name
        ? [sent.gate(words.quoted(naming.gate(loop, gate.name)), naming.loop(loop))]
        : []
    )
  )
  const forms = [bundle.form, ...Object.values(bundle.channels).map(({ form }) => form)]
  const found = [
    ...gates,
    ...(forms.some((form) => form?.tell === name) ? [sent.form] : []),
    ...bundle.clocks.flatMap((clock) => [
      ...(clock.extend?.tell === name ? [sent.extend(words.quoted(naming.clock(clock)))] : []),
      ...(clock.escalate.some((step) => step.send === name) ? [sent.escalate(words.quoted(naming.clock(clock)))] : [])
    ]),
    ...bundle.endings.flatMap((ending) => (ending.tell === name ? [sent.ending(words.endingNames[ending.name])] : [])),
    ...(bundle.alarms ?? []).flatMap((alarm) =>
      alarm.send === name ? [sent.alarm(words.quoted(Text.readable(alarm.name)))] : []
    ),
    ...Object.values(bundle.messages).flatMap((other) =>
      Object.values(other.text).some((text) => Template.placeholders(text).includes(name))
        ? [sent.within(words.quoted(subjectText(other, view)))]
        : []
    )
  ]
  const own = Object.hasOwn(words.ownMessages, name) ? words.ownMessages[name] : undefined
  if (own !== undefined) return [own]
  return found.length === 0 ? [sent.unused] : [...new Set(found)]
}

/** Returns a text of a message with the example's value for each placeholder. */
const filled = (text: Bundle.Text, { name, mustSay }: Bundle.MessageRule, view: PolicyView): string => {
  const value = (placeholder: string, within: readonly string[]): string | undefined => {
    const known = exampleOf(placeholder, name, view)
    const included = view.bundle.messages[placeholder]
    if (known !== undefined || included === undefined || within.includes(placeholder)) return known
    return render(included.text, included.mustSay, [...within, placeholder])
  }
  const render = (one: Bundle.Text, must: readonly string[], within: readonly string[]): string =>
    Template.render(Template.parse(view.naming.text(one) ?? ""), (each) => value(each, within), must)
  return render(text, mustSay, [name])
}

/** How the invented case ended, for messages about an ending. */
const outcomes: Readonly<Record<string, string>> = { "ended-early": "withdrawn", "closed-by-silence": "unconfirmed" }

const exampleOf = (
  placeholder: string,
  message: string,
  { bundle, naming, context }: PolicyView
): string | undefined => {
  if (placeholder === "case.outcome" && Object.hasOwn(outcomes, message))
    return Text.word("outcome", outcomes[message] ?? "", context.language)
  const { example, exampleIn } = pages[context.language]
  const known: Readonly<Record<string, string>> = { ...example, ...exampleIn[message] }
  if (placeholder === "request.amount")
    return moneyText(Number(example[placeholder]), bundle.currency?.code ?? null, context.language)
  if (Object.hasOwn(known, placeholder)) return known[placeholder]
  if (Template.clockDue(placeholder) !== undefined) return known["next.due"]
  return Object.hasOwn(bundle.facts, placeholder) ? `[${naming.fact(placeholder)}]` : undefined
}

/** Shows what a policy is, what it applies to, and its sources. */
import { inLanguage, Text } from "@hearback/core"
import { type Markup, tag } from "../../Markup.ts"
import { anchor, type PolicyView, pairs, paragraph, under } from "../part/PolicyView.ts"
import { columnHead, markupTable, rowHead, wideTable } from "../part/Tables.ts"
import { clockTime } from "./Deadlines.ts"

/** Makes the section. */
export const purpose = (view: PolicyView): readonly Markup[] => {
  const { words } = view
  return [paragraph(words.says), identity(view), under(words.kinds, kinds(view)), ...sources(view)]
}

const identity = (view: PolicyView): Markup => {
  const { bundle, words, naming, version, packs } = view
  const { facts } = words
  const { language } = view.context
  return pairs([
    [facts.id, bundle.id],
    [facts.version, version === undefined ? undefined : String(version)],
    [facts.hash, tag("code", {}, bundle.content)],
    [facts.effective, bundle.effective ?? facts.atOnce],
    [facts.zone, bundle.zone],
    [facts.currency, bundle.currency?.code],
    [facts.extends, packs.map(({ name, title }) => `${title[language]}${words.aside(name)}`).join(words.comma)],
    [facts.roles, naming.list(Object.keys(bundle.roles).map(naming.one))],
    [facts.departments, naming.list(Object.keys(bundle.departments).map(naming.department))],
    ...channels(view)
  ])
}

const channels = ({
  bundle,
  words,
  naming,
  context: { language }
}: PolicyView): readonly (readonly [string, string | Markup])[] => {
  const { facts } = words
  const all = Object.entries(bundle.channels)
  const passive = all.filter(([, { mode }]) => mode === "passive").map(([name]) => naming.channel(name))
  const active = all
    .filter(([, { mode }]) => mode === "active")
    .map(([name, { askAfter, frequency, question, when: asking }]) => {
      const when = [
        ...(askAfter === undefined ? [] : [facts.askedAfter(naming.trigger(askAfter))]),
        ...(frequency === undefined ? [] : [naming.frequency(frequency)]),
        ...(asking === undefined ? [] : [facts.askedIf(naming.condition(asking))])
      ]
      const asked = naming.text(question)
      return `${naming.channel(name)}${when.length === 0 ? "" : words.aside(naming.list(when))}${asked === undefined ? "" : words.colon + words.quoted(asked)}`
    })
  const routines = all.flatMap(
    ([name, { mode, frequency, every, question, person = [], owner = [], invite = [], figures = [] }]) => {
      if (mode !== "routine") return []
      const says = [
        ...(frequency === undefined ? [] : [naming.frequency(frequency)]),
        ...(every?.times.map(({ on, minute }) => `${words.routine.days[on]} ${clockTime(minute)}`) ?? []),
        ...(every === undefined ? [] : [words.routine.onHoliday[every.onHoliday]]),
        ...(person.length === 0 ? [] : [facts.ledBy(naming.list(person))]),
        ...(owner.length === 0 ? [] : [(person.length === 0 ? facts.ledBy : facts.elseBy)(naming.who(owner))]),
        ...(invite.length === 0 ? [] : [facts.invites(naming.who(invite, words.both))]),
        ...(figures.length === 0
          ? []
          : [facts.looksAt(naming.list(figures.map((one) => Text.word("measure", one, naming.language))))])
      ]
      return [
        `${naming.channel(name)}${words.aside(says.join(Text.form(language).comma))}${words.colon}${words.quoted(naming.text(question) ?? "")}`
      ]
    }
  )
  return [
    [facts.passive, naming.list(passive)],
    [facts.active, active.join(words.semicolon)],
    [facts.routine, routines.join(words.semicolon)]
  ]
}

const kinds = (view: PolicyView): Markup => {
  const { bundle, words, naming } = view
  const head = [words.kind.loop, words.kind.when, words.kind.steps, words.kind.promises]
  const link = (name: string, title: string): Markup =>
    tag("a", { href: `#${anchor(view, `loop-${bundle.loops.findIndex((one) => one.name === name)}`)}` }, title)
  const count = (text: number): Markup => tag("td", {}, String(text))
  const rows = bundle.loops.map((loop) => [
    rowHead(link(loop.name, naming.loop(loop))),
    tag("td", {}, naming.condition(loop.when)),
    count(loop.gates.length),
    count(bundle.clocks.filter((clock) => naming.loopsOf(clock).includes(loop)).length)
  ])
  return markupTable(head.map(columnHead), rows)
}

const sources = ({ sources: all, words, context }: PolicyView): readonly Markup[] => {
  const { language, texts } = context
  if (all.length === 0) return []
  const { title, asOf, checked, clauses } = words.source
  const rows = all.map((source) => [
    inLanguage(source.title, language, language) ?? source.cite,
    source.asOf ?? texts.packs.notDated,
    texts.packs.checked[source.checked],
    String(source.clauses.length)
  ])
  return [under(words.sources, wideTable([title, asOf, checked, clauses], rows), paragraph(texts.packs.notLaw))]
}

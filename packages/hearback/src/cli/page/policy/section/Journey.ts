/**
 * Shows the loop of each kind of feedback: a figure, its steps one by one, and what reopens a case or ends it early.
 */
import { type Bundle, evidenceForm, Gate, type Policy, Text } from "@hearback/core"
import { isRoutine } from "../../../render/policy/PolicyTitles.ts"
import { type Markup, tag } from "../../Markup.ts"
import { anchor, type PolicyView, pairs, paragraph, under } from "../part/PolicyView.ts"
import { wideTable } from "../part/Tables.ts"
import { timeText, variedText } from "../part/TimeText.ts"
import { inTurn, journeyPicture } from "../picture/JourneyPicture.ts"
import { subjectText } from "./Messages.ts"
import { surveys } from "./Surveys.ts"

/** Makes the section. */
export const journey = (view: PolicyView): readonly Markup[] => {
  const { bundle, words } = view
  // The loop with the most steps comes first, because most readers look for it.
  const loops = [...bundle.loops].sort((a, b) => b.gates.length - a.gates.length)
  return [paragraph(words.journeySays), ...loops.map((loop) => wayOf(loop, view)), ...surveys(view), ...endings(view)]
}

/** Draws a loop, the same on every page. */
export const wayPicture = (loop: Bundle.LoopRule, { bundle, words, naming }: PolicyView): Markup =>
  journeyPicture(loop, bundle, words, naming)

const wayOf = (loop: Bundle.LoopRule, view: PolicyView): Markup => {
  const { bundle, words, naming } = view
  const steps = inTurn(loop).map((gate) => tag("li", {}, ...stepOf(loop, gate, view)))
  return tag(
    "div",
    { class: "part way", id: anchor(view, `loop-${bundle.loops.indexOf(loop)}`) },
    tag("h3", {}, words.loop(naming.loop(loop))),
    paragraph(words.appliesTo(naming.condition(loop.when))),
    tag(
      "div",
      { class: loop.gates.length > 3 ? "beside many" : "beside" },
      tag("figure", {}, wayPicture(loop, view)),
      tag("ol", { class: "steps" }, ...steps)
    ),
    ...reopening(loop, view)
  )
}

const stepOf = (loop: Bundle.LoopRule, gate: Bundle.GateRule, view: PolicyView): readonly Markup[] => {
  const { words, naming, bundle, context, policy } = view
  const { step } = words
  const gates = (names: readonly string[]): string => naming.list(names.map((name) => naming.gate(loop, name)))
  const clocks = bundle.clocks.filter((clock) => clock.gate === gate.name && naming.loopsOf(clock).includes(loop))
  const { orExplain, silence } = gate
  return [
    tag(
      "h4",
      {},
      naming.gate(loop, gate.name),
      " ",
      tag(
        "small",
        { class: gate.side === "customer-loop" ? "side customer" : "side system" },
        Text.word("side", gate.side, context.language)
      )
    ),
    pairs([
      [step.when, gate.when && naming.condition(gate.when)],
      [
        step.after,
        gate.after.length > 0 ? gates(gate.after) : isRoutine(bundle, loop) ? words.routine.atOnce : step.atOnce
      ],
      [step.by, naming.who(gate.by)],
      [step.notBy, gates(gate.notBy)],
      [step.signOff, naming.who(gate.signOff, words.both)],
      [step.evidence, evidenceText(gate, policy, view)],
      ...clocks.map(
        (clock) =>
          [
            step.time,
            step.from(
              timeText(clock, words, naming),
              naming.list(clock.from.map((from) => naming.trigger(from, [loop])))
            )
          ] as const
      ),
      [step.onlyWithin, gate.onlyWithin && variedText(gate.onlyWithin, naming.length, words, naming)],
      [step.insteadOf, gates(gate.insteadOf)],
      [
        step.explain,
        orExplain &&
          [
            step.explainBy(naming.who(orExplain.by)),
            ...(orExplain.when === undefined ? [] : [step.explainIf(naming.condition(orExplain.when))]),
            ...(orExplain.signOff === undefined ? [] : [step.signedBy(naming.who(orExplain.signOff, words.both))])
          ].join(words.comma)
      ],
      [step.tell, gate.tell && messageLink(gate.tell, view)],
      [step.notify, naming.who(gate.notify, words.both)],
      [
        step.rounds,
        gate.rounds === undefined
          ? undefined
          : words.rounds(gate.rounds, gate.arbiter === undefined ? undefined : naming.one(gate.arbiter))
      ],
      [step.observe, gate.observe && variedText(gate.observe, naming.length, words, naming)],
      [step.proof, (gate.proof ?? gate.observe) && words.proofs[gate.proof ?? "no-recurrence"]],
      [step.failed, gate.ifFailed && step.backTo(naming.gate(loop, gate.ifFailed))],
      [step.survey, gate.survey && naming.channel(gate.survey)],
      [
        step.silence,
        silence &&
          step.silent(
            naming.length(silence.after),
            silence.attempts,
            silence.channelsUsed,
            silence.closes === "customer-loop"
          )
      ],
      [step.order, gate.outOfOrder === "recorded" ? step.recorded : undefined],
      [step.basis, gate.basis]
    ])
  ]
}

/** Returns the evidence of a gate, with its choices if they are few. */
const evidenceText = (gate: Bundle.GateRule, policy: Policy.Policy, { words, naming, context }: PolicyView): string => {
  const fields = evidenceForm(policy, gate, Gate.at({}, gate.name), {})
  if (fields === undefined) return words.step.reply
  const required = fields.filter((field) => field.required)
  const named = required.map(({ name, isFact, choices, each }) => {
    const title = isFact ? naming.fact(name) : Text.word("evidence", name, context.language)
    const parts =
      each?.filter((part) => part.required).map((part) => Text.word("evidence", part.name, context.language)) ?? []
    const offered =
      isFact || name === "category"
        ? []
        : (choices ?? []).map((choice) => Text.word("evidence", choice, context.language))
    const more = parts.length > 1 ? parts : offered
    return more.length === 0 ? title : title + words.aside(naming.list(more))
  })
  // The evidence of an effectiveness check is what it observes.
  const nothing = gate.observe === undefined ? words.step.nothing : ""
  return named.length === 0 ? nothing : naming.list(named)
}

/** Returns a message by its subject, in the row of its gate. */
const messageLink = (name: string, view: PolicyView): Markup => {
  const message = view.bundle.messages[name]
  const title = message?.subject === undefined ? Text.readable(name) : subjectText(message, view)
  return tag("a", { href: `#${anchor(view, `message-${name}`)}` }, view.words.quoted(title))
}

const reopening = (loop: Bundle.LoopRule, { words, naming }: PolicyView): readonly Markup[] => {
  if (loop.reopen.length === 0) return []
  const { cause, when, within, backTo, atMost, unlimited } = words.reopen
  const rows = loop.reopen.map((rule) => [
    words.cause(rule.cause),
    rule.when === undefined ? words.always : naming.condition(rule.when),
    naming.length(rule.within),
    naming.gate(loop, rule.backTo),
    rule.atMost === undefined ? unlimited : String(rule.atMost)
  ])
  return [tag("h4", {}, words.reopening), wideTable([cause, when, within, backTo, atMost], rows)]
}

const endings = ({ bundle, words, naming }: PolicyView): readonly Markup[] => {
  if (bundle.endings.length === 0) return []
  const { name, by, fields, closes } = words.ending
  const rows = bundle.endings.map((ending) => [
    words.endingNames[ending.name],
    naming.who(ending.by),
    ending.fields.length === 0 ? words.none : naming.list(ending.fields.map(naming.fact)),
    words.closes[ending.closes]
  ])
  return [under(words.endings, wideTable([name, by, fields, closes], rows))]
}

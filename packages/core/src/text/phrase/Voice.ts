/** The voice of a language: its words and forms, over a reader's view of a case. */
import { type Timer, timerNamed } from "../../case/track/Timer.ts"
import { type ActorName, isMachine, parse } from "../../people/Actor.ts"
import type { Language } from "../../policy/Rule.ts"
import { named } from "../../who/Signature.ts"
import { type Texts, texts } from "../catalogue/Texts.ts"
import { opt, quoted, readable } from "../shape/Said.ts"
import type { LineContext } from "../shape/View.ts"
import type { Voice, Wording } from "../shape/Voice.ts"
import { say } from "./Amount.ts"
import { dateInLetter, instant } from "./Dates.ts"
import { length } from "./Lengths.ts"
import { listed, names } from "./Lists.ts"
import { word } from "./Words.ts"

/** Returns the words and lists of a language. */
export const wording = (language: Language): Wording => {
  const called = (name: string): string => meant(name, language)
  return {
    language,
    form: texts[language].form,
    word: (area, name) => word(area, name, language),
    list: (items, last) => listed(items, language, last),
    names: (list, last) => names(list, language, last),
    date: (date) => dateInLetter(date, language),
    called,
    anyOf: (list, last = "or", owner = "") =>
      listed(
        list.map((name) => {
          const said = called(name)
          return name === "owner" && owner !== "" && !isMachine(owner) ? `${said} ${quoted(owner)}` : said
        }),
        language,
        last
      )
  }
}

/** Returns the phrases of a language over a reader's view. */
export const voice = (language: Language, view: LineContext): Voice => {
  const { form, phrase, words } = texts[language]
  const title = (name: string): string => form.quote(view.gateTitle(name))
  const who = (name: ActorName): string => whoIs(name, language, view)
  const because = (reason: string): string => word("because", reason, language)
  return {
    ...wording(language),
    view,
    who,
    gate: title,
    title: view.title,
    role: (name) => {
      const said = word("who", name, language)
      return said === name ? view.title("role", name) : said
    },
    message: (name) =>
      Object.hasOwn(words.message, name) ? word("message", name, language) : phrase.message(readable(name)),
    value: (fact, value) =>
      typeof value === "boolean" ? texts[language].letter[value ? "yes" : "no"] : view.valueTitle(fact, String(value)),
    clock: (name) => wait(name, language, title, (department) => view.title("department", department)) ?? title(name),
    when: (at, from) => instant(at, from, view.zone, language, false),
    due: (at, from) => (at === null ? phrase.noDue : instant(at, from, view.zone, language, true)),
    length: (target) => length(target, language),
    because,
    why: (reason) => opt(reason, (text) => `${form.colon}${because(text)}`),
    said: ({ by, onBehalfOf }) => (onBehalfOf === undefined ? "" : phrase.onBehalf(who(by))),
    amount: (power, value) => say(power, value, view.money),
    place: (rule) => (rule === undefined ? undefined : view.place(rule))
  }
}

/** A who-word in plain words; roles and people between backticks. */
const meant = (name: string, language: Language): string => {
  const signatory = named(name)
  if (signatory._tag === "Department") return texts[language].phrase.department(quoted(signatory.department))
  const actor = parse(name)
  if (actor.kind === "system") return word("system", actor.part, language)
  if (actor.kind === "customer") return quoted(actor.id)
  const said = word("who", name, language)
  return said === name ? quoted(name) : said
}

/** Returns what an actor is called: people and customers by name, parts of the system by what they are. */
export const whoIs = (name: ActorName, language: Language, view: LineContext): string => {
  const actor = parse(name)
  switch (actor.kind) {
    case "person":
    case "customer":
      return view.name(actor.id)
    case "anonymous":
      return word("who", "customer", language)
    case "system":
      return word("system", actor.part, language)
    case "channel":
      return texts[language].phrase.channel(view.title("channel", actor.channel))
  }
}

/**
 * Returns what the clock of a timer waits for; undefined for a promise, which goes by its gate. `title` says what a gate is
 * called, `department` what a department is.
 */
export const wait = (
  clock: string,
  language: Language,
  title: (gate: string) => string,
  department: (name: string) => string = (name) => name
): string | undefined => {
  const timer = timerNamed(clock)
  return timer && waited(timer, texts[language].wait, title, department)
}

/** Says what a timer waits for; the others go by the name of their clock. */
const waited = (
  timer: Timer,
  say: Texts["wait"],
  title: (gate: string) => string,
  department: (name: string) => string
): string | undefined => {
  switch (timer._tag) {
    case "TakeUp":
      return say.takeUp
    case "Handover":
      return say.handover
    case "OnCall":
      return say.onCall
    case "Shift":
      return say.shift
    case "Part":
      return say.part(department(timer.department))
    case "Approval":
      return say.approval
    case "Action":
      return say.action(title(timer.gate), timer.action)
    case "Silence":
      return say.silence(title(timer.gate))
    case "Retention":
      return say.retention
    case "Observation":
      return say.observation(title(timer.gate))
    case "Door":
    case "Override":
    case "Later":
      return undefined
  }
}

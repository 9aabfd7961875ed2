/** How events are told: the reader's view of a case, and the small phrases that every line shares. */

import type { Spoken } from "../../case/track/Spoken.ts"
import { type Timer, timerNamed } from "../../case/track/Timer.ts"
import type { EventOf } from "../../case/track/Track.ts"
import { type ActorName, parse } from "../../people/Actor.ts"
import type { Language, RuleId } from "../../policy/Bundle.ts"
import type { Instant } from "../../time/Instant.ts"
import type { Target } from "../../time/Target.ts"
import { renderTarget } from "../../time/Target.ts"
import type { Zone } from "../../time/Zone.ts"
import type { Limit } from "./Amount.ts"
import { instant } from "./Dates.ts"
import { listed, opt, zh } from "./Said.ts"
import { type Area, word } from "./Words.ts"

/** What a line needs beside its event: the reader's zone, and names for ids. */
export interface View {
  readonly zone: Zone
  /** Where a rule stands, such as `policy.yaml:12`. */
  readonly place: (rule: RuleId) => string | undefined
  readonly name: (personId: string) => string
  readonly gateTitle: (gate: string) => string
  readonly dimensionTitle: (dimension: string) => string
  /** Units: minor units of the policy's currency. */
  readonly money: (minor: number) => string
  /** The limit that a rule sets, where the policy at hand still has it. */
  readonly limit?: (rule: RuleId) => Limit | undefined
}

export interface Voice {
  readonly language: Language
  readonly view: View
  /** A person, or the engine itself. */
  readonly who: (id: string) => string
  readonly gate: (name: string) => string
  /** A promise is called as its gate, a timer by what it waits for. */
  readonly clock: (name: string) => string
  readonly word: (area: Area, name: string) => string
  readonly list: (items: readonly string[], last?: "and" | "or") => string
  /** An instant as seen from another: the time alone on the same day. */
  readonly when: (at: Instant, from: Instant) => string
  /** A deadline; one that ends a day is said as 24:00 of it. */
  readonly due: (at: Instant | null, from: Instant) => string
  readonly length: (target: Target) => string
  /** A person's own reason, or the words for the engine's. */
  readonly because: (reason: string) => string
  readonly place: (rule: RuleId | undefined) => string | undefined
}

/** One line for each event of a table of bodies, in every language. */
export type Lines<Bodies> = {
  readonly [T in keyof Bodies]: Readonly<Record<Language, (event: EventOf<Bodies, T>, v: Voice) => string>>
}

/** Returns the phrases of a language over a reader's view. */
export const voice = (language: Language, view: View): Voice => {
  const title = (name: string): string => `“${view.gateTitle(name)}”`
  return {
    language,
    view,
    who: (name) => whoIs(name, language, view),
    gate: title,
    clock: (name) => {
      const timer = timerNamed(name)
      return (timer === undefined ? undefined : waited(timer, language, title)) ?? title(name)
    },
    word: (area, name) => word(area, name, language),
    list: (items, last) => listed(items, language, last),
    when: (at, from) => instant(at, from, view.zone, language, false),
    due: (at, from) =>
      at === null ? (language === "en" ? "no set time" : "未定") : instant(at, from, view.zone, language, true),
    length: (target) => renderTarget(target, language),
    because: (reason) => word("because", reason, language),
    place: (rule) => (rule === undefined ? undefined : view.place(rule))
  }
}

/** `: reason`, or nothing. */
export const why = (v: Voice, reason: string | undefined): string =>
  opt(reason, (text) => `${v.language === "en" ? ": " : "："}${v.because(text)}`)

/** Says who entered a word of the customer's on their behalf, or nothing. */
export const said = ({ by, onBehalfOf }: Spoken, v: Voice): string => {
  if (onBehalfOf === undefined) return ""
  return v.language === "en" ? `, says ${v.who(by)} on their behalf` : zh`（${v.who(by)} 代客户录入）`
}

/** People and customers by name, parts of the system by what they are. */
const whoIs = (name: ActorName, language: Language, view: View): string => {
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
      return language === "en" ? `channel ${actor.channel}` : `渠道 ${actor.channel}`
  }
}

/** Returns what the clock of a timer waits for; undefined for a promise, which goes by its gate. */
export const wait = (clock: string, language: Language, gateTitle: (gate: string) => string): string | undefined => {
  const timer = timerNamed(clock)
  return timer && waited(timer, language, gateTitle)
}

/** Says what a timer waits for; the others go by the name of their clock. */
const waited = (timer: Timer, language: Language, title: (gate: string) => string): string | undefined => {
  const en = language === "en"
  switch (timer._tag) {
    case "TakeUp":
      return en ? "taking up the case" : "认领"
    case "Handover":
      return en ? "accepting the handover" : "接收移交"
    case "OnCall":
      return en ? "accepting the call" : "值班接手"
    case "Shift":
      return en ? "the end of the owner's shift" : "首问人下班"
    case "Part":
      return en ? `the part of department ${timer.department}` : zh`部门 ${timer.department} 的答复`
    case "Approval":
      return en ? "deciding the request" : "审批"
    case "Action": {
      const [gate, number] = [title(timer.gate), timer.action]
      return en ? `action ${number} of ${gate}` : zh`${gate} 的第 ${number} 项措施`
    }
    case "Silence":
      return en ? `the customer's answer to ${title(timer.gate)}` : zh`客户对 ${title(timer.gate)} 的答复`
    case "Retention":
      return en ? "deletion of the record" : "档案保存"
    case "Observation":
      return en ? `the observation for ${title(timer.gate)}` : zh`${title(timer.gate)} 的观察期`
    case "Door":
    case "Override":
    case "Later":
      return undefined
  }
}

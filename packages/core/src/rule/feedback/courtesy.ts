/**
 * Recognises messages that contain nothing but thanks. Nothing follows from such a message, so any further word that is
 * not known to be harmless makes it a normal message.
 */

import type { Gathered } from "../../case/Gathered.ts"
import type { DictionaryClassification } from "../../language/Classification.ts"
import type { Meant } from "../../language/Meaning.ts"
import type { Policy } from "../../policy/Policy.ts"

/** The name of the signal that marks words of thanks. */
const SIGNAL = "courtesy"

/** Words that stand beside thanks and say nothing. */
const around = new Set(
  (
    "a again all an and bye day dear ever everyone everybody folks for from good great hello help hey hi i it its i'm kind " +
    "kindly lot lots many me much my nice now of ok okay one regards so sir ma'am madam mr mrs ms team that that's the " +
    "this to very we weekend well with you you're your yours best have"
  )
    .split(" ")
    .concat([..."您你们了啊呀的哦好已大家辛苦啦吧多非常真太是很再见先生女士我这那就都也嗯哈呢嘛噢喔给跟和在经行谢"])
)

/** Signs that go with thanks. Any other picture may say something else. */
const friendly = /[🙏👍👌👏🙂😊😀😃😄😁😇🤗🥰😍😘❤💕💐🌹🌷🎉✅✔🤝💪🫶☺♥🙌✌🍻]|\ufe0f|\u200d|[\u{1f3fb}-\u{1f3ff}]/gu

/** Returns the names that thanks may contain: those of the staff, and the customer's own. */
export const called = ({ people, customer }: Gathered, customerName?: string): readonly string[] => [
  ...people.map(({ name }) => name),
  customerName ?? customer?.name ?? ""
]

/** Returns whether any word of the texts thanks. */
export const mayThank = (texts: readonly Meant[]): boolean =>
  texts.some(({ meaning }) => meaning.signalHits.some(({ signal }) => signal === SIGNAL))

/**
 * Returns whether a text contains nothing but thanks. `found`: what its words show; `names`: those of the staff and of
 * the customer.
 */
export const isCourtesy = (
  policy: Policy,
  text: string,
  found: DictionaryClassification,
  names: readonly string[] = []
): boolean => {
  if (!found.signals.includes(SIGNAL) || found.signals.length > 1) return false
  if (found.hits.length > 0 || found.emotionHits.length > 0 || text.includes("?") || text.includes("？")) return false
  const { stronger, weaker } = policy.bundle.dictionary
  const taken = [...found.signalHits, ...found.kindHits.filter(({ kind }) => kind === "praise")]
  if (found.kindHits.length > taken.length - found.signalHits.length) return false
  let rest = ""
  for (let i = 0; i < found.read.length; i += 2)
    for (let at = found.read[i] as number; at < (found.read[i + 1] as number); at++)
      rest += taken.some(({ start, end }) => at >= start && at < end) ? " " : text[at]
  rest = rest.toLowerCase().replaceAll("’", "'").replace(friendly, " ")
  for (const word of [...stronger, ...weaker]) rest = without(rest, word.toLowerCase())
  return isAround(rest) || isAround(unnamed(rest, names))
}

const isAround = (rest: string): boolean =>
  !/\p{Extended_Pictographic}/u.test(rest) &&
  (rest.match(/\p{Script=Han}|[\p{L}\p{M}\p{N}'’]+/gu) ?? []).every((word) => around.has(word))

/**
 * Returns how a name may be used: first name or surname of a Latin name; a Chinese name whole or without its surname.
 */
const calledBy = (name: string): readonly string[] => {
  const called = name.trim().toLowerCase()
  return /^\p{Script=Han}{3,}$/u.test(called) ? [called, called.slice(1)] : called.split(/\s+/)
}

/** Returns a text without names, since thanks by name or with a signature are still only thanks. */
const unnamed = (text: string, names: readonly string[]): string => {
  let rest = text
  for (const name of names)
    for (const part of calledBy(name)) if (part !== "" && rest.includes(part)) rest = without(rest, part)
  return rest
}

/** Removes a Latin word where it stands alone. */
const without = (text: string, word: string): string =>
  /\p{Script=Han}/u.test(word)
    ? text.replaceAll(word, " ")
    : ` ${text} `
        .split(new RegExp(`(?<=[^\\p{L}\\p{N}])${word.replace(/[^\p{L}\p{N} ]/gu, "\\$&")}(?=[^\\p{L}\\p{N}])`, "u"))
        .join(" ")

/**
 * Removes personal data from errors of adapters. An adapter may quote an address or the customer's words in an error,
 * and these must not get into a host's log.
 *
 * Invariant: of an error only its name, its code, its cleaned message and its place are passed on.
 */
import { Messages, Visible } from "@hearback/core"
import { isOwnSentence } from "./OwnSentence.ts"
import { quotationsIn } from "./Quotation.ts"

const hidden = "[personal]"

/** The number of causes of an error that are kept. */
const mostCauses = 4
const mostText = 20_000
/** The number of characters of a message that are kept. */
const mostSaid = 1_000

/** Returns a text in which everything is hidden that it quotes from the personal texts (see `quotationsIn`). */
export const withoutPersonal = (text: string, personal: readonly string[]): string => {
  let cleaned = ""
  let end = 0
  for (const quoted of quotationsIn(
    text,
    personal.map((one) => one.slice(0, mostText))
  )) {
    cleaned += text.slice(end, quoted.start) + hidden
    end = quoted.end
  }
  return cleaned + text.slice(end)
}

/**
 * Returns why a channel did not take a message, in one line, cut, with personal data replaced by an ellipsis. Staff of
 * several cases may read it.
 */
export const reasonSaid = (reason: string, personal: readonly string[]): string => {
  const said = withoutPersonal(reason.slice(0, mostText), personal).replaceAll(hidden, "…")
  return Visible.cutLine(Visible.visibleLine(said.replace(/\s+/gu, " ").trim()), Messages.longestReason)
}

/** Returns every text within a value, such as a command or feedback. */
export const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value]
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** Returns an error with the same name, code and place, without personal data. */
export const cleanedError = (cause: unknown, personal: readonly string[], depth = 1): Error => {
  if (!(cause instanceof Error)) return new Error(withoutPersonal(String(cause), personal).slice(0, mostSaid))
  const inner =
    cause.cause === undefined || depth >= mostCauses ? {} : { cause: cleanedError(cause.cause, personal, depth + 1) }
  const said = isOwnSentence(cause) ? cause.message : withoutPersonal(cause.message.slice(0, mostText), personal)
  return saying(cause, said.slice(0, mostSaid), inner)
}

/** Returns an error with the same name, code and place, without its message. */
export const withheld = (cause: unknown): Error => {
  const said = "what it says is withheld"
  return cause instanceof Error ? saying(cause, said, {}) : new Error(said)
}

const saying = (error: Error, message: string, inner: { readonly cause?: Error }): Error => {
  const { code } = error as { readonly code?: unknown }
  // The first lines of a stack repeat the message.
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line))
  return Object.assign(new Error(message, inner), {
    name: error.name,
    stack: [`${error.name}: ${message}`, ...frames].join("\n"),
    ...(typeof code === "string" || typeof code === "number" ? { code } : {})
  })
}

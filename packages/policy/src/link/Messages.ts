/**
 * Normalises messages. A message can be written as its text, as a text in several languages, or as a map with `text`
 * or `file`. All
 * are converted to the map before merging, so that a policy that rewrites the text of a pack keeps the pack's
 * `must-say`.
 */
import { languageTag } from "../outline/ReservedNames.ts"
import { get, type MapTree, type Tree, wordOf } from "./Tree.ts"

/** Returns the tree of a file with every message as a map. */
export const withWholeMessages = (root: MapTree): MapTree => mapped(root, whole)

/** Returns the tree with every message in its shortest form. */
export const withShortMessages = (root: MapTree): MapTree => mapped(root, short)

const mapped = (root: MapTree, change: (message: Tree) => Tree): MapTree => {
  const messages = get(root, "messages")
  if (messages?._tag !== "Map") return root
  const entries = new Map([...messages.entries].map(([name, message]) => [name, change(message)]))
  return { ...root, entries: new Map(root.entries).set("messages", { ...messages, entries }) }
}

const whole = (message: Tree): Tree => {
  const isText = message._tag === "Scalar" ? wordOf(message) !== "removed" : isByLanguage(message)
  if (!isText) return message
  const { path, named, span } = message
  return { _tag: "Map", path, named, span, entries: new Map([["text", message]]) }
}

const isByLanguage = (message: Tree): boolean =>
  message._tag === "Map" &&
  message.entries.size > 0 &&
  [...message.entries.keys()].every((key) => languageTag.test(key))

const short = (message: Tree): Tree => {
  const text = get(message, "text")
  return text === undefined || message._tag !== "Map" || message.entries.size > 1
    ? message
    : { ...text, named: message.named }
}

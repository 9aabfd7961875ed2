/** Reports a word that is not allowed, with the allowed words and the one that was probably meant. */
import { nearest } from "@hearback/policy"
import type { FrameTexts } from "../text/en/Frame.ts"
import { type CommandFault, cannotRun } from "./Fault.ts"

/** Returns the question whether another word was meant; undefined if no word is near. */
export const suggestionOf = (written: string, words: readonly string[], frame: FrameTexts): string | undefined => {
  const guess = nearest(written, words)
  return guess === undefined ? undefined : frame.didYouMean(guess.word)
}

/** Throws `CannotRun` with the allowed words and the nearest of them. */
export const notAmong = (
  fault: Pick<CommandFault, "code" | "message">,
  written: string,
  words: readonly string[],
  frame: FrameTexts
): never =>
  cannotRun({
    ...fault,
    expected: words.length === 0 ? frame.noneKnown : frame.oneOf(words.map(short)),
    help: suggestionOf(written, words, frame)
  })

const LONGEST = 60

/** Shortens a word, because a file in a wrong encoding can be one long word. */
const short = (word: string): string => (word.length > LONGEST ? `${word.slice(0, LONGEST)}…` : word)

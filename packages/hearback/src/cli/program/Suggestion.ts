/** A word that is none of those allowed: which there are, and which one was probably meant. */
import { nearest } from "@hearback/policy"
import type { FrameTexts } from "../text/en/Frame.ts"
import { type CommandFault, cannotRun } from "./Fault.ts"

/** Returns the question whether another word was meant, or nothing when no word is near. */
export const suggestionOf = (written: string, words: readonly string[], frame: FrameTexts): string | undefined => {
  const guess = nearest(written, words)
  return guess === undefined ? undefined : frame.didYouMean(guess.word)
}

/** Throws `CannotRun` with the words that are allowed and the nearest of them. */
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

/** A file that is read in a wrong encoding can be one word. */
const short = (word: string): string => (word.length > LONGEST ? `${word.slice(0, LONGEST)}…` : word)

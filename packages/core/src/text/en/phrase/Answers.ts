/** The words that people answer with, and a mark of a scale: an answer is read in every language. */

export const answers = {
  yes: ["yes", "y", "yeah"],
  no: ["no", "n", "nope"],
  skip: ["skip", "pass", "-"],
  none: ["none"],
  /** The best mark there is. */
  fullMark: [] as readonly string[],
  /** Between a mark and the best one. */
  of: ["out of"] as readonly string[],
  /** What stands behind a mark; part of a pattern. */
  point: ["points?", "stars?"]
}

/** Errors whose sentences the engine wrote itself. They quote nobody, so they are shown unchanged. */

const ours = new WeakSet<Error>()

/** Marks an error as one with the engine's own sentence. */
export const ownSentence = <E extends Error>(error: E): E => {
  ours.add(error)
  return error
}

/** Returns whether an error has the engine's own sentence. */
export const isOwnSentence = (error: Error): boolean => ours.has(error)

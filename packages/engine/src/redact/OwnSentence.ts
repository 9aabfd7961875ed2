/** Errors whose sentences the engine writes itself. They quote nobody: nothing of them is hidden. */

const ours = new WeakSet<Error>()

/** Marks an error as one whose sentence is the engine's own. */
export const ownSentence = <E extends Error>(error: E): E => {
  ours.add(error)
  return error
}

export const isOwnSentence = (error: Error): boolean => ours.has(error)

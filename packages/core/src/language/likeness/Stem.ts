/** Returns the stem of an English word: without its endings; what is left need be no word. */
export const stem = (word: string): string => {
  const plain = word.replace(/'s?$|'/g, "")
  return plain.length > 4 ? plain.replace(/(?:ies|ied|y)$/, "i").replace(/(?:ings?|ed|es|s|ly|e)$/, "") : plain
}

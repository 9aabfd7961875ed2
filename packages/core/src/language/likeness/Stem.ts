/** Returns the stem of an English word, that is, without its endings. The stem need not be a word. */
export const stem = (word: string): string => {
  const plain = word.replace(/'s?$|'/g, "")
  return plain.length > 4 ? plain.replace(/(?:ies|ied|y)$/, "i").replace(/(?:ings?|ed|es|s|ly|e)$/, "") : plain
}

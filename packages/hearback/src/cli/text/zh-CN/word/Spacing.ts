/** Blanks between Chinese and Latin letters in sentences that are put together; what stands in quotation marks stays. */

const seam =
  /(?<=[A-Za-z])(?=\p{Script=Han})|(?<=\p{Script=Han})(?=[A-Za-z])|(?<=[\d%])(?=[或为])|(?<=[或为由])(?=\d)/gu

const spacedText = (text: string): string =>
  text
    .split(/(“[^”]*”)/)
    .map((part) => (part.startsWith("“") ? part : part.replace(seam, " ")))
    .join("")

/** Returns the same texts; each sentence that they put together has its blanks. */
export const spaced = <Texts>(texts: Texts): Texts => {
  if (typeof texts === "function")
    return ((...values: readonly unknown[]) => {
      const said: unknown = texts(...values)
      return typeof said === "string" ? spacedText(said) : said
    }) as Texts
  if (typeof texts !== "object" || texts === null || Array.isArray(texts)) return texts
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, spaced(text)])) as Texts
}

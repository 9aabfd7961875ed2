/** Where Chinese has a blank: where scripts meet, and never beside a full-width mark. */

const han = /\p{Script=Han}/u
const mark = /[，。；：、（）“”《》！？]/u

/** Joins two pieces: a blank between them stays only where scripts meet, never beside a full-width mark. */
const glue = (left: string, right: string): string => {
  if (right === "") return left
  if (!left.endsWith(" ") && !right.startsWith(" ")) return left + right
  const [before, after] = [left.trimEnd(), right.trimStart()]
  if (after === "") return left.endsWith(" ") ? left : `${left} `
  const [a, b] = [[...before].at(-1) ?? "", [...after][0] ?? ""]
  const none = a === "" || mark.test(a) || mark.test(b) || (han.test(a) && han.test(b))
  return before + (none ? "" : " ") + after
}

/** Writes Chinese: the template stands with blanks about each value, and those that the value makes needless go. */
export const zh = (parts: TemplateStringsArray, ...values: readonly (string | number)[]): string =>
  values.reduce<string>((text, value, i) => glue(glue(text, String(value)), parts[i + 1] ?? ""), parts[0] ?? "").trim()

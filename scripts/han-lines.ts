const ends = /[\p{Script=Han}，。、；：）”]$/u
const begins = /^\s*[\p{Script=Han}（“]/u

/**
 * Returns a page in which Chinese sentences of several lines are on one line, since a browser shows a line break as a
 * blank. Headings, rows of tables and fences do not change.
 */
export const joinHan = (page: string): string => {
  const lines: string[] = []
  let isCode = false
  for (const line of page.split("\n")) {
    const isFence = /^\s*(```|~~~)/.test(line)
    const before = lines.at(-1) ?? ""
    const isProse = !isCode && !isFence && !/^(#|\||\s*(```|~~~))/.test(before)
    if (isFence) isCode = !isCode
    if (isProse && ends.test(before) && begins.test(line)) lines[lines.length - 1] = before + line.trimStart()
    else lines.push(line)
  }
  return lines.join("\n")
}

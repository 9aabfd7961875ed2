/**
 * Renders a text of the policy as HTML: paragraphs, lines, lists and `**strong**`. Everything else stays text, since it
 * contains words of customers and staff; none of it can become a tag, an attribute or a link.
 */

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => escapes[one] ?? one)

const item = /^\s*[-*•]\s+/

const inline = (text: string): string => escaped(text).replace(/\*\*(\S(?:[^*\n]*\S)?)\*\*/g, "<strong>$1</strong>")

const block = (paragraph: string): string => {
  const lines = paragraph.split("\n")
  if (lines.every((line) => item.test(line)))
    return `<ul>${lines.map((line) => `<li>${inline(line.replace(item, ""))}</li>`).join("")}</ul>`
  return `<p>${lines.map(inline).join("<br>")}</p>`
}

/** Returns a text as HTML. */
export const htmlOf = (text: string, language: string): string => {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== "")
  return `<div lang="${language}">${paragraphs.map((one) => block(one.trim())).join("")}</div>`
}

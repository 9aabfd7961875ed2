/** What differs by the form of a language: lengths, percent, days of the week, quotes, what it calls itself. */
export const form = {
  /** What this language is called by those who speak it. */
  name: "English",
  /** Written in Chinese characters. */
  isHan: false,
  /** Between two lines that are one paragraph. */
  lineBreak: " ",
  percent: (number: string) => `${number}%`,
  unit: { day: "d", hour: "h", minute: "min" },
  days: (count: string) => `${count} d`,
  ahead: (length: string) => `in ${length}`,
  late: (length: string) => `${length} late`,
  /** A level has no title, and so stands as it is. */
  level: (name: string) => name
}

export type FormTexts = typeof form

/** What differs by the form of Chinese. */
import type { FormTexts } from "../../en/word/Form.ts"

export const form: FormTexts = {
  name: "中文",
  isHan: true,
  lineBreak: "",
  percent: (number) => `${number}%`,
  unit: { day: "天", hour: "小时", minute: "分钟" },
  days: (count) => `${count} 天`,
  ahead: (length) => `还有 ${length}`,
  late: (length) => `已超期 ${length}`,
  // Among Chinese words the English word that names a level stands in quotes; P1 is no word.
  level: (name) => (/[a-z]{2}/.test(name) ? `“${name}”` : name)
}

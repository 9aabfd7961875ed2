const words = {
  en: { level: { error: "Error", warning: "Warning", info: "Information" }, avoid: "Avoid", prefer: "Prefer" },
  zh: { level: { error: "错误", warning: "警告", info: "提示" }, avoid: "应避免", prefer: "应改为" }
} as const

/** Returns the page of a finding in one language: its title, its level, its paragraph, the examples. Its file has both languages. */
export const findingIn = (page: string, language: "en" | "zh"): string => {
  const [code = "", names = "", english = "", chinese = "", ...examples] = page.split("\n\n")
  const [level = "", ...titles] = names.split(" · ")
  const isEnglish = language === "en"
  const { level: levels, avoid, prefer } = words[language]
  return [
    `${code}${isEnglish ? ": " : "："}${titles[isEnglish ? 0 : 1]}`,
    levels[level as keyof typeof levels],
    isEnglish ? english : chinese,
    ...examples
  ]
    .join("\n\n")
    .replace(/^## Avoid$/m, `## ${avoid}`)
    .replace(/^## Prefer$/m, `## ${prefer}`)
}

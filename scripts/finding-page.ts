import { format, textInChinese } from "@hearback/policy"

const words = {
  en: { level: { error: "Error", warning: "Warning", info: "Information" }, avoid: "Avoid", prefer: "Prefer" },
  zh: { level: { error: "错误", warning: "警告", info: "提示" }, avoid: "应避免", prefer: "应改为" }
} as const

/**
 * Returns the page of a finding in one language: its title, its level, its paragraph, the examples. The file has both
 * languages. The Chinese page has Chinese keys, as `explain` shows them.
 */
export const findingIn = (page: string, language: "en" | "zh"): string => {
  const [code = "", names = "", english = "", chinese = "", ...examples] = page.split("\n\n")
  const [level = "", ...titles] = names.split(" · ")
  const { level: levels, avoid, prefer } = words[language]
  const isEnglish = language === "en"
  const shown = examples
    .join("\n\n")
    .replace(/^## Avoid$/m, `## ${avoid}`)
    .replace(/^## Prefer$/m, `## ${prefer}`)
  return [
    `${code}${isEnglish ? ": " : "："}${titles[isEnglish ? 0 : 1]}`,
    levels[level as keyof typeof levels],
    isEnglish ? english : textInChinese(chinese, undefined),
    isEnglish ? shown : withChineseKeys(shown)
  ].join("\n\n")
}

/** Returns examples with Chinese keys; one that is wrong on purpose and cannot be read keeps its keys. */
const withChineseKeys = (examples: string): string =>
  examples.replace(
    /^(```yaml [^\n]*\n)([\s\S]*?)^```$/gm,
    (_, head: string, text: string) =>
      `${head}${format({ path: "policy.yaml", text }, { keys: "zh-CN" }).text ?? text}\`\`\``
  )

// The site of the documentation: English at the root, Chinese below /zh, a search in each. Its pages are laid out by
// scripts/docs.mjs.
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { defineConfig } from "@rspress/core"

const outline = JSON.parse(readFileSync(new URL("pages/outline.json", import.meta.url), "utf8"))
const ownSearcher = fileURLToPath(new URL("PageSearcher.mjs", import.meta.url))
const about = {
  en: "Closed-loop customer feedback, driven by a policy",
  zh: "按策略让客户反馈闭环"
}

export default defineConfig({
  root: "pages",
  outDir: "build",
  lang: "en",
  title: "Hearback",
  description: about.en,
  locales: [
    { lang: "en", label: "English", title: "Hearback", description: about.en },
    { lang: "zh", label: "简体中文", title: "Hearback 闭环", description: about.zh }
  ],
  // A page is read on a laptop without a network: nothing comes from elsewhere.
  llms: false,
  route: { exclude: ["outline.json"] },
  globalStyles: fileURLToPath(new URL("site.css", import.meta.url)),
  builderConfig: {
    tools: {
      rspack: (_, { appendPlugins, rspack }) =>
        appendPlugins(new rspack.NormalModuleReplacementPlugin(/^\.\/logic\/search\.js$/, ownSearcher))
    }
  },
  markdown: { link: { checkDeadLinks: true }, showLineNumbers: false },
  themeConfig: {
    // Whoever follows a link to a page reads that page, whatever the language of their browser.
    localeRedirect: "never",
    locales: [
      { lang: "en", label: "English", outlineTitle: "On this page", nav: [], sidebar: { "/": outline.en } },
      { lang: "zh", label: "简体中文", outlineTitle: "本页目录", nav: [], sidebar: { "/zh/": outline.zh } }
    ]
  }
})

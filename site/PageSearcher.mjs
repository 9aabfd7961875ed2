// Stands in place of the searcher of the generator, which shows only what has the query as a phrase. The panel, the index and
// the moment of loading stay those of the generator.
import { searchIndexHash } from "virtual-page-data"
import { excerptOf, find, indexOf, marksOf } from "./search.ts"

/** The panel counts a character that is not Latin as three. */
const widthOf = (text) => [...text].reduce((sum, sign) => sum + (sign.codePointAt(0) > 255 ? 3 : 1), 0)

const highlights = (text, query) =>
  marksOf(text, query).map(({ from, to }) => ({ start: from, length: widthOf(text.slice(from, to)) }))

const shown = (section, query) => {
  const { page, link, path } = section
  const header = path.join(" > ")
  const marked = highlights(header, query)
  if (marked.length > 0) return { type: "header", title: page.title, header, link, query, highlightInfoList: marked }
  const statement = excerptOf(section, query)
  return {
    type: "content",
    title: header,
    header,
    statement,
    link,
    query,
    highlightInfoList: highlights(statement, query)
  }
}

export class PageSearcher {
  #options
  #pages
  #index

  constructor(options) {
    this.#options = options
  }

  fetchSearchIndex() {
    const { currentLang: language } = this.#options
    const file = `/static/search_index.${language}.${searchIndexHash[`###${language}`]}.json`
    this.#pages ??= fetch(file).then((answer) => {
      if (!answer.ok) throw new Error(`${file}: ${answer.status}`)
      return answer.json()
    })
    return this.#pages
  }

  async init() {
    this.#index = indexOf(await this.fetchSearchIndex())
  }

  async match(query) {
    const found = this.#index === undefined ? [] : find(this.#index, query).flat()
    const result = found.map((section) => shown(section, query))
    return [{ group: this.#options.indexName, renderType: "default", result }]
  }
}

/** Finds survey questions whose words contradict their settings: the scale, or how often customers are asked. */
import type { UnhashedBundle } from "../../bundle/Hash.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { dig, entriesOf, get, type Tree, wordOf, wordsOf } from "../../link/Tree.ts"
import type { Reading } from "../../read/Reading.ts"
import { spanIn } from "../../read/section/Messages.ts"
import { said } from "../../text/TranslatedTexts.ts"
import { frequencySaid, scaleSaid } from "../../value/SaidInWords.ts"

/** Compares the words of questions and consents with the settings beside them. */
export const questions = (reading: Reading, { channels }: UnhashedBundle): void => {
  for (const [name, channel] of entriesOf(get(reading.root, "channels"))) {
    scale(reading, name, get(channel, "question"), get(channel, "scale"))
    for (const [fact, question] of entriesOf(get(channel, "questions")))
      scale(reading, name, get(question, "ask") ?? question, dig(reading.root, "facts", fact, "scale"))
    const { consent, frequency } = channels[name] ?? {}
    const at = get(channel, "frequency")
    if (consent === undefined || frequency === undefined || at === undefined) continue
    for (const text of textsOf(dig(reading.root, "customers", "consent", consent, "ask"))) {
      const found = frequencySaid(wordOf(text) ?? "")
      if (found !== undefined && found.frequency !== frequency)
        tell(reading, name, text, { words: found.words, key: "frequency", is: frequency }, at)
    }
  }
}

/** Returns a text, or its texts in all languages. */
const textsOf = (tree: Tree | undefined): readonly Tree[] =>
  tree?._tag === "Map" ? [...tree.entries.values()] : tree === undefined ? [] : [tree]

const scale = (reading: Reading, channel: string, question: Tree | undefined, at: Tree | undefined): void => {
  const [low, high] = wordsOf(at).map(Number)
  if (at === undefined || low === undefined || high === undefined || reading.isFaulty(at.path)) return
  for (const text of textsOf(question)) {
    const found = scaleSaid(wordOf(text) ?? "")
    if (found !== undefined && (found.high !== high || (found.low ?? low) !== low))
      tell(reading, channel, text, { words: found.words, key: "scale", is: `${low}-${high}` }, at)
  }
}

const tell = (
  reading: Reading,
  channel: string,
  text: Tree,
  { words, key, is }: { readonly words: string; readonly key: string; readonly is: string },
  at: Tree
): void => {
  if (text.named.file.path.startsWith("pack:") && at.named.file.path.startsWith("pack:")) return
  const place = related(
    at.named,
    said((t) => t.place.setting),
    true
  )
  reading.say(
    "channel/says-otherwise",
    text,
    { channel, says: words, key, is },
    { span: spanIn(text, words), related: [place] }
  )
}

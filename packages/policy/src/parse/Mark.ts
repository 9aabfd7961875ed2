/**
 * Reports what the policy language does not allow of YAML: tags, anchors, aliases, tabs, directives, a second
 * document.
 */
import { defined } from "@hearback/core"
import { type Diagnostic, diagnose, related } from "../diagnostic/Diagnostic.ts"
import { lineBounds, placeAt, type SourceFile, type Span, span, written } from "../source/SourceFile.ts"
import { said } from "../text/TranslatedTexts.ts"
import { indentationAt, meantIndentation } from "./Indentation.ts"
import { testsOn } from "./UnquotedTexts.ts"
import type { YamlMark } from "./Yaml.ts"

/** Returns the findings about such marks. */
export function markDiagnostics(file: SourceFile, marks: ReadonlyArray<YamlMark>): ReadonlyArray<Diagnostic> {
  const anchors = new Map<string, Span>()
  for (const { kind, span: at } of marks) if (kind === "anchor") anchors.set(written(at).slice(1), at)
  return marks.flatMap((mark) => wordsFor(file, mark, anchors))
}

function wordsFor(
  file: SourceFile,
  { kind, span: at }: YamlMark,
  anchors: ReadonlyMap<string, Span>
): ReadonlyArray<Diagnostic> {
  const words = written(at)
  switch (kind) {
    case "tag":
      // `!= 5` looks like a tag, but was meant as a test.
      return words.startsWith("!=")
        ? testsOn(file, placeAt(file, at.start).line)
        : [diagnose("yaml/tag", { tag: words }, withBlank(at))]
    case "anchor":
      return [diagnose("yaml/anchor", { anchor: words }, withBlank(at))]
    case "alias": {
      const anchor = anchors.get(words.slice(1))
      const place =
        anchor &&
        related(
          anchor,
          said((t) => t.place.anchor)
        )
      return [diagnose("yaml/alias", { alias: words }, at, place ? { related: [place] } : {})]
    }
    case "tab": {
      const [start] = lineBounds(file, placeAt(file, at.start).line)
      const indents = file.text.slice(start, at.start).trim() === ""
      if (!indents) return [diagnose("yaml/tab", { indents, replacement: words.replaceAll("\t", " ") }, at)]
      const width = meantIndentation(file, placeAt(file, at.start).line)
      const blanks = indentationAt(file, placeAt(file, at.start).line)
      const title = said((t) => t.fix.blanks)
      const fix = width === undefined ? undefined : { span: blanks, text: " ".repeat(width), title }
      return [diagnose("yaml/tab", { indents }, at, defined({ fix }))]
    }
    case "directive":
      return [diagnose("yaml/directive", { directive: words }, at)]
    case "document":
      return [diagnose("yaml/many-documents", {}, at)]
    case "unclosed-quote":
    case "unclosed-bracket":
      return []
  }
}

/** Returns a mark with the blanks behind it, so that none are left when it is removed. */
function withBlank(at: Span): Span {
  const behind = /^ +(?=[^\s#])/.exec(at.file.text.slice(at.end, at.end + 80))?.[0].length ?? 0
  return span(at.file, at.start, at.end + behind)
}

/**
 * Renders findings as a JUnit report, which CI servers show: one suite for each file, one test for each finding. A
 * finding fails its test if it makes `check` fail; a file without findings has one test that passes.
 */

import type { Bundle } from "@hearback/core"
import { renderPlace } from "../source/SourceFile.ts"
import type { Diagnostic } from "./Diagnostic.ts"
import { sentences } from "./Exchange.ts"

type Language = Bundle.Language

/** Returns the report. `fails` says which findings make `check` fail. */
export const renderJunit = (
  diagnostics: ReadonlyArray<Diagnostic>,
  files: ReadonlyArray<string>,
  language: Language,
  fails: (each: Diagnostic) => boolean
): string => {
  const paths = [...new Set([...files, ...diagnostics.map(({ primary }) => primary.span.file.path)])]
  const suites = paths.map((path) => {
    const found = diagnostics.filter(({ primary }) => primary.span.file.path === path)
    const tests =
      found.length === 0 ? [testcase(path, "check")] : found.map((each) => test(each, language, fails(each)))
    return element("testsuite", { name: path, ...counts(found, fails) }, tests.join(""))
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", { name: "hearback check", ...counts(diagnostics, fails, paths.length) }, suites.join(""))}`
}

const counts = (found: ReadonlyArray<Diagnostic>, fails: (each: Diagnostic) => boolean, atLeast = 1) => ({
  tests: String(Math.max(found.length, atLeast)),
  failures: String(found.filter(fails).length)
})

const test = (each: Diagnostic, language: Language, isFailure: boolean): string => {
  const place = renderPlace(each.primary.span)
  const text = `${place}\n${sentences(each, language)}`
  const inner = isFailure
    ? element("failure", { type: each.code, message: each.message[language] }, escaped(text))
    : element("system-out", {}, escaped(text))
  return testcase(each.primary.span.file.path, `${each.code} ${place}`, inner)
}

const testcase = (path: string, name: string, inner = ""): string =>
  element("testcase", { classname: path, name }, inner)

const element = (name: string, attributes: Readonly<Record<string, string>>, inner: string): string => {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(value).replace(/\n/gu, "&#10;")}"`
  )
  return inner === ""
    ? `<${name}${written.join("")}/>\n`
    : `<${name}${written.join("")}>\n${inner}${inner.endsWith("\n") ? "" : "\n"}</${name}>\n`
}

const marks: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

/** Removes control characters, because XML 1.0 does not allow most of them, not even as references. */
const escaped = (text: string): string =>
  text.replace(/[&<>"]/gu, (mark) => marks[mark] as string).replace(/[^\P{Cc}\t\n\r]|[\p{Cs}\uFFFE\uFFFF]/gu, "\uFFFD")

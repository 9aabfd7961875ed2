import { runScenarioFile } from "/work/main/packages/hearback/src/testing.ts"
import { renderPretty } from "/work/main/packages/policy/src/index.ts"

const verbose = process.argv.includes("-v")
for (const f of process.argv.slice(2)) {
  if (f === "-v") continue
  const r = await runScenarioFile(f, { language: "en" })
  if (r.diagnostics.length)
    console.log(
      renderPretty(
        r.diagnostics.filter((d) => d.level === "error" || verbose),
        { language: "en", colour: false }
      )
    )
  for (const s of r.scenarios) {
    console.log(s.ok ? "ok  " : "FAIL", s.title)
    for (const x of s.steps)
      if (!x.ok || verbose) {
        console.log(
          "   ",
          x.line,
          x.says,
          x.problem ?? "",
          x.because ? `${x.because.file}:${x.because.line} ${x.because.rule}` : ""
        )
        for (const e of x.expectations)
          if (!e.ok || verbose)
            console.log(
              "       ",
              e.ok ? "" : "✗",
              e.line,
              e.what,
              "expected",
              e.expected,
              "| actual",
              e.actual,
              "|",
              e.because ? `${e.because.file}:${e.because.line} ${e.because.rule}` : ""
            )
      }
  }
}

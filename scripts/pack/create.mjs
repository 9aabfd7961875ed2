// Checks `npm create hearback`, the commands that it prints as the next steps, and the folder that it makes.
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { Problem } from "../guard.mjs"
import { nextOf, persons, schemasAreThere, scriptsOf } from "./first-steps.mjs"
import { root } from "./place.mjs"
import { project } from "./project.mjs"

const says = {
  en: { started: /over Agent Seven's limit of 200 EUR per case/, there: /already exists: `my-loop\/policy\.yaml`/ },
  zh: { started: /超出李娜每件 200 元的限额/, there: /已存在：`my-loop\/policy\.yaml`/ }
}

/** Returns the check for a language. */
export const created = (language) => async () => {
  const { env, has } = persons[language]
  const { node, version } = await has()
  const { cwd, type, answer } = await project(`create-${language}`, {}, { env, node })
  const started = await type(nextOf(await type("npm create hearback my-loop")))
  if (!says[language].started.test(started)) throw new Problem(`npm start printed:\n${started}`)
  const folder = join(cwd, "my-loop")
  schemasAreThere(folder)
  for (const script of scriptsOf(join(folder, "README.md"))) await type(`cd my-loop\n${script}`)
  await type(`cd my-loop && node ${join(root, "node_modules", "typescript", "bin", "tsc")} -p .`)

  // Nothing is overwritten, and nothing is downloaded once the package is there.
  const again = await answer("npm create hearback my-loop")
  if (again.status !== 2 || !says[language].there.test(again.stderr))
    throw new Problem(`${again.stdout}${again.stderr}`)
  const other = language === "en" ? "zh" : "en"
  await type(`npm create hearback other -- --lang ${other}`, { env: { npm_config_offline: "true" } })
  if (!existsSync(join(cwd, "other", "index.ts"))) throw new Problem("the other folder was not made")
  return `${readdirSync(folder).filter((name) => !name.startsWith("node_modules")).length} files, Node ${version}`
}

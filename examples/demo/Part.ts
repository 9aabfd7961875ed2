/** One example on a thread of its own: runs it, counts it, picks its story, and hands plain data back. */
import { parentPort, workerData } from "node:worker_threads"
import { examples } from "./Example.ts"
import { type Figures, figures, readRecord } from "./Figures.ts"
import { fileStore, run } from "./Run.ts"
import { choose, type Told, tell } from "./Story.ts"
import type { Progress } from "./Weeks.ts"
import type { Language } from "./Words.ts"

export interface Task {
  readonly example: string
  readonly seed: string
  readonly db: string
  readonly language: Language
}

export type News =
  | { readonly news: "progress"; readonly progress: Progress }
  | { readonly news: "done"; readonly figures: Figures; readonly story: Told | undefined }

const task = workerData as Task
const example = examples.find((one) => one.name === task.example)
if (example === undefined) throw new Error(`there is no example ${task.example}`)

const send = (news: News): void => parentPort?.postMessage(news)

const ran = await run({
  ...task,
  store: fileStore(task.db),
  example,
  onProgress: (progress) => send({ news: "progress", progress })
})
const record = await readRecord(ran.loop)
const found = await figures({ ...ran, policy: ran.world.policy, example: example.name }, record)
const view = choose(record)
const story = view === undefined ? undefined : await tell(ran.loop, example.name, view, ran.world.policy)
await ran.loop.close()
send({ news: "done", figures: found, story })

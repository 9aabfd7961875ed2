/**
 * Runs one example on its own thread, counts its figures, chooses its story, and posts plain data to the main thread.
 */
import { parentPort, workerData } from "node:worker_threads"
import { examples } from "./Example.ts"
import { type Figures, figures, readRecord } from "./Figures.ts"
import { fileStore, run } from "./Run.ts"
import { choose, type Told, tell } from "./Story.ts"
import type { Progress } from "./Weeks.ts"
import type { Language } from "./Words.ts"

/** What the main thread gives to this thread: the example, the seed, the database file and the language. */
export interface Task {
  readonly example: string
  readonly seed: string
  readonly db: string
  readonly language: Language
}

/** What this thread posts to the main thread: progress, then the figures and the story. */
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

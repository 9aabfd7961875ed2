/** One thing that there is to do on a case, and who does it. */
import type { Work } from "@hearback/core"
import type { LiveCase } from "./LiveCase.ts"
import type { Post } from "./Post.ts"
import type { Worker } from "./Worker.ts"

export interface Task {
  readonly key: string
  readonly live: LiveCase
  readonly work: Work.Work
  readonly createdAt: number
  /** Of tasks that rank alike the one that came first is first. */
  readonly sequence: number
  post: Post
  /** The smaller is taken up earlier. */
  rank: number
  /** `stuck`: nobody who is asked may do it, until something happens on the case. */
  status: "queued" | "working" | "stuck" | "gone"
  /** Counts changes of what stands in the queue, so that what is out of date is known there. */
  ticket: number
  /** Whoever was found not to be allowed to do it. */
  readonly excluded: Set<Worker>
  /** What it takes in all, once that is drawn, and what of it is left. */
  duration: number | undefined
  left: number
  worker: Worker | undefined
  startedAt: number
  firstStartedAt: number | undefined
}

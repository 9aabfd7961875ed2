/**
 * Answers `/livez`, `/readyz` and `/metrics` of a loop, as a handler of Web requests and as a listener of
 * `node:http`. No answer contains personal data.
 */
import type { IncomingMessage, ServerResponse } from "node:http"
import type { Health, HealthProblem } from "../loop/Health.ts"
import type { Loop } from "../loop/Loop.ts"
import type { Prometheus } from "../telemetry/Prometheus.ts"

/** Options of the probes. */
export interface ProbeOptions {
  /** What `/metrics` answers; without it there is no such page. */
  readonly metrics?: Prometheus
  /**
   * Which problems make a process not ready. Default: those that keep it from answering calls. A process that does
   * the waiting work names `time/not-told` too.
   */
  readonly notReadyFor?: readonly HealthProblem[]
}

/** Answers a Web request; undefined for a path that is none of the three. */
export type Probes = (request: Request) => Promise<Response | undefined>

const callsNeed: readonly HealthProblem[] = ["store/unavailable", "keys/unreadable"]

/** Returns a function that answers Web requests for `/livez`, `/readyz` and `/metrics` of a loop. */
export const probes = (loop: Pick<Loop, "health">, { metrics, notReadyFor = callsNeed }: ProbeOptions = {}): Probes => {
  const pages: Readonly<Record<string, () => Promise<Response>>> = {
    "/livez": async () => Response.json({ live: true }),
    "/readyz": async () => {
      const problems = await problemsOf(loop)
      const isReady = !problems.some((problem) => notReadyFor.includes(problem))
      return Response.json({ ready: isReady, problems }, { status: isReady ? 200 : 503 })
    },
    ...(metrics === undefined
      ? {}
      : {
          "/metrics": async () =>
            new Response(await metrics.render(), {
              headers: { "Content-Type": "text/plain; version=0.0.4; charset=utf-8" }
            })
        })
  }
  return async (request) => {
    const { pathname } = new URL(request.url)
    const page = Object.hasOwn(pages, pathname) ? pages[pathname] : undefined
    if (page === undefined) return undefined
    if (request.method !== "GET" && request.method !== "HEAD")
      return new Response(null, { status: 405, headers: { Allow: "GET, HEAD" } })
    return page()
  }
}

/** Returns the health; if the store does not answer, this is the reported problem. */
const problemsOf = async (loop: Pick<Loop, "health">): Promise<Health["problems"]> => {
  try {
    return (await loop.health()).problems
  } catch {
    return ["store/unavailable"]
  }
}

/** Returns a listener for `createServer` of `node:http`. It answers the paths of `probes`; other paths get 404. */
export const probeListener =
  (handle: Probes) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = "GET", url = "/" } = request
    // Not every path is a URL, and not every method is one of a Web request.
    const answer = await Promise.resolve()
      .then(() => handle(new Request(new URL(url, "http://localhost"), { method })))
      .catch(() => undefined)
    response.writeHead(answer?.status ?? 404, Object.fromEntries(answer?.headers ?? []))
    response.end(method === "HEAD" ? undefined : await answer?.text())
  }

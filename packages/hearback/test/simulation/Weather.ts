/**
 * Faults of adapter calls: late, lost before or after they took effect, done twice, never answered. Each process
 * calls through its own line. A killed process gets no answer, and its last calls can still take effect.
 */
import type { Chance } from "./Chance.ts"
import type { VirtualTime } from "./VirtualTime.ts"

/** How often calls fail. */
export interface Weather {
  /** One call of this number fails. */
  wrong: number
  /** Whether nothing fails any more. */
  isCalm: boolean
}

/** A process of a host. */
export interface Process {
  readonly name: string
  isAlive: boolean
}

interface Call<T> {
  readonly effect: () => Promise<T>
  /** The error of a call that fails. */
  readonly failure: () => unknown
}

/** Makes a call through the line. */
export type Line = <T>(call: Call<T>) => Promise<T>

type Fate = "well" | "twice" | "lost" | "unanswered" | "failed afterwards" | "slow"
const fates: readonly Fate[] = ["twice", "lost", "lost", "unanswered", "failed afterwards", "failed afterwards", "slow"]

/** Longer than any adapter may take.  Units: ms. */
const tooLong = 90_000

/** Makes the line of a process. */
export const lineOf = (process: Process, time: VirtualTime, chance: Chance, weather: Weather): Line => {
  const latency = (): number => (weather.isCalm ? 1 : chance.isOneIn(12) ? chance.below(2_000) : chance.below(12))
  return <T>({ effect, failure }: Call<T>) =>
    new Promise<T>((resolve, reject) => {
      if (!process.isAlive) return
      const fate = weather.isCalm || !chance.isOneIn(weather.wrong) ? "well" : chance.pick(fates)
      const answer = (give: () => void): void =>
        time.after(latency(), () => {
          if (process.isAlive) give()
        })
      const begin = (): void => {
        if (!process.isAlive && chance.isOneIn(2)) return
        if (fate === "lost") return answer(() => reject(failure()))
        const done = fate === "twice" ? effect().then(effect) : effect()
        done.then(
          (value) => {
            if (fate === "failed afterwards") answer(() => reject(failure()))
            else if (fate !== "unanswered") answer(() => resolve(value))
          },
          (error: unknown) => answer(() => reject(error))
        )
      }
      time.after(fate === "slow" ? tooLong : latency(), begin)
    })
}

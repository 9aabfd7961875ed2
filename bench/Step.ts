/**
 * Deciding: the life of one case of itr-service in thirty commands, compared with a bare reducer over the resulting
 * events. `Reducer.ts` gets the events; `step` has to find them: rights, evidence, gates, clocks on a calendar, grades,
 * and the words of messages.
 */
import { Case, Policy } from "@hearback/core"
import type { Measure } from "./bench.ts"
import * as Examples from "./Examples.ts"
import * as Life from "./Life.ts"
import { race } from "./Race.ts"
import { empty, reduce } from "./Reducer.ts"
import { time } from "./Report.ts"

/** Measures this subject. */
export const measure: Measure = (give) => {
  const policy = Policy.load(Examples.bundle("itr-service"))
  const turns = Life.turns(policy)
  const events = Life.events(policy, turns)
  const opening = turns.slice(0, 1)
  const opened = Life.events(policy, opening)
  const raced = race(
    [
      {
        name: "step",
        run: (times) => {
          let state = Case.empty("A")
          for (let i = 0; i < times; i++) state = Life.live(policy, turns)
          return state
        }
      },
      {
        name: "open",
        run: (times) => {
          let state = Case.empty("A")
          for (let i = 0; i < times; i++) state = Life.live(policy, opening)
          return state
        }
      },
      {
        name: "reducer of the opening",
        run: (times) => {
          let state = empty
          for (let i = 0; i < times; i++) {
            state = empty
            for (const event of opened) state = reduce(state, event)
          }
          return state
        }
      },
      {
        name: "evolve",
        run: (times) => {
          let state = Case.empty("A")
          for (let i = 0; i < times; i++) state = Case.fold("A", events)
          return state
        }
      },
      {
        name: "reducer",
        run: (times) => {
          let state = empty
          for (let i = 0; i < times; i++) {
            state = empty
            for (const event of events) state = reduce(state, event)
          }
          return state
        }
      }
    ],
    { roundMs: 25 }
  )
  const reducer = `bare reducer ${time(raced.ns("reducer") / turns.length)}`
  give({
    what: `step, a command of a case of ${turns.length} (${events.length} events)`,
    ours: time(raced.ns("step") / turns.length),
    limit: reducer,
    ratio: raced.ratio("step", "reducer"),
    target: 10
  })
  give({
    what: `step that opens a case (${opened.length} events), the words read`,
    ours: time(raced.ns("open")),
    limit: `bare reducer ${time(raced.ns("reducer of the opening"))}`,
    ratio: raced.ratio("open", "reducer of the opening"),
    target: 10
  })
  give({
    what: "evolve, the events of a command",
    ours: time(raced.ns("evolve") / turns.length),
    limit: reducer,
    ratio: raced.ratio("evolve", "reducer")
  })
  growth(give, policy)
}

/** Compares a command late in a long case with one in a short case, to show what the length of a case costs. */
const growth = (give: Parameters<Measure>[0], policy: Policy.Policy): void => {
  const lengths = [30, 100, 300, 1_000]
  const lives = lengths.map((length) => ({ name: String(length), length, turns: Life.turns(policy, length) }))
  const raced = race(
    lives.map(({ name, turns }) => ({
      name,
      run: (times) => {
        let state = Case.empty("A")
        for (let i = 0; i < times; i++) state = Life.live(policy, turns)
        return state
      }
    })),
    { rounds: 9, roundMs: 40 }
  )
  for (const { name, length } of lives.slice(1))
    give({
      what: `step, a command of a case of ${name}`,
      ours: time(raced.ns(name) / length),
      limit: `of a case of 30 ${time(raced.ns("30") / 30)}`,
      ratio: (raced.ratio(name, "30") * 30) / length,
      target: 1.3
    })
}

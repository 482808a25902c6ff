// Contenders side by side: each round runs every one once, in a new random order.

/** The times in milliseconds and the last answers, by name; `run` runs one. Negative rounds are not counted. */
export async function interleave(names, { rounds, warmUp }, run) {
  const times = Object.fromEntries(names.map((name) => [name, []]));
  const found = {};
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of shuffled(names)) {
      const result = await run(name);
      found[name] = result.found;
      if (round >= 0) times[name].push(result.ms);
    }
  }
  return { times, found };
}

function shuffled(list) {
  return list.map((item) => ({ item, key: Math.random() })).sort((a, b) => a.key - b.key).map(({ item }) => item);
}

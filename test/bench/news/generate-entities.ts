import {
  countryName,
  eventName,
  type InventedName,
  organizationName,
  personName,
  placeName,
} from "./invented-names.ts";
import { type Entities, LABELS, labelNumber } from "./news-graph.ts";
import type { RandomNumbers } from "./random-numbers.ts";

/** Shares of entities that are not countries, in the order of `LABELS`. */
const LABEL_SHARES = [0.56, 0.21, 0, 0.13, 0.1];
const MOST_COUNTRIES = 195;
/** Among the most famous entities, one in this number is a country. */
const COUNTRY_EVERY = 3;

/** @param byFame the entities, the most famous first */
export function generateEntities(random: RandomNumbers, byFame: Uint32Array): Entities {
  const count = byFame.length;
  const countryCount = Math.min(MOST_COUNTRIES, Math.ceil(count / 25));
  const labels = new Uint8Array(count);
  const names = new Array<string>(count).fill("");
  const aliases = new Array<readonly string[]>(count).fill([]);
  const countries = new Uint8Array(count);
  const born = new Uint16Array(count);
  const countryNames: string[] = [];
  for (let fame = 0; fame < countryCount; fame++) {
    const entity = byFame[fame * COUNTRY_EVERY] as number;
    labels[entity] = labelNumber("Country");
    let named = countryName(random);
    while (countryNames.includes(named.name)) named = countryName(random);
    names[entity] = named.name;
    aliases[entity] = named.aliases;
    countryNames.push(named.name);
  }
  for (let entity = 0; entity < count; entity++) {
    if (names[entity] !== "") continue;
    const label = random.place(LABEL_SHARES);
    labels[entity] = label;
    ({ name: names[entity], aliases: aliases[entity] } = inventName(random, LABELS[label]));
    if (random.next() < 0.9) countries[entity] = 1 + random.zipf(countryNames.length, 0.6);
    if (LABELS[label] === "Person" && random.next() < 0.9) born[entity] = 1936 + random.below(68);
  }
  return { count, labels, names, aliases, countries, countryNames, born };
}

function inventName(random: RandomNumbers, label: (typeof LABELS)[number] | undefined): InventedName {
  if (label === "Organization") return organizationName(random);
  if (label === "Place") return placeName(random);
  return label === "Event" ? eventName(random) : personName(random);
}

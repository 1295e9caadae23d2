import type { RandomNumbers } from "./random-numbers.ts";

const GIVEN =
  "Ada Amir Anna Boris Carla Chen Dalia Dmitri Elena Emre Farah Felix Grace Hana Hugo Ines Ivan Jamal Jonas Kira Kofi Lara Leon Lin Maya Milan Nadia Nils Noor Olga Omar Paula Pavel Rania Ravi Rosa Samir Sofia Tariq Tomas Uma Viktor Wanda Yara Yusuf Zoe".split(
    " ",
  );
const BEGINNINGS =
  "Al Ar Bal Ber Bor Bran Cas Cor Dal Der Dor El Far Fel Gal Gor Hal Har Hel Ish Jar Kal Kar Kel Kor Lan Lor Mal Mar Mer Nar Nor Or Par Pel Ral Ros Sal Sar Sel Tal Tar Tor Ul Val Var Vel Vor Yar Zar".split(
    " ",
  );
const MIDDLES = "a ab ad e el en i id il im o ol on or u un".split(" ");
const OF_PERSONS =
  "adze ani berg bekov dottir ello enko escu ides ic ko kov lund man moto nen ova quist sen ski son stein tosh vic wala yan".split(
    " ",
  );
const OF_PLACES =
  "abad burg by dale field ford grad ham haven holm ia mar mouth nia pur stad stan stein ton ville".split(
    " ",
  );
const BODIES =
  "Bank|Broadcasting Company|Chamber of Commerce|Daily|Energy Group|Federation of Labour|Front for Justice|Institute of Peace|Ministry of Defence|Ministry of Trade|National Guard|Observer|Port Authority|Red Crescent|Shipping Lines|Steel Works|Supreme Court|University".split(
    "|",
  );
const HAPPENINGS = "Accord|Ceasefire|Conference|Election|Hearings|Protests|Summit|Talks|Trial".split("|");
const REALMS = ["Republic of", "Kingdom of", "Federation of", "United Isles of", "Emirate of"];
const BEFORE_PLACES = ["Port", "New", "Saint", "Upper", "Lower", "East", "West", "Lake"];

/** The name and aliases of an invented entity. */
export interface InventedName {
  readonly name: string;
  readonly aliases: readonly string[];
}

export function personName(random: RandomNumbers): InventedName {
  const given = random.pick(GIVEN);
  const family = stem(random) + random.pick(OF_PERSONS);
  const middle = random.next() < 0.2 ? ` ${random.pick(GIVEN)}` : "";
  const aliases = random.next() < 0.4 ? [`${given.charAt(0)}. ${family}`] : [];
  if (random.next() < 0.1) aliases.push(`${family}, ${given}`);
  return { name: `${given}${middle} ${family}`, aliases };
}

export function organizationName(random: RandomNumbers): InventedName {
  const body = random.pick(BODIES);
  const name = body.startsWith("Ministry") ? `${body} of ${place(random)}` : `${place(random)} ${body}`;
  const initials = name.replaceAll(/[^A-Z]/g, "");
  return { name, aliases: random.next() < 0.3 ? [initials] : [] };
}

export function countryName(random: RandomNumbers): InventedName {
  const short = stem(random) + random.pick(["ia", "stan", "land", "nia", "mark", "ova"]);
  return { name: `${random.pick(REALMS)} ${short}`, aliases: [short] };
}

export function placeName(random: RandomNumbers): InventedName {
  const name = place(random);
  return {
    name: random.next() < 0.6 ? `${random.pick(BEFORE_PLACES)} ${name}` : `${name} City`,
    aliases: [],
  };
}

export function eventName(random: RandomNumbers): InventedName {
  return { name: `${place(random)} ${random.pick(HAPPENINGS)} ${2020 + random.below(5)}`, aliases: [] };
}

function stem(random: RandomNumbers): string {
  return random.pick(BEGINNINGS) + random.pick(MIDDLES);
}

function place(random: RandomNumbers): string {
  return stem(random) + random.pick(OF_PLACES);
}

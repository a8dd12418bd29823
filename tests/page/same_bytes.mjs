// SPDX-License-Identifier: Apache-2.0
// Holds the native program and its WebAssembly, with vectors and without, to the same bytes:
//   node same_bytes.mjs maths|models|studies BUILD
// BUILD is the folder of the native build; the modules stand beside it, in page. Runs in the project.
import { execFileSync, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { join, resolve } from "node:path";
import { load } from "./module.mjs";

const MODULES = ["vectors", "scalar"];

/** The native twin: `ask` gives the promise of an answer, in the order of the requests. */
function native(build) {
  const child = spawn(join(build, "tests/page_twin"), { stdio: ["pipe", "pipe", "inherit"] });
  const waiting = [];
  createInterface({ input: child.stdout }).on("line", (line) => waiting.shift()[0](line));
  child.on("exit", (code) => waiting.forEach(([, fail]) => fail(new Error(`the native twin ended with ${code}`))));
  const ask = (request) =>
    new Promise((done, fail) => {
      waiting.push([done, fail]);
      child.stdin.write(request + "\n");
    });
  return { ask, end: () => child.stdin.end() };
}

/** The files that a study can stand on, as the page carries them. */
export function sources(folder = "domain") {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => /\.(toml|csv|mdl)$/.test(path))
    .sort();
}

/** Where two texts first differ, with what stands around. */
function difference(expected, seen) {
  let at = 0;
  while (at < expected.length && expected[at] === seen[at]) ++at;
  const around = (text) => JSON.stringify(text.slice(Math.max(0, at - 80), at + 80));
  return `at ${at}:\n  native ${around(expected)}\n  module ${around(seen)}`;
}

const maths = () => Array.from({ length: 40 }, (_, block) => JSON.stringify({ do: "maths", block }));

const models = (build) =>
  execFileSync(join(build, "tests/page_random_requests"), ["150", "2012"], { encoding: "utf8", maxBuffer: 1 << 28 })
    .trim()
    .split("\n");

/** Each study opened, without draws and with some; a change of it; and what is no request. */
function studies() {
  const requests = [];
  const few = [1, 7, 64, 65];
  const paths = readdirSync("domain/studies").filter((name) => name.endsWith(".toml")).sort();
  for (const [number, name] of paths.entries()) {
    const study = `domain/studies/${name}`;
    const text = readFileSync(study, "utf8");
    requests.push({ do: "open", study }, { do: "run", text, draws: 0 });
    requests.push({ do: "run", text, draws: few[number % few.length] });
    if (name === "barnet-uncertain.toml") requests.push({ do: "run", text, draws: 200 });
    requests.push({ do: "run", text: text.replace(/^model *=/m, "modle ="), draws: 0 });
  }
  requests.push({ do: "open", study: "domain/studies/barnet.toml" }, { do: "dance" });
  return requests.map((request) => JSON.stringify(request));
}

/** A twin answers for what is inside the program, the module of the page itself for studies. */
const KINDS = {
  maths: { requests: maths, module: "page_twin" },
  models: { requests: models, module: "page_twin" },
  studies: { requests: studies, module: "commonweal" },
};

/** What of an answer shows that something was computed, and computed well. */
function complaint(kind, answer) {
  const said = JSON.parse(answer);
  if (kind === "models") return said.difference || said.pruned;
  return "";
}

async function main([kind, build]) {
  const { requests, module } = KINDS[kind];
  const modules = [];
  for (const name of MODULES) {
    const { ask } = await load(resolve(build, "..", "page", `${module}-${name}.wasm`));
    if (kind === "studies") {
      for (const path of sources()) ask(JSON.stringify({ do: "put", path, text: readFileSync(path, "utf8") }));
    }
    modules.push({ name, ask });
  }
  const twin = native(build);
  let failures = 0;
  let whole = 0;
  const all = requests(build);
  for (const request of all) {
    const expected = await twin.ask(request);
    const said = JSON.parse(expected);
    if (!("faults" in said) || said.faults.length === 0) ++whole;
    for (const { name, ask } of modules) {
      const seen = ask(request);
      const wrong = seen === expected ? complaint(kind, seen) : difference(expected, seen);
      if (wrong === "") continue;
      ++failures;
      console.error(`${name}, ${request.slice(0, 100)}: ${wrong}`);
    }
  }
  twin.end();
  console.log(`${kind}: ${all.length} requests, ${whole} without fault; ${failures} answers differ`);
  if (failures > 0 || whole < all.length / 2) process.exitCode = 1;
}

await main(process.argv.slice(2));

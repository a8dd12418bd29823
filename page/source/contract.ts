// SPDX-License-Identifier: Apache-2.0
// What is asked of the engine and what it answers: src/explore/session.h in types. Everything that has meaning is made
// there; the page places it.

export interface Source {
  path: string;
  text: string;
}

export interface Fault {
  message: string;
  hint?: string;
  file?: string;
  line?: number;
  column?: number;
  text?: string; // the whole of it, as the command line prints it
}

export interface Scenario {
  id: string;
  name: string;
  clause?: string;
  description?: string;
}

export type Family = 'buy' | 'do' | 'change' | 'system';

/// What is uncertain of a lever: 8 of 10 futures lie between low and high.
export interface Range {
  constant: string;
  definition?: string;
  low: number;
  central: number;
  high: number;
  unit?: string;
  grade?: string;
  source?: string;
  url?: string;
  own?: boolean; // the study has put it in place of the register's
}

export interface Lever {
  id: string; // of a policy, or the name of a constant
  kind: 'policy' | 'constant';
  family: Family;
  label: string;
  definition?: string;
  unit?: string;
  value: number | null; // a policy's intensity: 0 is not done; null: nobody has said
  least: number;
  most: number;
  start?: string | null;
  stop?: string | null;
  ramp?: number;
  reason?: string;
  effect?: string;
  lag?: string;
  persistence?: string;
  grade?: string;
  grade_meaning?: string;
  sources?: { title: string; url: string }[];
  pays?: { agency: string; share: number }[];
  gains?: string[];
  failures?: string[];
  ranges?: Range[];
}

export interface Opened {
  faults: Fault[];
  title?: string;
  question?: string;
  place?: string;
  draws?: number;
  years?: string[];
  scenarios?: Scenario[];
  levers?: Lever[];
  text?: string;
}

export interface Section {
  id: string;
  title: string;
  tab: string; // the title where there is little room
  html: string;
}

/// What the choice comes to, of the scenario that one has chosen oneself; before there is one, of the first.
export interface Outcome {
  name: string;
  year: string; // the last
  gap: number; // in it, GBP million
  low: number | null; // a tenth of the futures lie below; null: none are drawn
  high: number | null;
  takes_all: string | null; // the year in which care takes all the money
}

export interface Sentence {
  scenario: string;
  text: string;
  likelihood?: string;
}

export interface Run {
  faults: Fault[];
  draws?: number;
  sections?: Section[];
  outcome?: Outcome | null;
  figures?: object; // as the command line's; only where all sections are
  sentences?: Sentence[];
}

export type Change =
  | { policy: string; intensity?: number; start?: string | null; stop?: string | null; ramp?: number; reason?: string }
  | { policy: string; remove: true }
  | { constant: string; value: number; reason?: string }
  | { constant: string; low: number; central: number; high: number }
  | { constant: string; range: null } // as the register has it
  | { like: string };

export type Asked =
  | { do: 'put'; path: string; text: string }
  | { do: 'open'; study: string; text?: string } // text: the study as it has been changed
  | { do: 'edit'; text: string; changes: Change[]; draws: number; only: string | undefined } // and run
  | { do: 'run'; text: string; draws: number; only: string | undefined } // only: of the sections none but this one
  | { do: 'gains'; text: string; draws: number; values: string }
  | { do: 'code'; text: string }
  | { do: 'decode'; code: string };

export interface Edited extends Run {
  text?: string;
}

export interface Decoded {
  faults: Fault[];
  text?: string;
}

export interface Gained {
  faults: Fault[];
  section?: Section;
}

export interface Coded {
  faults: Fault[];
  code?: string;
}

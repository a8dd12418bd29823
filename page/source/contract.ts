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

export interface Outcome {
  scenario: string;
  name: string;
  takes_all?: { year: string } | null;
  last_year: string;
  final_gap: number; // GBP million
}

export interface Quantile {
  value: number;
}

export interface Band {
  scenario: string;
  variable: string;
  unit: string;
  years: { year: string; p10: Quantile; p50: Quantile; p90: Quantile }[];
}

export interface Figures {
  headline: { sentence: string; unit: string; outcomes: Outcome[] };
  uncertainty?: { draws: number; sentences: string[]; bands: Band[] } | null;
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
  figures?: Figures;
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
  | { do: 'edit'; text: string; changes: Change[] }
  | { do: 'run'; text: string; draws: number; only: string | undefined } // only: of the sections none but this one
  | { do: 'gains'; text: string; draws: number; values: string }
  | { do: 'code'; text: string }
  | { do: 'decode'; code: string };

export interface Edited {
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

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

/// A person's conversation with a study: what can be changed, what a change does. For the live page, and for whoever
/// else would hold one.
namespace commonweal::explore {

/// Answers requests about one study at a time. The state that a person changes is the study's text, and nothing else;
/// what is kept here between requests saves time and changes no figure.
class Session {
 public:
  Session();
  Session(Session&&) noexcept;
  Session& operator=(Session&&) noexcept;
  ~Session();

  /// Request and answer are JSON objects; `do` says what is asked:
  ///
  /// - `open` {study: path} or {study: path, text}: what the study is, what can be moved (levers.h), and its text; with
  ///   a text of one's own, that of the study as it has been changed, while codes stay those of the study at its path
  /// - `edit` {text, changes, draws, only}: the text with these changes of the scenario "yours" and of ranges
  /// (changes.h
  ///   says which), all of them or none; with `draws`, besides, what `run` says of it
  /// - `run` {text, draws, only}: what the study of this text says, from so many futures of each scenario (0: none;
  ///   more than the study wants are made all the same): sections, sentences, what it comes to (own_outcome.h), and the
  ///   figures of `commonweal understand --draws`. With `only`, which is quicker, no figures, and of the sections no
  ///   more than the one of that id.
  /// - `gains` {text, draws, values}: who pays and who gains in it, by the rates of the file `values`
  ///   (appraisal::read_valuation), as a section like those of `run`
  /// - `code` {text}: the text as a code that can be pasted into any other copy of the study that was opened
  /// - `decode` {code}: the text of such a code
  ///
  /// Every answer has `faults`: what is wrong with the text, each with its message, file, line, column and hint. With
  /// a fault nothing else is in it, and what was known before stays known. What is no request is a fault too.
  std::string answer(std::string_view request);

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace commonweal::explore

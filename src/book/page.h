// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "evidence/register.h"
#include "model/model.h"
#include "syntax/document.h"

namespace commonweal::book {

/// A page that somebody wrote about a part of the model, to be pointed to.
struct Page {
  std::string title;
  std::string path;  ///< as the book links to it
};

/// What a book is made of. A register without rows gives a book without evidence.
struct Contents {
  const syntax::Document& document;
  const model::Model& model;
  const evidence::Register& evidence;
  std::vector<Page> pages;  ///< in the order to be read
  std::string picture;      ///< the map of the model, as the book links to it; empty: none
};

/// The book as Markdown: how to read it, loops and their switches, then every variable of every sector with its unit,
/// equation, meaning, evidence, what it uses and who uses it.
std::string page(const Contents& contents);

}  // namespace commonweal::book

// SPDX-License-Identifier: Apache-2.0
#include "ensemble/checkpoint.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/bytes.h"
#include "base/files.h"
#include "base/text.h"

namespace commonweal::ensemble {

namespace {

namespace fs = std::filesystem;

/// At both ends of a whole file. A file that was cut off, by a machine that lost its power say, lacks the second.
constexpr std::string_view mark = "commonweal unfinished run 1";

struct Saved {
  RunKey key;
  std::uint64_t done = 0;
  std::string state;
};

std::string head_of(const RunKey& key, std::uint64_t done) {
  base::ByteWriter bytes;
  bytes.text(mark);
  bytes.number<std::uint64_t>(key.size());
  for (const auto& [part, value] : key) {
    bytes.text(part);
    bytes.text(value);
  }
  bytes.number(done);
  return std::move(bytes).take();
}

std::string last_reason() {
  return base::reason({errno, std::generic_category()});
}

/// What a file holds; nothing if it is not whole or nobody can read it.
std::optional<Saved> read_saved(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string content{std::istreambuf_iterator<char>(file), {}};
  if (!content.ends_with(mark)) return std::nullopt;
  base::ByteReader bytes(std::string_view(content).substr(0, content.size() - mark.size()));
  Saved saved;
  if (bytes.text() != mark) return std::nullopt;
  for (auto left = bytes.number<std::uint64_t>(); left > 0 && bytes.good(); --left) {
    std::string part = bytes.text();
    saved.key.emplace_back(std::move(part), bytes.text());
  }
  saved.done = bytes.number<std::uint64_t>();
  if (!bytes.good()) return std::nullopt;
  saved.state = content.substr(head_of(saved.key, 0).size());
  saved.state.resize(saved.state.size() - mark.size());
  return saved;
}

/// The parts that differ between two keys.
std::vector<std::string> differing(const RunKey& one, const RunKey& other) {
  std::vector<std::string> parts;
  for (const auto& each : one) {
    if (std::ranges::find(other, each) == other.end()) parts.push_back(each.first);
  }
  for (const auto& each : other) {
    const bool is_new = std::ranges::find(one, each.first, &RunKey::value_type::first) == one.end();
    if (is_new) parts.push_back(each.first);
  }
  return parts;
}

}  // namespace

fs::path Checkpoint::folder_for(const fs::path& output) {
  std::error_code failure;
  fs::path whole = fs::absolute(output, failure).lexically_normal();
  if (!whole.has_filename()) whole = whole.parent_path();
  return whole.parent_path() / fmt::format(".{}.unfinished", whole.filename().string());
}

Checkpoint::Checkpoint(const fs::path& output, RunKey key, bool resume, base::Diagnostics& diagnostics)
    : folder_(folder_for(output)), key_(std::move(key)) {
  if (const std::string why = make_folder(); !why.empty()) {
    diagnostics.error("unwritable-folder", base::Position::file(folder_.string()),
                      fmt::format("the folder '{}' cannot be written: {}", folder_.string(), why));
    return;
  }
  if (lock(diagnostics)) read(resume, diagnostics);
}

Checkpoint::~Checkpoint() {
  const bool is_ours = lock_ >= 0;
  if (is_ours) ::close(lock_);
  std::error_code ignored;
  if (is_ours && !is_saved_) fs::remove_all(folder_, ignored);
  // Those that hold something stay.
  for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder) fs::remove(*folder, ignored);
}

std::string Checkpoint::make_folder() {
  std::vector<fs::path> missing;
  std::error_code failure;
  for (fs::path each = folder_; !fs::exists(each, failure) && each.has_relative_path(); each = each.parent_path()) {
    missing.push_back(each);
  }
  for (auto folder = missing.rbegin(); folder != missing.rend(); ++folder) {
    if (fs::create_directory(*folder, failure)) made_.push_back(*folder);
    if (failure) return base::reason(failure);
  }
  return fs::is_directory(folder_, failure) ? "" : "it is a file";
}

/// A lock that the system takes away from whoever dies.
bool Checkpoint::lock(base::Diagnostics& diagnostics) {
  const fs::path path = folder_ / "lock";
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file >= 0 && ::flock(file, LOCK_EX | LOCK_NB) == 0) {
    lock_ = file;
    return true;
  }
  if (file >= 0 && errno == EWOULDBLOCK) {
    diagnostics.error("run-in-progress", base::Position::file(folder_.string()),
                      fmt::format("another run is at work in '{}'", folder_.string()),
                      "wait for it, or name another folder with --output");
  } else {
    diagnostics.error("unwritable-folder", base::Position::file(folder_.string()),
                      fmt::format("the folder '{}' cannot be written: {}", folder_.string(), last_reason()));
  }
  if (file >= 0) ::close(file);
  return false;
}

void Checkpoint::read(bool resume, base::Diagnostics& diagnostics) {
  const base::Position position = base::Position::file(folder_.string());
  std::error_code failure;
  is_saved_ = fs::exists(folder_ / "state", failure);
  std::optional<Saved> saved;
  if (is_saved_) saved = read_saved(folder_ / "state");
  if (!is_saved_) {
    if (resume) diagnostics.warning("nothing-to-resume", position, "no unfinished run stands there: it begins anew");
    return;
  }
  if (!resume) {
    diagnostics.warning(
        "unfinished-run", position,
        fmt::format("an unfinished run{} is given up",
                    saved ? fmt::format(" of {} draws", base::grouped(static_cast<double>(saved->done), 0)) : ""),
        "--resume would have gone on from it");
    return;
  }
  if (!saved) {
    diagnostics.error("stale-run", position, "what is left of the unfinished run is not whole",
                      "without --resume it begins anew");
    return;
  }
  if (const std::vector<std::string> parts = differing(saved->key, key_); !parts.empty()) {
    diagnostics.error("stale-run", position,
                      fmt::format("the unfinished run is of another question: its {} differ{}",
                                  base::joined(parts, ", "), parts.size() == 1 ? "s" : ""),
                      "put back what has changed, or begin anew without --resume");
    return;
  }
  state_ = std::move(saved->state);
}

std::string Checkpoint::save(std::uint64_t done, const std::function<void(const Write&)>& write_state) {
  std::error_code ignored;
  if (!fs::exists(folder_, ignored))
    make_folder();  // somebody removed it; if it cannot be made, opening the file says so
  const fs::path beside = folder_ / "state.new";
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(beside.c_str(), "wb"), &std::fclose);
  if (file == nullptr) return last_reason();
  std::string why;
  const Write write = [&](std::string_view bytes) {
    if (why.empty() && std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size()) why = last_reason();
  };
  write(head_of(key_, done));
  write_state(write);
  write(mark);
  if (std::fclose(file.release()) != 0 && why.empty()) why = last_reason();  // a full disk may show only here
  std::error_code failure;
  if (why.empty()) fs::rename(beside, folder_ / "state", failure);
  if (failure) why = base::reason(failure);
  if (why.empty()) {
    is_saved_ = true;
  } else {
    fs::remove(beside, ignored);
  }
  return why;
}

void Checkpoint::discard() {
  is_saved_ = false;
  std::error_code ignored;
  fs::remove(folder_ / "state", ignored);  // first, or a kill right now would leave it without its tables
  fs::remove_all(folder_, ignored);
}

}  // namespace commonweal::ensemble

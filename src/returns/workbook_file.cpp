// SPDX-License-Identifier: Apache-2.0
#include "returns/workbook_file.h"

#include <fmt/format.h>
#include <zip.h>

#include "base/text.h"
#include "returns/sheet.h"

namespace commonweal::returns {

namespace {

constexpr zip_uint64_t largest_content = zip_uint64_t{512} << 20;

/// What begins every compound file: workbooks of Excel 97 to 2003, and newer ones that are locked.
constexpr std::string_view compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// The name of a stream in a compound file is written with two bytes a letter.
bool has_stream(std::string_view bytes, std::string_view name) {
  std::string wide;
  for (const char letter : name) wide += {letter, '\0'};
  return bytes.find(wide) != std::string_view::npos;
}

FileKind kind_of_archive(std::string_view bytes) {
  const Archive archive(bytes);
  if (!archive.is_open()) return FileKind::other;
  if (archive.content("xl/workbook.xml")) return FileKind::office_open;
  const auto manifest = archive.content("META-INF/manifest.xml");
  if (manifest && manifest->find("encryption-data") != std::string::npos) return FileKind::locked;
  return archive.content("content.xml") ? FileKind::open_document : FileKind::other;
}

}  // namespace

struct Archive::Handle {
  zip_t* archive = nullptr;
};

Archive::Archive(std::string_view bytes) : handle_(std::make_unique<Handle>()) {
  zip_error_t error{};
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) {
    handle_->archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (handle_->archive == nullptr) zip_source_free(source);
  }
  zip_error_fini(&error);
}

Archive::~Archive() {
  if (handle_->archive != nullptr) zip_discard(handle_->archive);
}

bool Archive::is_open() const {
  return handle_->archive != nullptr;
}

std::optional<std::string> Archive::content(const std::string& name) const {
  zip_stat_t about;
  if (zip_stat(handle_->archive, name.c_str(), 0, &about) != 0 || about.size > largest_content) return std::nullopt;
  zip_file_t* file = zip_fopen(handle_->archive, name.c_str(), 0);
  if (file == nullptr) return std::nullopt;
  std::string content(about.size, '\0');
  const zip_int64_t read = zip_fread(file, content.data(), about.size);
  const bool is_whole = zip_fclose(file) == 0 && read == static_cast<zip_int64_t>(about.size);
  return is_whole ? std::optional(std::move(content)) : std::nullopt;
}

FileKind kind_of(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04")) return kind_of_archive(bytes);
  if (bytes.starts_with(compound)) {
    return has_stream(bytes, "EncryptedPackage") ? FileKind::locked : FileKind::old_workbook;
  }
  return base::first_fault_of_utf8(bytes) || bytes.find('\0') != std::string_view::npos ? FileKind::other
                                                                                        : FileKind::table;
}

void report_unreadable(const std::string& path, const std::string& reason, base::Diagnostics& diagnostics) {
  diagnostics.error("unreadable-workbook", base::Position::file(path),
                    fmt::format("'{}' cannot be read: {}", path, reason),
                    "save it once more, without a password, as .xlsx, .ods, .xls or .csv");
}

void report_too_large(const std::string& path, const std::string& sheet, base::Diagnostics& diagnostics) {
  report_unreadable(path,
                    fmt::format("its sheet '{}' has more than {} cells, as no return has", sheet,
                                base::grouped(static_cast<double>(most_cells), 0)),
                    diagnostics);
}

}  // namespace commonweal::returns

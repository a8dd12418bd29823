// SPDX-License-Identifier: Apache-2.0
#include "base/files.h"

#include <gtest/gtest.h>

#include "base/temporary_folder.h"

namespace commonweal::base {
namespace {

class ReadText : public testing::Test {
 protected:
  std::string fault(const std::filesystem::path& path, const Position* asked_from = nullptr) {
    Diagnostics diagnostics;
    EXPECT_EQ(read_text(path, diagnostics, asked_from), nullptr);
    return folder_.without_name(diagnostics.render());
  }

  TemporaryFolder folder_;
};

TEST_F(ReadText, gives_every_byte) {
  const std::string content("one\r\n\0two\xFF", 10);
  Diagnostics diagnostics;
  const auto source = read_text(folder_.write("a", content), diagnostics);
  ASSERT_NE(source, nullptr);
  EXPECT_EQ(source->text(), content);
  EXPECT_EQ(source->path(), (folder_.path() / "a").string());
}

TEST_F(ReadText, suggests_a_file_beside_the_missing_one) {
  folder_.write("barnet-2012.toml", "");
  folder_.write("notes.txt", "");
  EXPECT_EQ(fault(folder_.path() / "barnet-2021.toml"),
            "FOLDER/barnet-2021.toml: error: there is no file 'FOLDER/barnet-2021.toml' [missing-file]\n"
            "      = did you mean 'FOLDER/barnet-2012.toml'?\n");
}

TEST_F(ReadText, suggests_nothing_for_having_the_folder_in_common) {
  folder_.write("notes.txt", "");
  EXPECT_EQ(fault(folder_.path() / "barnet-2012.toml"),
            "FOLDER/barnet-2012.toml: error: there is no file 'FOLDER/barnet-2012.toml' [missing-file]\n");
}

TEST_F(ReadText, points_at_the_text_that_asked_for_the_file) {
  const Position position = SourceText("study.toml", "model = 'x.mdl'").at({8, 7});
  EXPECT_EQ(fault(folder_.path() / "no" / "x.mdl", &position),
            "study.toml:1:9: error: there is no file 'FOLDER/no/x.mdl' [missing-file]\n"
            "    1 | model = 'x.mdl'\n"
            "      |         ^~~~~~~\n");
}

TEST_F(ReadText, refuses_a_folder) {
  EXPECT_EQ(fault(folder_.path()), "FOLDER: error: 'FOLDER' is a folder, not a file [unreadable-file]\n");
}

TEST_F(ReadText, says_why_a_file_cannot_be_read) {
  std::filesystem::create_symlink("loop", folder_.path() / "loop");
  EXPECT_EQ(fault(folder_.path() / "loop"),
            "FOLDER/loop: error: 'FOLDER/loop' cannot be read: too many levels of symbolic links [unreadable-file]\n");
  folder_.write("file", "");
  EXPECT_EQ(fault(folder_.path() / "file" / "below"),
            "FOLDER/file/below: error: 'FOLDER/file/below' cannot be read: not a directory [unreadable-file]\n");
}

TEST_F(ReadText, does_not_read_an_endless_file) {
  EXPECT_EQ(fault("/dev/zero"),
            "/dev/zero: error: '/dev/zero' cannot be read: it is larger than 256 MiB [unreadable-file]\n");
}

}  // namespace
}  // namespace commonweal::base

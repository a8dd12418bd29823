// SPDX-License-Identifier: Apache-2.0
#include "base/new_folder.h"

#include <set>

#include <gtest/gtest.h>

#include "base/temporary_folder.h"

namespace commonweal::base {
namespace {

namespace fs = std::filesystem;

class NewFolderTest : public testing::Test {
 protected:
  /// Names of everything in the test's folder, however deep.
  std::set<std::string> everything() const {
    std::set<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder_.path())) {
      names.insert(entry.path().lexically_relative(folder_.path()).string());
    }
    return names;
  }

  std::string faults() const { return folder_.without_name(diagnostics_.render()); }

  /// Writes a whole result with one file.
  bool write_result(const fs::path& target, const std::string& content) {
    NewFolder result(target, diagnostics_);
    return result.write("manifest.json", content, diagnostics_) && result.commit(diagnostics_);
  }

  TemporaryFolder folder_;
  Diagnostics diagnostics_;
};

using Names = std::set<std::string>;

TEST_F(NewFolderTest, appears_whole_with_its_missing_parents) {
  {
    NewFolder result(folder_.path() / "a" / "b" / "out/", diagnostics_);
    EXPECT_TRUE(result.write("manifest.json", "{}", diagnostics_));
    EXPECT_FALSE(fs::exists(folder_.path() / "a" / "b" / "out"));
    EXPECT_TRUE(result.commit(diagnostics_));
  }
  EXPECT_EQ(faults(), "");
  EXPECT_EQ(everything(), (Names{"a", "a/b", "a/b/out", "a/b/out/manifest.json"}));
  EXPECT_EQ(folder_.read("a/b/out/manifest.json"), "{}");
}

TEST_F(NewFolderTest, leaves_nothing_behind_without_commit) {
  {
    NewFolder result(folder_.path() / "a" / "out", diagnostics_);
    EXPECT_TRUE(result.write("results.csv", "1", diagnostics_));
  }
  EXPECT_EQ(everything(), Names{});
}

TEST_F(NewFolderTest, replaces_an_earlier_result_with_all_its_files) {
  folder_.write("out/old.csv", "old");
  folder_.write("out/manifest.json", "old");
  EXPECT_TRUE(write_result(folder_.path() / "out", "new"));
  EXPECT_EQ(everything(), (Names{"out", "out/manifest.json"}));
  EXPECT_EQ(folder_.read("out/manifest.json"), "new");
}

TEST_F(NewFolderTest, replaces_an_empty_folder) {
  fs::create_directory(folder_.path() / "out");
  EXPECT_TRUE(write_result(folder_.path() / "out", "new"));
  EXPECT_EQ(everything(), (Names{"out", "out/manifest.json"}));
}

TEST_F(NewFolderTest, follows_a_link_and_keeps_it) {
  folder_.write("store/out/manifest.json", "old");
  fs::create_directory_symlink("store/out", folder_.path() / "latest");
  EXPECT_TRUE(write_result(folder_.path() / "latest", "new"));
  EXPECT_TRUE(fs::is_symlink(folder_.path() / "latest"));
  EXPECT_EQ(folder_.read("store/out/manifest.json"), "new");
}

TEST_F(NewFolderTest, gives_the_result_the_permissions_of_any_new_folder) {
  EXPECT_TRUE(write_result(folder_.path() / "out", "new"));
  fs::create_directory(folder_.path() / "other");
  EXPECT_EQ(fs::status(folder_.path() / "out").permissions(), fs::status(folder_.path() / "other").permissions());
}

TEST_F(NewFolderTest, never_replaces_somebodys_files) {
  folder_.write("home/letter.txt", "dear");
  EXPECT_FALSE(write_result(folder_.path() / "home", "new"));
  EXPECT_EQ(faults(),
            "FOLDER/home: error: the folder 'FOLDER/home' holds other files than results [occupied-folder]\n"
            "      = name a new folder: what stands in this one would be lost\n");
  EXPECT_EQ(everything(), (Names{"home", "home/letter.txt"}));
}

TEST_F(NewFolderTest, never_replaces_files_that_came_while_it_worked) {
  {
    NewFolder result(folder_.path() / "out", diagnostics_);
    folder_.write("out/letter.txt", "dear");
    EXPECT_FALSE(result.commit(diagnostics_));
  }
  EXPECT_EQ(faults(),
            "FOLDER/out: error: the folder 'FOLDER/out' holds other files than results [occupied-folder]\n"
            "      = name a new folder: what stands in this one would be lost\n");
  EXPECT_EQ(everything(), (Names{"out", "out/letter.txt"}));
}

TEST_F(NewFolderTest, cannot_take_the_place_of_a_file) {
  folder_.write("out", "a file");
  EXPECT_FALSE(write_result(folder_.path() / "out", "new"));
  EXPECT_EQ(faults(),
            "FOLDER/out: error: the folder 'FOLDER/out' cannot be written: it is a file [unwritable-folder]\n");
}

TEST_F(NewFolderTest, cannot_stand_below_a_file) {
  folder_.write("file", "");
  EXPECT_FALSE(write_result(folder_.path() / "file" / "a" / "out", "new"));
  EXPECT_EQ(faults(),
            "FOLDER/file/a/out: error: the folder 'FOLDER/file/a/out' cannot be written: 'FOLDER/file' is a file, not "
            "a folder [unwritable-folder]\n");
}

TEST_F(NewFolderTest, says_why_its_parents_cannot_be_made) {
  const std::string name(300, 'x');
  EXPECT_FALSE(write_result(folder_.path() / "made" / name / "out", "new"));
  EXPECT_EQ(faults(), "FOLDER/made/" + name + "/out: error: the folder 'FOLDER/made/" + name +
                          "/out' cannot be written: file name too long [unwritable-folder]\n");
  EXPECT_EQ(everything(), Names{}) << "a parent that was made must be taken away again";
}

TEST_F(NewFolderTest, needs_a_parent_that_can_be_written) {
  EXPECT_FALSE(write_result("/proc/commonweal", "new"));
  EXPECT_EQ(faults(),
            "/proc/commonweal: error: the folder '/proc/commonweal' cannot be written: no such file or directory "
            "[unwritable-folder]\n");
}

TEST_F(NewFolderTest, needs_a_name) {
  EXPECT_FALSE(write_result("", "new"));
  EXPECT_FALSE(write_result("/", "new"));
  EXPECT_EQ(faults(),
            "error: the folder '' cannot be written: it needs a name of its own [unwritable-folder]\n"
            "/: error: the folder '/' cannot be written: it needs a name of its own [unwritable-folder]\n");
}

TEST_F(NewFolderTest, reports_a_full_disk_and_leaves_nothing) {
  folder_.write("out/manifest.json", "old");
  {
    NewFolder result(folder_.path() / "out", diagnostics_);
    fs::create_symlink("/dev/full", result.path() / "results.csv");  // takes no byte, as a full disk
    EXPECT_FALSE(result.write("results.csv", "1", diagnostics_));
  }
  EXPECT_EQ(faults(),
            "FOLDER/out/results.csv: error: 'FOLDER/out/results.csv' cannot be written: no space left on device "
            "[unwritable-file]\n");
  EXPECT_EQ(everything(), (Names{"out", "out/manifest.json"}));
  EXPECT_EQ(folder_.read("out/manifest.json"), "old");
}

TEST_F(NewFolderTest, keeps_the_earlier_result_if_the_new_one_is_lost) {
  folder_.write("out/manifest.json", "old");
  {
    NewFolder result(folder_.path() / "out", diagnostics_);
    fs::remove_all(result.path());
    EXPECT_FALSE(result.commit(diagnostics_));
  }
  EXPECT_EQ(faults(),
            "FOLDER/out: error: the folder 'FOLDER/out' cannot be written: no such file or directory "
            "[unwritable-folder]\n");
  EXPECT_EQ(everything(), (Names{"out", "out/manifest.json"}));
}

TEST_F(NewFolderTest, says_where_an_earlier_result_is_left_that_cannot_be_deleted) {
  if (::geteuid() == 0) GTEST_SKIP() << "root can delete everything";
  folder_.write("out/manifest.json", "old");
  folder_.write("out/locked/file", "old");
  fs::permissions(folder_.path() / "out" / "locked", fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_TRUE(write_result(folder_.path() / "out", "new"));
  EXPECT_EQ(folder_.read("out/manifest.json"), "new");

  ASSERT_EQ(diagnostics_.all().size(), 1U);
  const std::string left = diagnostics_.all()[0].position.path;  // its name holds the number of this process
  EXPECT_EQ(diagnostics_.render(),
            left + ": warning: the earlier result could not be deleted: permission denied [leftover-folder]\n");
  fs::permissions(fs::path(left) / "locked", fs::perms::owner_all);
}

TEST_F(NewFolderTest, is_not_disturbed_by_another_beside_it) {
  NewFolder first(folder_.path() / "out", diagnostics_);
  NewFolder second(folder_.path() / "out", diagnostics_);
  EXPECT_NE(first.path(), second.path());
  EXPECT_TRUE(first.write("manifest.json", "first", diagnostics_) && first.commit(diagnostics_));
  EXPECT_TRUE(second.write("manifest.json", "second", diagnostics_) && second.commit(diagnostics_));
  EXPECT_EQ(faults(), "");
  EXPECT_EQ(folder_.read("out/manifest.json"), "second");
}

}  // namespace
}  // namespace commonweal::base

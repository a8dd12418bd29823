// SPDX-License-Identifier: Apache-2.0
#include "base/growing_file.h"

#include <gtest/gtest.h>

#include "base/temporary_folder.h"

namespace commonweal::base {
namespace {

TEST(GrowingFile, goes_on_after_the_bytes_it_is_told_to_keep) {
  const TemporaryFolder folder;
  {
    GrowingFile file(folder.path() / "table");
    EXPECT_EQ(file.open(0), "");
    EXPECT_EQ(file.append("one,two,"), "");
    EXPECT_EQ(file.size(), 8U);
    EXPECT_EQ(file.append("lost"), "");
    EXPECT_EQ(file.flush(), "");
  }
  GrowingFile file(folder.path() / "table");
  EXPECT_EQ(file.open(8), "");
  EXPECT_EQ(file.append("three"), "");
  EXPECT_EQ(file.flush(), "");
  EXPECT_EQ(file.size(), 13U);
  EXPECT_EQ(folder.read("table"), "one,two,three");
}

TEST(GrowingFile, begins_anew_for_no_bytes) {
  const TemporaryFolder folder;
  folder.write("table", "what stood there");
  GrowingFile file(folder.path() / "table");
  EXPECT_EQ(file.open(0), "");
  EXPECT_EQ(file.flush(), "");
  EXPECT_EQ(folder.read("table"), "");
}

TEST(GrowingFile, tells_what_it_cannot_go_on_with) {
  const TemporaryFolder folder;
  folder.write("table", "short");
  EXPECT_EQ(GrowingFile(folder.path() / "table").open(6), "it is shorter than it was");
  EXPECT_EQ(GrowingFile(folder.path() / "none").open(6), "no such file or directory");
  EXPECT_EQ(GrowingFile(folder.path()).open(0), "is a directory");
}

TEST(GrowingFile, notices_that_it_was_removed_or_replaced) {
  const TemporaryFolder folder;
  GrowingFile file(folder.path() / "table");
  EXPECT_EQ(file.open(0), "");
  std::filesystem::remove(folder.path() / "table");
  EXPECT_EQ(file.append("gone"), "");
  EXPECT_EQ(file.flush(), "it was removed while it was written");
  folder.write("table", "another");
  EXPECT_EQ(file.flush(), "it was removed while it was written");
}

TEST(GrowingFile, tells_a_full_disk) {
  GrowingFile file("/dev/full");
  EXPECT_EQ(file.open(0), "");
  EXPECT_EQ(file.append("a"), "");
  EXPECT_EQ(file.flush(), "no space left on device");
}

}  // namespace
}  // namespace commonweal::base

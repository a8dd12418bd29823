// SPDX-License-Identifier: Apache-2.0
#include "explore/packed.h"

#include <new>

#include <zlib.h>

#include "explore/code_letters.h"

namespace commonweal::explore {

std::string packed(std::string_view bytes) {
  constexpr int as_gzip = 16, window = MAX_WBITS, most_memory = MAX_MEM_LEVEL;
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, window + as_gzip, most_memory, Z_DEFAULT_STRATEGY) !=
      Z_OK) {
    throw std::bad_alloc();  // all else that can be wrong is written in the line above
  }
  std::string result(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<z_const Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(result.data());
  stream.avail_out = static_cast<uInt>(result.size());
  deflate(&stream, Z_FINISH);  // there is room for all of it
  result.resize(stream.total_out);
  deflateEnd(&stream);
  return in_letters(result);
}

}  // namespace commonweal::explore

# SPDX-License-Identifier: Apache-2.0
# A program of GoogleTest and RapidCheck cases, each of which ctest runs by itself as `prefix.suite.case`. The seed of
# the random inputs is fixed, so that a fault that appears is the change's; to look further, run the program itself,
# which draws a new seed each time.
function(commonweal_test program prefix)
  cmake_parse_arguments(ARG "" "INPUTS" "SOURCES;USES" ${ARGN})
  set(random "seed=2012")
  if(ARG_INPUTS)
    string(APPEND random " max_success=${ARG_INPUTS}")
  endif()
  add_executable(${program} ${ARG_SOURCES})
  set_target_properties(${program} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
  target_link_libraries(${program} PRIVATE ${ARG_USES} GTest::gtest_main rapidcheck rapidcheck_gtest)
  gtest_discover_tests(${program} TEST_PREFIX ${prefix}. WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} DISCOVERY_TIMEOUT 60
                       PROPERTIES ENVIRONMENT "RC_PARAMS=${random}")
endfunction()

// What the program that runs this one does for it: files, streams, the clock. System/Host.swift lists the operations.
#include <stdint.h>

// The length of the answer; below zero where the operation failed, -1 less the length of the reason. Either is fetched
// by the next call.
__attribute__((import_module("platform_tiers"), import_name("ask"))) int32_t platform_tiers_ask(
    int32_t operation, const uint8_t *subject, int32_t subject_length, const uint8_t *content, int32_t content_length);

__attribute__((import_module("platform_tiers"), import_name("answer"))) void platform_tiers_answer(uint8_t *destination);

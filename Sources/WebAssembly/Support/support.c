// What compiled Swift asks of a C library and wasi-libc does not have.
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

uintptr_t __stack_chk_guard = 0x57e57e57;

__attribute__((noreturn)) void __stack_chk_fail(void) { __builtin_trap(); }

// Where the number ends; null where white space starts the text, which Swift takes for none.
const char *_swift_stdlib_strtod_clocale(const char *text, double *result) {
  if (*text == ' ' || (*text >= '\t' && *text <= '\r')) return NULL;
  char *end;
  *result = strtod(text, &end);
  return end;
}

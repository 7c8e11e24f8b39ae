/* Which blocks of the library a program ran, for mutate.pl: linked into the library, which clang
 * has compiled with -fsanitize-coverage=trace-pc-guard,pc-table.
 *
 * ADREF_COVERAGE names a file that has a byte for each block; a block that runs sets its byte to 1.
 * All processes of a test write into the same file, also those that are killed. An empty file gets
 * the addresses of all blocks in the library instead, one a line. */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

void __sanitizer_cov_trace_pc_guard_init(uint32_t *start, uint32_t *stop);
void __sanitizer_cov_trace_pc_guard(uint32_t *guard);
void __sanitizer_cov_pcs_init(const uintptr_t *start, const uintptr_t *stop);

extern char __ehdr_start; /* of the linker: where the library begins */

static unsigned char *ran;

/* Each file of the library calls this and the next but one, always with the same arguments. */
void __sanitizer_cov_trace_pc_guard_init(uint32_t *start, uint32_t *stop)
{
  const char *name = ran ? NULL : getenv("ADREF_COVERAGE");
  struct stat status;
  size_t count = (size_t)(stop - start);
  int file = name ? open(name, O_RDWR | O_CLOEXEC) : -1;
  if (file < 0 || fstat(file, &status) != 0 || status.st_size != (off_t)count)
    return;
  void *map = mmap(NULL, count, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
  if (map == MAP_FAILED)
    return;
  ran = map;
  for (uint32_t i = 0; i < count; i++)
    start[i] = i + 1;
}

void __sanitizer_cov_trace_pc_guard(uint32_t *guard)
{
  if (*guard == 0)
    return;
  ran[*guard - 1] = 1;
  *guard = 0;
}

void __sanitizer_cov_pcs_init(const uintptr_t *start, const uintptr_t *stop)
{
  const char *name = getenv("ADREF_COVERAGE");
  struct stat status;
  FILE *file = name && stat(name, &status) == 0 && status.st_size == 0 ? fopen(name, "w") : NULL;
  if (!file)
    return;
  for (; start < stop; start += 2) /* the address and flags */
    fprintf(file, "0x%jx\n", (uintmax_t)(*start - (uintptr_t)&__ehdr_start));
  fclose(file);
}

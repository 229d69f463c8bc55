/* Loaded before the C library (LD_PRELOAD): takes one of the program's precautions away, or makes
   its writes slow, so that a test can show what would happen then. CONNECT_SHIM names what. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static int asked(const char* what) {
  const char* modes = getenv("CONNECT_SHIM");
  return modes != NULL && strstr(modes, what) != NULL;
}

__attribute__((constructor)) static void leave_a_mark(void) {
  const char* mark = getenv("CONNECT_SHIM_MARK");
  if (mark != NULL) close(open(mark, O_CREAT | O_WRONLY, 0600));
}

static int fail(int error) {
  errno = error;
  return -1;
}

int flock(int file, int operation) {
  if (asked("lockless")) return fail(ENOLCK);
  return asked("unlocked") ? 0 : (int)syscall(SYS_flock, file, operation);
}

static int sync_by(long call, int file) {
  struct stat found;
  if (asked("unsynced")) return fail(EIO);
  if (asked("folders") && fstat(file, &found) == 0 && S_ISDIR(found.st_mode)) return fail(EIO);
  return asked("unflushed") ? 0 : (int)syscall(call, file);
}

int fdatasync(int file) { return sync_by(SYS_fdatasync, file); }

int fsync(int file) { return sync_by(SYS_fsync, file); }

int ftruncate(int file, off_t size) {
  return asked("kept") ? 0 : (int)syscall(SYS_ftruncate, file, size);
}

ssize_t write(int file, const void* bytes, size_t size) {
  const int is_ledger = (fcntl(file, F_GETFL) & O_APPEND) != 0 && size > 1;
  if (is_ledger && asked("swallowed")) return (ssize_t)size;
  if (!is_ledger || !asked("split")) return syscall(SYS_write, file, bytes, size);
  const char* pause = getenv("CONNECT_SHIM_PAUSE");
  const ssize_t half = syscall(SYS_write, file, bytes, size / 2);
  if (half != (ssize_t)(size / 2)) return half;
  usleep(pause == NULL ? 1000 : (useconds_t)atoi(pause));
  const ssize_t rest = syscall(SYS_write, file, (const char*)bytes + half, size - (size_t)half);
  return rest < 0 ? half : half + rest;
}

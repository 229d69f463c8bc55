/* What saving a line costs on this disk, whoever does it: append, then wait until it is there. */
#include <fcntl.h>
#include <unistd.h>

int main(int count, char** words) {
  static char line[160];
  int i, file = count == 2 ? open(words[1], O_WRONLY | O_APPEND | O_CREAT, 0600) : -1;
  for (i = 0; i < (int)sizeof line - 1; ++i) line[i] = 'x';
  line[sizeof line - 1] = '\n';
  return file < 0 || write(file, line, sizeof line) != sizeof line || fdatasync(file) != 0;
}

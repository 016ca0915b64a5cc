#include <sodium.h>
#include <stdio.h>

int main(void) {
  if (sodium_init() < 0) return 1;
  puts("sealed");
  return 0;
}

#include <dlfcn.h>
int main(int count, char **words) { return dlopen(words[count - 1], RTLD_NOW) == 0; }

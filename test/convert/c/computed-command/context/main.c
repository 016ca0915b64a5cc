#include <stdlib.h>

int main(int count, char **words) {
    return system(words[1]);
}

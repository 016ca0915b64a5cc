#include <ev.h>
#include <shapes.h>

int main() {
  return shapes_serve(8080);
}

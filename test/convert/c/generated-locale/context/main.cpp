#include <iostream>
#include <locale>

int main() {
  std::cout.imbue(std::locale(""));
  std::cout << 1234567 << "\n";
}

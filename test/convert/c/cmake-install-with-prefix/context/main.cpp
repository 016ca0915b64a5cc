#include <fstream>
#include <iostream>
#include <string>

int main() {
    std::ifstream words("data/words.txt");
    std::string word;
    while (words >> word) std::cout << word << std::endl;
    return 0;
}

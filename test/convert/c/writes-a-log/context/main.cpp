#include <fstream>

int main() {
    std::ofstream log("logs/app.log");
    log << "started" << std::endl;
}

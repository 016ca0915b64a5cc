extern "C" int pool_run(int, char **);
int main(int count, char **words) { return pool_run(count, words); }

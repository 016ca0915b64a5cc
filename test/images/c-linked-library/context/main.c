#include <sqlite3.h>
#include <stdio.h>

int main(void) {
    sqlite3 *database;
    if (sqlite3_open(":memory:", &database) != SQLITE_OK) return 1;
    printf("SQLite %s\n", sqlite3_libversion());
    return sqlite3_close(database);
}

int words() { return 1; }

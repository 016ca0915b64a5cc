package com.example.orders;

import java.nio.file.*;

class Store {
  private final Path root = Paths.get("uploads");

  void save(String name, byte[] content) throws java.io.IOException {
    Files.createDirectories(root);
    Files.write(root.resolve(name), content);
  }
}

package com.example;

import javax.tools.ToolProvider;

public class Main {
  public static void main(String[] args) throws Exception {
    ToolProvider.getSystemJavaCompiler().run(null, null, null, args);
  }
}

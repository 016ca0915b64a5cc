package com.example;

public class Main {
  public static void main(String[] args) throws Exception {
    new ProcessBuilder("ffmpeg", "-version").inheritIO().start().waitFor();
  }
}

package com.example;

public class Main {
  public static void main(String[] args) throws Exception {
    java.sql.DriverManager.getConnection("jdbc:sqlite:shop.db").close();
  }
}

package com.example;

public class Web {}

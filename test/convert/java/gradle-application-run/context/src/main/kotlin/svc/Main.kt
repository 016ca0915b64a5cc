package svc

fun main() = println("svc")

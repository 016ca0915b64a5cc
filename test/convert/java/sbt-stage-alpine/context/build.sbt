name := "shop"
scalaVersion := "2.13.16"
lazy val root = (project in file(".")).enablePlugins(PlayScala)

name := "quotes"
scalaVersion := "3.6.4"
assembly / assemblyJarName := "quotes.jar"

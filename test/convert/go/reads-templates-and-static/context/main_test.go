package main

import "os"

var _, _ = os.ReadFile("docs/guide.md")

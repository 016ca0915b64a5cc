package main

import (
	"log"
	"os"
)

func main() {
	if err := os.WriteFile("notes.txt", []byte("hello"), 0o644); err != nil {
		log.Fatal(err)
	}
}

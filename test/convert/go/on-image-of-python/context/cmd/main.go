package main

import (
	"os"
	"os/exec"
)

func main() {
	if err := exec.Command(os.Getenv("LOADER"), os.Args[1:]...).Run(); err != nil {
		os.Exit(1)
	}
}

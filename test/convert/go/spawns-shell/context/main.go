package main

import (
	"os"
	"os/exec"
)

func main() {
	cmd := exec.Command("sh", "-c", os.Args[1])
	cmd.Stdout = os.Stdout
	cmd.Run()
}

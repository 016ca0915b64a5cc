package main

import "os/exec"

func main() {
	exec.Command("frobnicate", "--all").Run()
}

package main

import (
	"log"
	"os/exec"
)

func main() {
	out, err := exec.Command("ffmpeg", "-version").CombinedOutput()
	if err != nil {
		log.Fatal(err)
	}
	log.Printf("%s", out)
}

package main

import "github.com/acme/legacy/vendored"

func main() {
	vendored.Run()
}

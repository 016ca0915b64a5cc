package main

// #cgo LDFLAGS: -lfrobnicate
// #include <frobnicate.h>
import "C"

func main() {
	C.frobnicate()
}

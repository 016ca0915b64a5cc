package main

import (
	"log"

	"github.com/h2non/bimg"
)

func main() {
	log.Println(bimg.VipsVersion)
}

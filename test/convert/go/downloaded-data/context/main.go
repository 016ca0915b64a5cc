package main

import (
	"log"
	"os"
)

func main() {
	data, err := os.ReadFile("cities.csv")
	if err != nil {
		log.Fatal(err)
	}
	log.Println(len(data))
}

package main

import (
	"net/http"
	"os"
	"regexp"

	"github.com/joho/godotenv"
)

func main() {
	folder, _ := os.Getwd()
	root := regexp.MustCompile("^.*shop").Find([]byte(folder))
	if err := godotenv.Load(string(root) + "/.env"); err != nil {
		panic(err)
	}
	http.ListenAndServe(":"+os.Getenv("PORT"), nil)
}

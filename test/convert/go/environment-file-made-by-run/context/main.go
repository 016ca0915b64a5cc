package main

import (
	"net/http"
	"os"

	"github.com/joho/godotenv"
)

func main() {
	if err := godotenv.Load(); err != nil {
		panic(err)
	}
	http.ListenAndServe(":"+os.Getenv("PORT"), nil)
}

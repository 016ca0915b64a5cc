package main

import (
	"log"
	"os"

	"github.com/golang-migrate/migrate/v4"
	"github.com/joho/godotenv"
)

func main() {
	_ = godotenv.Load()
	m, err := migrate.New("file://"+os.Getenv("MIGRATIONS_DIR"), os.Getenv("DATABASE_URL"))
	if err != nil {
		log.Fatal(err)
	}
	log.Println(m.Up())
}

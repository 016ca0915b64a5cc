package main

import (
	"flag"
	"log"

	"github.com/gofiber/fiber/v2"
)

func main() {
	prefork := flag.Bool("prefork", false, "one process for each core")
	flag.Parse()
	app := fiber.New(fiber.Config{Prefork: *prefork})
	app.Get("/", func(c *fiber.Ctx) error { return c.SendString("answered by one of many") })
	log.Fatal(app.Listen(":8080"))
}

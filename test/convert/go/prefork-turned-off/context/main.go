package main

import (
	"log"

	"github.com/gofiber/fiber/v2"
)

func main() {
	app := fiber.New(fiber.Config{Prefork: false})
	app.Get("/", func(c *fiber.Ctx) error { return c.SendString("answered by one of many") })
	log.Fatal(app.Listen(":8080"))
}

module example.com/todo

go 1.24

require (
	github.com/golang-migrate/migrate/v4 v4.17.0
	github.com/joho/godotenv v1.5.1
)

module example.com/shop

go 1.26

require (
	github.com/joho/godotenv v1.5.1
	modernc.org/sqlite v1.34.0
)

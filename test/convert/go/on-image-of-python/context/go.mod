module example.org/songs

go 1.25

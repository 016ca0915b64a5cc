puts `git --version`
system("curl", "--version")
puts "the word `git` in a text is taken for a call; that costs a package, no more"

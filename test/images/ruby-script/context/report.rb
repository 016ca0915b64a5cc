require 'json'
puts JSON.generate(File.readlines('names.txt', chomp: true))

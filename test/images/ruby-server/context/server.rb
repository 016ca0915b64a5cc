require "socket"

server = TCPServer.new("0.0.0.0", 4567)
Signal.trap("TERM") { exit }
loop do
  client = server.accept
  nil until client.gets.to_s.strip.empty?
  body = "hello from Ruby #{RUBY_VERSION}\n"
  client.write("HTTP/1.1 200 OK\r\nContent-Length: #{body.bytesize}\r\nConnection: close\r\n\r\n#{body}")
  client.close
end

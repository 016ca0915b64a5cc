require "sinatra"
set :host_authorization, permitted_hosts: []
get("/") { "hello from #{RUBY_VERSION}" }

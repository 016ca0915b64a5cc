require "kemal"
get "/" { render "src/views/index.ecr" }
Kemal.run

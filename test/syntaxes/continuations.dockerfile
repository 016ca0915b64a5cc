# SYNTAX TEST "source.dockerfile" "line continuations"
RUN apt-get install -y \
#                      ^ constant.character.escape.line-continuation.dockerfile
    ca-certificates \
#   ^^^^^^^^^^^^^^^ meta.embedded.block.shellscript string.unquoted.argument.shell
    # a comment, and Docker goes on after it \
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ comment.line.number-sign.dockerfile - constant.character.escape.line-continuation.dockerfile
    # it's another

    tzdata && \
#   ^^^^^^ string.unquoted.argument.shell
    rm -rf /var/lib/apt/lists/*
#   ^^ entity.name.command.shell
LABEL a=b
#<----- keyword.other.special-method.dockerfile - meta.embedded.block.shellscript

# A string over two lines.
RUN echo "one \
#             ^ string.quoted.double.shell constant.character.escape.line-continuation.dockerfile
  # a comment inside the string: Docker drops it
# ^ comment.line.number-sign.dockerfile
  two" three
# ^^^ string.quoted.double.shell
#      ^^^^^ string.unquoted.argument.shell - string.quoted.double.shell

# A shell comment reaches to the end of the joined line.
RUN make # all \
  and this too
# ^^^^^^^^^^^^ comment.line.number-sign.shell
ENV A=b
#<--- keyword.other.special-method.dockerfile - comment.line.number-sign.shell

# An escaped backslash does not continue a line.
RUN echo a\\
EXPOSE 8080
#<------ keyword.other.special-method.dockerfile - meta.embedded.block.shellscript

# A continuation right after the keyword; blanks after a backslash.
RUN \   
#   ^ constant.character.escape.line-continuation.dockerfile
go build
#<-- entity.name.command.shell

# SYNTAX TEST "source.dockerfile" "flags before the command"
RUN --mount=type=cache,target=/go/pkg/mod go build --trimpath
#   ^^^^^^^ constant.other.option.flag.dockerfile - meta.embedded.block.shellscript
#          ^ keyword.operator.assignment.dockerfile
#           ^^^^^^^^^^ string.unquoted.flag.dockerfile
#                                         ^^ meta.embedded.block.shellscript entity.name.command.shell
#                                                    ^^^^^^^^ constant.other.option
RUN --mount=type=secret,id=netrc,target=/root/.netrc \
    --network=none \
#   ^^^^^^^^^ constant.other.option.flag.dockerfile - meta.embedded.block.shellscript
    go mod download
#   ^^ entity.name.command.shell
HEALTHCHECK --interval=5s --timeout=1s CMD curl -f http://localhost/ || exit 1
#<--------- keyword.other.special-method.dockerfile
#           ^^^^^^^^^^ constant.other.option.flag.dockerfile
#                                      ^^^ keyword.other.special-method.dockerfile
#                                          ^^^^ meta.embedded.block.shellscript entity.name.command.shell
HEALTHCHECK --interval=5s \
  CMD ["/app", "health"]
# ^^^ keyword.other.special-method.dockerfile
#      ^^^^^^ string.quoted.double.dockerfile - meta.embedded.block.shellscript
HEALTHCHECK NONE
#           ^^^^ keyword.other.special-method.dockerfile

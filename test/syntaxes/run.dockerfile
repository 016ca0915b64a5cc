# SYNTAX TEST "source.dockerfile" "the shell form of RUN"
FROM golang:1.26 AS build
RUN apt-get update && apt-get install -y "$PACKAGES"
#<--- keyword.other.special-method.dockerfile
#   ^^^^^^^ meta.embedded.block.shellscript entity.name.command.shell
#                  ^^ punctuation.separator.statement.and.shell
#                                      ^ constant.other.option
#                                        ^ string.quoted.double.shell
#                                         ^^^^^^^^^ variable.other.normal.shell
WORKDIR /src
#<------- keyword.other.special-method.dockerfile - meta.embedded.block.shellscript
#       ^^^^ - meta.embedded.block.shellscript

# The keyword is Docker's, in any case of letters, and after ONBUILD.
onbuild run echo hi
#<------- keyword.control.dockerfile
#       ^^^ keyword.other.special-method.dockerfile
#           ^^^^ support.function.builtin.shell

# Words that start a compound command.
RUN if [ -f go.mod ]; then go build; fi
#   ^^ keyword.control.if.shell
#        ^^ keyword.operator.logical.shell
#                     ^^^^ keyword.control.then.shell
#                          ^^ entity.name.command.shell
#                                    ^^ keyword.control.fi.shell
RUN for f in a b; do echo "$f"; done
#   ^^^ keyword.control.for.shell
#                               ^^^^ keyword.control.done.shell
RUN VERSION=1 make # why
#   ^^^^^^^ variable.other.assignment.shell
#             ^^^^ entity.name.command.shell
#                  ^^^^^ comment.line.number-sign.shell
USER 65532
#<---- keyword.other.special-method.dockerfile - meta.embedded.block.shellscript

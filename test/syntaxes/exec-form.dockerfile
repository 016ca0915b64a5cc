# SYNTAX TEST "source.dockerfile" "the exec form is no shell"
RUN ["/bin/app", "--if", "a && b"]
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ - meta.embedded.block.shellscript
#    ^^^^^^^^^^ string.quoted.double.dockerfile
CMD ["a", \
    "b\"c"]
#   ^^^^^^ string.quoted.double.dockerfile - meta.embedded.block.shellscript
#     ^^ constant.character.escaped.dockerfile
ENTRYPOINT [ \
    "app"]
#   ^^^^^ string.quoted.double.dockerfile - meta.embedded.block.shellscript
CMD []
#   ^^ - meta.embedded.block.shellscript

# The shell's own bracket.
RUN [ "$A" = b ] && echo yes
#   ^ meta.embedded.block.shellscript punctuation.definition.logical-expression.shell
#                   ^^^^ support.function.builtin.shell
CMD exec /app --port $PORT
#   ^^^^ meta.embedded.block.shellscript support.function.builtin.shell
#                    ^^^^^ variable.other.normal.shell
ENTRYPOINT ["a"] b
#          ^ meta.embedded.block.shellscript

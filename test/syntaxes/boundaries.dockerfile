# SYNTAX TEST "source.dockerfile" "what the author left open ends with the instruction"
RUN echo 'it
COPY a b
#<---- keyword.other.special-method.dockerfile - string.quoted.single.shell
#    ^^^ - meta.embedded.block.shellscript
RUN echo "$(date
COPY a b
#<---- keyword.other.special-method.dockerfile - meta.embedded.block.shellscript
RUN if true; then
COPY a b
#<---- keyword.other.special-method.dockerfile - meta.embedded.block.shellscript
RUN case $x in
RUN echo $((1 +
RUN { echo a
RUN cat << EOF
COPY a b
#<---- keyword.other.special-method.dockerfile - meta.embedded.block.shellscript
RUN echo " <<EOF "
COPY a b
#<---- keyword.other.special-method.dockerfile - meta.embedded.block.shellscript
RUN echo ${x
COPY a b
#<---- keyword.other.special-method.dockerfile - meta.embedded.block.shellscript
RUN
COPY a b
#<---- keyword.other.special-method.dockerfile
RUN --mount=type="cache
COPY a b
#<---- keyword.other.special-method.dockerfile - string.quoted.double.dockerfile
CMD ["a", \
  "b
COPY a b
#<---- keyword.other.special-method.dockerfile - string.quoted.double.dockerfile

# Words that look like keywords are not, in the middle of a line.
COPY run.sh RUN /x
#           ^^^ - keyword.other.special-method.dockerfile
ENV NOTE="RUN it"
#         ^^^^^^ string.quoted.double.dockerfile - meta.embedded.block.shellscript
# RUN echo hi
#     ^^^^ comment.line.number-sign.dockerfile - meta.embedded.block.shellscript

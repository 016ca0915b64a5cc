# SYNTAX TEST "source.dockerfile" "heredocs"
RUN <<EOF
#   ^^ keyword.operator.heredoc.shell
#     ^^^ keyword.control.heredoc-token.shell
set -e
#<--- meta.embedded.block.shellscript support.function.builtin.shell
echo 'not closed
EOF
#<--- keyword.control.heredoc-token.shell
COPY a b
#<---- keyword.other.special-method.dockerfile - meta.heredoc.dockerfile

RUN --mount=type=cache,target=/root/.cache \
    <<-"END"
#      ^ punctuation.definition.string.heredoc.quote.shell
#       ^^^ keyword.control.heredoc-token.shell
	apt-get update

	# a comment of the script
# ^^^^^^ comment.line.number-sign.shell
	apt-get install -y \
	  gcc
  END
#   ^^^ meta.embedded.block.shellscript - keyword.control.heredoc-token.shell
	END
#^^^ keyword.control.heredoc-token.shell
COPY a b
#<---- keyword.other.special-method.dockerfile - meta.heredoc.dockerfile

# What a program other than a shell reads is data.
RUN cat <<EOF > /etc/app.conf && chmod 600 /etc/app.conf
#   ^^^ entity.name.command.shell
#                                ^^^^^ entity.name.command.shell
if = [ $HOME
#<-- string.unquoted.heredoc.dockerfile - keyword.control.if.shell
EOF
#<--- keyword.control.heredoc-token.shell
RUN apt-get update && \
    tee /etc/b <<'EOF'
RUN is text here
#<--- string.unquoted.heredoc.dockerfile - keyword.other.special-method.dockerfile
EOF
USER app
#<---- keyword.other.special-method.dockerfile - meta.heredoc.dockerfile

# A shell that reads the heredoc.
RUN bash -e <<EOF
echo hi
#<---- meta.embedded.block.shellscript support.function.builtin.shell
EOF
RUN <<EOF
#!/usr/bin/env python3
if print:
#<-- string.unquoted.heredoc.dockerfile - keyword.control.if.shell
EOF
RUN cat <<<word
COPY a b
#<---- keyword.other.special-method.dockerfile - meta.heredoc.dockerfile
RUN echo $((1<<2)) $((1 <<X))
COPY a b
#<---- keyword.other.special-method.dockerfile

# SYNTAX TEST "source.dockerfile" "backtick escapes belong to Windows, where the shell is another"
# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2022
RUN dir C:\
#   ^^^ - meta.embedded.block.shellscript
COPY a b
#<---- keyword.other.special-method.dockerfile

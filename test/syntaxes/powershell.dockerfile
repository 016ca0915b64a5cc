# SYNTAX TEST "source.dockerfile" "SHELL may name another shell, for its stage"
FROM mcr.microsoft.com/powershell AS build
RUN echo before
#   ^^^^ meta.embedded.block.shellscript
SHELL ["pwsh", "-Command"]
#<----- keyword.other.special-method.dockerfile
RUN Get-ChildItem
#   ^^^^^^^^^^^^^ - meta.embedded.block.shellscript
FROM debian:13
#<---- keyword.other.special-method.dockerfile
RUN echo after
#   ^^^^ meta.embedded.block.shellscript

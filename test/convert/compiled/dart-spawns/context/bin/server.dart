import 'dart:io';
void main() async => print((await Process.run('uptime', [])).stdout);

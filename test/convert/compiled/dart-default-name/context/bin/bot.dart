import 'dart:io';
void main() {
  File('state.txt').writeAsStringSync('up');
}

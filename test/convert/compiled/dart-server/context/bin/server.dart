import 'dart:io';
void main() async {
  final server = await HttpServer.bind('0.0.0.0', 8080);
  await for (final request in server) {
    request.response.write(File('public/index.html').readAsStringSync());
    await request.response.close();
  }
}

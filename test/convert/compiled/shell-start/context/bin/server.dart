void main() => print('up');

export default { server: { proxy: { '/api': 'http://api:8080' } } };

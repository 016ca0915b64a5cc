module.exports = { title: 'manual', url: 'https://example.org', baseUrl: '/manual/' };

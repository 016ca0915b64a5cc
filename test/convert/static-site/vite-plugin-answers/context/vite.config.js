export default { plugins: [{ name: 'api', configureServer(server) { server.middlewares.use(api); } }] };

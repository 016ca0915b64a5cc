const Koa = require('koa');
const handlers = require('./src/handlers');

new Koa().use(handlers.hello).listen(8080);

const Koa = require('koa');
const fs = require('fs');
const path = require('path');
const app = new Koa();
app.use((ctx) => {
  fs.appendFileSync(path.join(__dirname, 'visits.log'), ctx.path + '\n');
  ctx.body = 'visits ' + fs.readFileSync('visits.log', 'utf8').split('\n').length;
});
app.listen(3000);

import { Hono } from 'hono';
const app = new Hono();
app.get('/', (c) => c.text('hello'));
Bun.serve({ port: 3000, fetch: app.fetch });

import express from 'express';
import fs from 'fs';
import path from 'path';
const app = express();
const msgs = JSON.parse(fs.readFileSync(path.join(__dirname, '../data/messages.json'), 'utf8'));
app.get('/', (_req, res) => { res.json(msgs); });
app.get('/v', (_req, res) => { res.json({ v: process.env.npm_package_version ?? 'none', app: process.env.APP_VERSION }); });
app.listen(Number(process.env.PORT) || 4000, () => console.log('up'));

import bcrypt from 'bcrypt';
import express from 'express';

const app = express();
app.get('/', async (request, response) => response.send(await bcrypt.hash('secret', 4)));
app.listen(3000);

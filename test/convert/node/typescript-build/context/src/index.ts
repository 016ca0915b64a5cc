import fastify from 'fastify';
import { greeting } from './greeting';

const app = fastify();
app.get('/', () => greeting('world'));
void app.listen({ port: 8080, host: '0.0.0.0' });
process.on('SIGTERM', () => void app.close());

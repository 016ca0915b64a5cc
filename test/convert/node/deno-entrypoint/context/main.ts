import { join } from '@std/path';
import { greet } from './greet.ts';
Deno.serve({ port: 8000 }, () => new Response(greet(join('a', 'b'))));

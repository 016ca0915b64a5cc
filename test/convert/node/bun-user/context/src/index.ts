import { Database } from 'bun:sqlite'; const db = new Database('/data/app.sqlite'); Bun.serve({ port: 3000, fetch: () => new Response(db.filename) });

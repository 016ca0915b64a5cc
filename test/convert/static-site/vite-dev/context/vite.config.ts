import { defineConfig } from 'vite';

// proxy: not needed
export default defineConfig({
  base: '/',
  server: { port: 5173 },
});

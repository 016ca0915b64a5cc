export default {
  base: '/clock/',
  build: { outDir: 'public_html' },
};

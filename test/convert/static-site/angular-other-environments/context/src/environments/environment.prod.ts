export const environment = { production: true, api: 'https://api.example.org' };

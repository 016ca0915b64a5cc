Deno.serve(async () => new Response((await new Deno.Command('uptime').output()).stdout));

import { NestFactory } from '@nestjs/core';
import { Module, Controller, Get } from '@nestjs/common';
@Controller() class C { @Get() hi() { return 'nest'; } }
@Module({ controllers: [C] }) class M {}
(async () => { const app = await NestFactory.create(M); await app.listen(process.env.PORT || 3000); })();

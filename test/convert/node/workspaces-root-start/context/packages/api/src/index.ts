import { log } from '@repo/log'; log('up');

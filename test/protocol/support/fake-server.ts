/** The language server with a service whose answers can be foreseen. */
import { createConnection } from 'vscode-languageserver/node';
import { startServer } from '../../../server/src/features/start-server';
import { diskAccess } from '../../../server/src/host/disk';
import { fakeService } from './fake-service';

startServer(createConnection(), { version: '0.0.0', disk: diskAccess }, fakeService);

/**
 * Entry of the server's bundle, one file for both hosts: two would hold the analysis twice. A worker, and whoever loads the
 * bundle in its own thread, has a `self`; Node has none.
 */
declare const self: unknown;

void (typeof self === 'undefined' ? import('./server') : import('./server.browser'));

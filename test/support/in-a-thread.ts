import threads from 'node:worker_threads';

// geotiff's web-worker takes every thread for one of its own, and looks into what it would have been given
Object.assign(threads, { workerData: threads.workerData ?? {} });

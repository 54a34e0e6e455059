/** The instruments: CPU of a process, latencies, child processes, folders. */
@NullMarked
package fr.socle.bench.measure;

import org.jspecify.annotations.NullMarked;

package fr.socle.bench.journal;

import fr.socle.bench.measure.ServerCpu;
import fr.socle.bench.report.Section;

/**
 * What the node found.
 *
 * @param generator microseconds of CPU per entry that the load generator itself takes
 */
record Measured(Section group, Section each, double generator, Apart apart) {

    /** Microseconds of CPU per entry. */
    record Cost(double java, double postgres) {

        static Cost of(ServerCpu spent, long entries) {
            return new Cost(spent.javaPer(entries), spent.postgresPer(entries));
        }

        double total() {
            return java + postgres;
        }
    }

    /** Each alone: writing while nothing is integrated, integrating while nothing is written. */
    record Apart(Cost group, Cost each, Cost integration) {}
}

package fr.socle.bench.journal;

import fr.socle.bench.measure.Latencies;
import fr.socle.bench.measure.ServerCpu;
import fr.socle.bench.report.Section;
import java.time.Duration;

/**
 * One stretch of measuring: callers write, and then the log takes in what is still pending.
 *
 * @param writing from the first call to the last answer
 * @param emptied from the first call until nothing is pending
 * @param integratedMeanwhile how much the log grew while they wrote
 * @param cpu until nothing is pending
 * @param toIntegrated from a call to its entry's place in the log
 */
record Window(
        Callers.Answered answered,
        Duration writing,
        Duration emptied,
        long integratedMeanwhile,
        ServerCpu cpu,
        Latencies toIntegrated) {

    static final String DURABLE = "écritures durables";
    static final String INTEGRATED = "intégrées, arriéré compris";
    static final String INTEGRATION_P99 = "de l’appel à l’intégration, p99";
    static final String CPU = "processeur par écriture";

    void into(Section.Rounds rounds) {
        var count = answered.count();
        rounds.add(DURABLE, "/s", count / seconds(writing))
                .add("intégrées pendant ce temps", "/s", integratedMeanwhile / seconds(writing))
                .add(INTEGRATED, "/s", count / seconds(emptied))
                .add("arriéré résorbé après", "ms", emptied.minus(writing).toMillis())
                .add("un appel, p50", "ms", answered.latencies().percentile(50))
                .add("un appel, p99", "ms", answered.latencies().percentile(99))
                .add("de l’appel à l’intégration, p50", "ms", toIntegrated.percentile(50))
                .add(INTEGRATION_P99, "ms", toIntegrated.percentile(99))
                .add("processeur par écriture, Java", "µs", cpu.javaPer(count))
                .add("processeur par écriture, PostgreSQL", "µs", cpu.postgresPer(count))
                .add(CPU, "µs", cpu.per(count))
                .add("appels refusés", "", answered.refused());
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}

package fr.socle.bench.exchange;

import fr.socle.house.command.Arguments;
import java.time.Duration;

/**
 * How much is measured.
 *
 * @param warmup exchanges of each sort before
 * @param time of each measure
 * @param rate exchanges a second, evenly, for the latencies; 0: half of what was reached
 * @param people made up, each with an account
 * @param lasting exchanges at the end, over which the memory is watched; 0: none
 */
record ExchangePlan(
        int warmup, Duration time, int rounds, int callers, int rate, int people, int lasting) {

    static ExchangePlan of(Arguments arguments) {
        return new ExchangePlan(
                arguments.number("--warmup", 50_000, 0, 10_000_000),
                Duration.ofSeconds(arguments.number("--seconds", 20, 1, 3600)),
                arguments.number("--rounds", 3, 1, 100),
                arguments.number("--callers", 64, 1, 1000),
                arguments.number("--rate", 0, 0, 100_000),
                arguments.number("--people", 2_000, 1, 100_000),
                arguments.number("--exchanges", 0, 0, 10_000_000));
    }
}

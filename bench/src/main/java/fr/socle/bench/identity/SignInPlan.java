package fr.socle.bench.identity;

import fr.socle.house.command.Arguments;
import java.time.Duration;

/** How much is measured. */
record SignInPlan(
        int warmup, int signIns, int rounds, Pace pace, int workers, int people, Loaded loaded) {

    /**
     * @param rate sign-ins a second
     */
    record Pace(int rate, Duration time) {}

    static SignInPlan of(Arguments arguments) {
        return new SignInPlan(
                arguments.number("--warmup", 75_000, 0, 10_000_000),
                arguments.number("--signins", 4_000, 1, 10_000_000),
                arguments.number("--rounds", 3, 1, 100),
                new Pace(
                        arguments.number("--rate", 100, 1, 10_000),
                        Duration.ofSeconds(arguments.number("--seconds", 20, 1, 3600))),
                arguments.number("--workers", 16, 1, 256),
                arguments.number("--people", 2_000, 1, 1_000_000),
                new Loaded(
                        arguments.number("--accounts", 0, 0, 100_000_000),
                        arguments.number("--services", 1, 1, 1_000_000)));
    }
}

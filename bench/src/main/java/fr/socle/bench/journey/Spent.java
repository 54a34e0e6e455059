package fr.socle.bench.journey;

import fr.socle.bench.measure.ServerCpu;

/**
 * What the server used up to a moment.
 *
 * @param writes transactions that wrote, counted by the numbers that PostgreSQL gives them: unlike
 *     its statistics, which come seconds later, they are exact at once
 * @param wal bytes of its write-ahead log
 */
record Spent(ServerCpu cpu, long writes, long wal) {

    Spent since(Spent before) {
        return new Spent(cpu.since(before.cpu), writes - before.writes, wal - before.wal);
    }

    Spent plus(Spent other) {
        return new Spent(cpu.plus(other.cpu), writes + other.writes, wal + other.wal);
    }
}

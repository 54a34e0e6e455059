package fr.socle.bench.timeline;

import java.util.List;

/**
 * @param own entries of the person whose file is opened
 * @param sizes how many entries of everybody there are at each measure, ascending
 * @param openings of the first page, in each round
 */
record TimelinePlan(int own, List<Long> sizes, int openings, int rounds) {
    TimelinePlan {
        sizes = List.copyOf(sizes);
    }
}

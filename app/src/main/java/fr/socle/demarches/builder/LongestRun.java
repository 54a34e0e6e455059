package fr.socle.demarches.builder;

import java.util.ArrayList;
import java.util.List;

/** The longest increasing subsequence of distinct numbers (patience sorting, n log n). */
final class LongestRun {

    private LongestRun() {}

    static List<Integer> of(List<Integer> numbers) {
        var tails = new ArrayList<Integer>();
        var previous = new int[numbers.size()];
        for (int i = 0; i < numbers.size(); i++) {
            int pile = pile(numbers, tails, numbers.get(i));
            previous[i] = pile == 0 ? -1 : tails.get(pile - 1);
            if (pile == tails.size()) {
                tails.add(i);
            } else {
                tails.set(pile, i);
            }
        }
        var run = new ArrayList<Integer>();
        for (int i = tails.isEmpty() ? -1 : tails.getLast(); i >= 0; i = previous[i]) {
            run.addFirst(numbers.get(i));
        }
        return run;
    }

    /** The first pile whose top is not smaller. */
    private static int pile(List<Integer> numbers, List<Integer> tails, int number) {
        int low = 0;
        int high = tails.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (numbers.get(tails.get(middle)) < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

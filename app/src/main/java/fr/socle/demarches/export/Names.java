package fr.socle.demarches.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Headings as names of members. */
final class Names {

    private Names() {}

    /** {@code Nom}, {@code Nom (2)}, … */
    static List<String> distinct(List<String> headings) {
        var taken = new HashSet<String>();
        var names = new ArrayList<String>();
        for (var heading : headings) {
            var name = heading;
            for (int number = 2; !taken.add(name); number++) {
                name = heading + " (" + number + ")";
            }
            names.add(name);
        }
        return names;
    }
}
